package io.cairn.organization;

import java.util.UUID;

/** What a module above knows of a person's open work, and how it gives that to somebody else when the person leaves. */
public interface Handover {
    int openGoals(UUID person);

    void handOver(UUID from, UUID to);
}
