package io.cairn.organization;

import java.util.UUID;

/** What a module above knows of a person's work, and how it gives that to somebody else when the person leaves. */
public interface Handover {
    /** As far as the viewer may see it: a count must not tell of the rest. */
    Work work(UUID person);

    void handOver(UUID from, UUID to);

    /**
     * What one kind of work comes to.
     *
     * @param label what it is called before its count: Open goals
     * @param one the word for one of it
     * @param many the word for any other number
     */
    record Work(String label, int count, String one, String many) {}
}
