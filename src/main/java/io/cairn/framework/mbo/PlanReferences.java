package io.cairn.framework.mbo;

import io.cairn.incentive.PayoutCurve;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the things are that a plan's content refers to, as far as the viewer may know of them.
 *
 * @param employeeActive whether the employee works here
 * @param managerId the employee's manager now
 * @param metrics those that everybody may see who may read the plan
 * @param hiddenMetrics those that only the viewer and others may see
 * @param supported goals the viewer sees
 * @param unpayable goals and measures the viewer sees whose framework never pays
 * @param curves the organisation's payout curves by id
 * @param companyObjectives those of the plan's days
 */
record PlanReferences(
        boolean employeeActive,
        @Nullable UUID managerId,
        @Nullable LocalDate cycleStartsOn,
        @Nullable LocalDate cycleEndsOn,
        Set<UUID> metrics,
        Set<UUID> hiddenMetrics,
        Set<UUID> supported,
        Set<UUID> unpayable,
        Map<UUID, PayoutCurve> curves,
        Map<UUID, CompanyObjective> companyObjectives) {

    @Nullable
    PayoutCurve curve(UUID id) {
        return curves.get(id);
    }
}
