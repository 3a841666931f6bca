package io.cairn.framework.mbo;

import io.cairn.goal.Level;
import io.cairn.goal.Milestone;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Needed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a plan as a person writes it; a draft may leave out all but the title. See {@link ObjectiveTerms} for what the
 * fields mean.
 *
 * @param id of one that is there already; a new one gets its own
 * @param threshold the value from which it pays
 * @param maximum the value from which it pays no more
 * @param goalId a goal or key result to be paid for: a plan pays for its own lines only, so naming an OKR is refused
 */
public record ObjectiveContent(
        @Nullable UUID id,
        @Needed @Nullable String title,
        @Nullable String why,
        @Nullable BigDecimal weight,
        @Nullable Measurement measurement,
        @Nullable ObjectiveScope scope,
        @Nullable String category,
        @Nullable String segment,
        @Nullable AttainmentBasis basis,
        @Nullable String unit,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        @Nullable Comparator comparator,
        @Nullable UUID metricId,
        @Nullable BigDecimal threshold,
        @Nullable BigDecimal maximum,
        @Nullable List<Milestone> milestones,
        @Nullable List<Level> levels,
        @Nullable UUID curveId,
        @Nullable BigDecimal objectiveCap,
        @Nullable UUID companyObjectiveId,
        @Nullable List<UUID> supports,
        @Nullable UUID goalId) {

    static ObjectiveContent of(ObjectiveTerms terms) {
        return new ObjectiveContent(
                terms.id(),
                terms.title(),
                terms.why(),
                terms.weight(),
                terms.measurement(),
                terms.scope(),
                terms.category(),
                terms.segment(),
                terms.basis(),
                terms.unit(),
                terms.baseline(),
                terms.target(),
                terms.comparator(),
                terms.metricId(),
                terms.threshold(),
                terms.maximum(),
                terms.milestones(),
                terms.levels(),
                terms.curveId(),
                terms.objectiveCap(),
                terms.companyObjectiveId(),
                terms.supports(),
                null);
    }

    /** The terms it makes; what nobody wrote is what is usual, and a company objective says itself how it is measured. */
    ObjectiveTerms terms(PlanReferences found) {
        CompanyObjective company =
                companyObjectiveId == null ? null : found.companyObjectives().get(companyObjectiveId);
        ObjectiveTerms written = written(found);
        return company == null ? written : written.of(company);
    }

    private ObjectiveTerms written(PlanReferences found) {
        return new ObjectiveTerms(
                id == null ? Ids.next() : id,
                text(title),
                text(why),
                weight == null ? BigDecimal.ZERO : weight,
                measurement == null ? Measurement.QUANTITATIVE : measurement,
                scope == null ? ObjectiveScope.INDIVIDUAL : scope,
                text(category),
                text(segment),
                basis,
                text(unit),
                baseline,
                target,
                comparator,
                metricId,
                threshold,
                maximum,
                milestones == null ? List.of() : milestones,
                levels == null || levels.isEmpty() ? usualLevels() : levels,
                curveId,
                curveId == null ? null : found.curve(curveId),
                objectiveCap,
                companyObjectiveId,
                supports == null
                        ? List.of()
                        : supports.stream().filter(Objects::nonNull).distinct().toList());
    }

    private List<Level> usualLevels() {
        return basis == AttainmentBasis.RUBRIC ? Level.USUAL : List.of();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
