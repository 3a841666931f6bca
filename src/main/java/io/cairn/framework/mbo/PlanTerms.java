package io.cairn.framework.mbo;

import io.cairn.incentive.PayoutCurve;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the two agree on, as the document they sign. All shares are ratios: 2 is 200 %.
 *
 * @param planCap the most a plan pays, as a share of the bonus target
 * @param modifier what the sum of the lines is multiplied with
 * @param capBeforeModifier whether the cap is applied before the modifier, so that the modifier may lift a plan above it
 * @param curveId the organisation's curve that was chosen; null for the usual one
 * @param curve that curve as it was when it was chosen
 */
public record PlanTerms(
        BigDecimal planCap,
        BigDecimal modifier,
        boolean capBeforeModifier,
        @Nullable Gate gate,
        @Nullable UUID curveId,
        @Nullable PayoutCurve curve,
        List<ObjectiveTerms> objectives) {
    /** Source: frameworks 2.3. */
    public static final BigDecimal USUAL_CAP = new BigDecimal("2.00");

    public PlanTerms {
        objectives = List.copyOf(objectives);
    }

    /**
     * A company objective that has to be reached, or everything is paid only in part.
     *
     * @param atLeast the attainment from which the gate is open
     * @param factor what is paid while it is shut: 0 for nothing, 0.5 for half
     */
    public record Gate(UUID companyObjectiveId, BigDecimal atLeast, BigDecimal factor) {}

    PlanTerms with(List<ObjectiveTerms> newObjectives) {
        return new PlanTerms(planCap, modifier, capBeforeModifier, gate, curveId, curve, newObjectives);
    }

    PayoutCurve curveOrUsual() {
        return Objects.requireNonNullElse(curve, PayoutCurve.DEFAULT);
    }

    public BigDecimal weights() {
        return objectives.stream().map(ObjectiveTerms::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
