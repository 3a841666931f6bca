package io.cairn.framework.mbo;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cairn.goal.Health;
import io.cairn.kernel.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a plan with what was estimated, settled and reached.
 *
 * @param goalId the goal it became when it was agreed; check-ins and history are there
 * @param current what check-ins or its metric say
 * @param attainment by the final value, or else by what is said now; not clamped above
 * @param met whether the target itself is met, which a strict one is only when beaten
 * @param awarded what a discretionary objective was given, in the plan's currency
 * @param awardedCurrency of the pool that gave it; null where none did
 * @param serves the goals of others it supports, as far as the viewer sees them
 */
public record PlanObjective(
        @JsonUnwrapped ObjectiveTerms terms,
        @Nullable UUID goalId,
        @Nullable UUID measureId,
        Assessed current,
        @Ratio @Nullable BigDecimal progress,
        @Nullable Health health,
        Assessed employeeEstimate,
        Assessed managerEstimate,
        Assessed finalValue,
        @Ratio @Nullable BigDecimal attainment,
        @Nullable Boolean met,
        @Nullable BigDecimal awarded,
        @Nullable String awardedCurrency,
        boolean lateOverride,
        List<Served> serves) {

    /** A goal of somebody else at the other end of the bridge. */
    public record Served(UUID id, String title, String framework) {}

    public UUID id() {
        return terms.id();
    }
}
