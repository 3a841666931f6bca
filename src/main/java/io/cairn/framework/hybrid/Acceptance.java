package io.cairn.framework.hybrid;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an objective is made of a proposal; what is left out is as proposed.
 *
 * @param ownerTeamId the metric's team when null, else one that its owner leads or belongs to
 * @param leadId the metric's owner when null
 * @param title the suggested objective when null
 * @param cycleId the proposed cycle when null
 */
public record Acceptance(
        @Nullable UUID ownerTeamId,
        @Nullable UUID leadId,
        @Nullable String title,
        @Nullable UUID cycleId) {
    public static final Acceptance AS_PROPOSED = new Acceptance(null, null, null, null);
}
