package io.cairn.framework.mbo;

import io.cairn.kernel.Needed;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says an objective came to.
 *
 * @param value the number reached; of milestones the share done in percent; of a yes or no 1 or 0
 * @param level of an objective told in levels the one reached
 * @param awarded what a discretionary objective is given, in the plan's currency; only when it is scored
 * @param poolId the pool that gives it; when null the one that gave before, or the newest you hold in the plan's currency
 */
public record ObjectiveValue(
        @Needed @Nullable UUID objectiveId,
        @Nullable BigDecimal value,
        @Nullable String level,
        @Nullable BigDecimal awarded,
        @Nullable UUID poolId,
        @Nullable String comment) {}
