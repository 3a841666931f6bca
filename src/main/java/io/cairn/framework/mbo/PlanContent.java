package io.cairn.framework.mbo;

import io.cairn.kernel.Needed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person writes down of a plan.
 *
 * @param employeeId whose plan it is; the writer's own when null
 * @param period a quarter when null
 * @param cycleId gives the days where {@code startsOn} is null
 * @param endsOn the last day of the cycle that {@code startsOn} lies in, or of the period, when null
 * @param pays whether a bonus hangs on it; yes when null
 */
public record PlanContent(
        @Nullable UUID employeeId,
        @Nullable PlanPeriod period,
        @Nullable UUID cycleId,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Boolean pays,
        @Nullable BigDecimal planCap,
        @Nullable BigDecimal modifier,
        @Nullable Boolean capBeforeModifier,
        PlanTerms.@Nullable Gate gate,
        @Nullable UUID curveId,
        @Needed @Nullable List<ObjectiveContent> objectives) {

    static PlanContent of(Plan plan) {
        PlanTerms terms = plan.terms();
        return new PlanContent(
                plan.employee().id(),
                plan.period(),
                plan.cycleId(),
                plan.startsOn(),
                plan.endsOn(),
                plan.pays(),
                terms.planCap(),
                terms.modifier(),
                terms.capBeforeModifier(),
                terms.gate(),
                terms.curveId(),
                terms.objectives().stream().map(ObjectiveContent::of).toList());
    }

    PlanContent with(List<ObjectiveContent> newObjectives) {
        return new PlanContent(
                employeeId,
                period,
                cycleId,
                startsOn,
                endsOn,
                pays,
                planCap,
                modifier,
                capBeforeModifier,
                gate,
                curveId,
                newObjectives);
    }

    List<ObjectiveContent> objectivesOrNone() {
        return objectives == null ? List.of() : objectives;
    }

    PlanTerms terms(PlanReferences found) {
        return new PlanTerms(
                planCap == null ? PlanTerms.USUAL_CAP : planCap,
                modifier == null ? BigDecimal.ONE : modifier,
                Boolean.TRUE.equals(capBeforeModifier),
                gate,
                curveId,
                curveId == null ? null : found.curve(curveId),
                objectivesOrNone().stream().map(one -> one.terms(found)).toList());
    }
}
