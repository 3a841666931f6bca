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
 * @param planCap the most it pays as a share of the bonus target: 2 where a new plan says nothing, null in a change for no cap
 * @param gate none when null
 * @param curveId the usual curve when null
 * @param accelerators none when null
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
        @Nullable List<AcceleratorContent> accelerators,
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
                terms.accelerators().stream().map(AcceleratorContent::of).toList(),
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
                accelerators,
                curveId,
                newObjectives);
    }

    /** With the cap that a plan has of which nobody says another. */
    public PlanContent orUsualCap() {
        return planCap != null
                ? this
                : new PlanContent(
                        employeeId,
                        period,
                        cycleId,
                        startsOn,
                        endsOn,
                        pays,
                        PlanTerms.USUAL_CAP,
                        modifier,
                        capBeforeModifier,
                        gate,
                        accelerators,
                        curveId,
                        objectives);
    }

    List<ObjectiveContent> objectivesOrNone() {
        return objectives == null ? List.of() : objectives;
    }

    List<AcceleratorContent> acceleratorsOrNone() {
        return accelerators == null ? List.of() : accelerators;
    }

    PlanTerms terms(PlanReferences found) {
        List<ObjectiveTerms> lines =
                objectivesOrNone().stream().map(one -> one.terms(found)).toList();
        return new PlanTerms(
                planCap,
                modifier == null ? BigDecimal.ONE : modifier,
                Boolean.TRUE.equals(capBeforeModifier),
                gate == null ? null : gate.named(found.companyObjectives().get(gate.companyObjectiveId())),
                AcceleratorContent.terms(acceleratorsOrNone(), lines),
                curveId,
                curveId == null ? null : found.curve(curveId),
                lines);
    }
}
