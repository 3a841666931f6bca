package io.cairn.framework.mbo;

import io.cairn.goal.Level;
import io.cairn.goal.Milestone;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.incentive.PayoutCurve;
import io.cairn.kernel.Comparator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a plan as it is written and signed.
 *
 * @param weight its part of the plan in percent; the lines of a plan total 100, a discretionary one has 0
 * @param category what kind of work it is, in the organisation's own words
 * @param segment the territory, product line or group of accounts it is about
 * @param basis how its attainment is computed; null while it is not decided
 * @param metricId the metric that its value comes from; null where people enter it
 * @param threshold the value from which it pays half, in place of the curve below the target
 * @param maximum the value at which it pays double and no more, in place of the curve above the target
 * @param objectiveCap the most its factor can be
 * @param curve the curve of this line alone, as it was when it was chosen
 * @param supports the goals of others that it serves
 */
public record ObjectiveTerms(
        UUID id,
        String title,
        String why,
        BigDecimal weight,
        Measurement measurement,
        ObjectiveScope scope,
        String category,
        String segment,
        @Nullable AttainmentBasis basis,
        String unit,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        @Nullable Comparator comparator,
        @Nullable UUID metricId,
        @Nullable BigDecimal threshold,
        @Nullable BigDecimal maximum,
        List<Milestone> milestones,
        List<Level> levels,
        @Nullable UUID curveId,
        @Nullable PayoutCurve curve,
        @Nullable BigDecimal objectiveCap,
        @Nullable UUID companyObjectiveId,
        List<UUID> supports) {

    public ObjectiveTerms {
        milestones = List.copyOf(milestones);
        levels = List.copyOf(levels);
        supports = List.copyOf(supports);
    }

    /** The same, measured as the company objective is. */
    ObjectiveTerms of(CompanyObjective company) {
        return new ObjectiveTerms(
                id,
                title,
                why,
                weight,
                measurement,
                ObjectiveScope.COMPANY,
                category,
                segment,
                company.basis(),
                company.unit(),
                company.baseline(),
                company.target(),
                company.comparator(),
                null,
                threshold,
                maximum,
                List.of(),
                List.of(),
                curveId,
                curve,
                objectiveCap,
                company.id(),
                supports);
    }

    /** Whether it is computed from a number that somebody enters or a metric gives. */
    boolean isNumeric() {
        return basis == AttainmentBasis.BASELINE_TO_TARGET
                || basis == AttainmentBasis.RATIO_TO_TARGET
                || basis == AttainmentBasis.INVERSE_RATIO;
    }

    /** Whether a value that fits these terms fits the other ones too. */
    boolean readsLike(ObjectiveTerms other) {
        return scope == other.scope
                && Objects.equals(companyObjectiveId, other.companyObjectiveId)
                && (basis == other.basis || isNumeric() && other.isNumeric());
    }

    /** How the value is held against the target where nobody chose: lower is better when it starts above, or by its basis. */
    public Comparator comparatorOrUsual() {
        if (comparator != null) {
            return comparator;
        }
        boolean falls = basis == AttainmentBasis.INVERSE_RATIO
                || (baseline != null && target != null && baseline.compareTo(target) > 0);
        return falls ? Comparator.LE : Comparator.GE;
    }
}
