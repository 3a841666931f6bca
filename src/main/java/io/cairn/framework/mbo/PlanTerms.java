package io.cairn.framework.mbo;

import io.cairn.incentive.PayoutCurve;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the two agree on, as the document they sign. All shares are ratios: 2 is 200 %.
 *
 * @param planCap the most a plan pays, as a share of the bonus target; null for no cap
 * @param modifier what the sum of the lines is multiplied with
 * @param capBeforeModifier whether the cap is applied before the modifier, so that the modifier may lift a plan above it
 * @param accelerators what multiplies the modifier once it is reached
 * @param curveId the organisation's curve that was chosen; null for the usual one
 * @param curve that curve as it was when it was chosen
 */
public record PlanTerms(
        @Nullable BigDecimal planCap,
        BigDecimal modifier,
        boolean capBeforeModifier,
        @Nullable Gate gate,
        @Nullable List<Accelerator> accelerators,
        @Nullable UUID curveId,
        @Nullable PayoutCurve curve,
        List<ObjectiveTerms> objectives) {
    /** Source: frameworks 2.3. */
    public static final BigDecimal USUAL_CAP = new BigDecimal("2.00");

    public PlanTerms {
        // Terms that were signed before there were accelerators have none.
        accelerators = accelerators == null ? List.of() : List.copyOf(accelerators);
        objectives = List.copyOf(objectives);
    }

    /**
     * A company objective that has to be reached, or everything is paid only in part.
     *
     * @param atLeast the attainment from which the gate is open
     * @param factor what is paid while it is shut: 0 for nothing, 0.5 for half
     * @param title what the objective was called when it was chosen; whatever is sent for it is left aside
     */
    public record Gate(
            UUID companyObjectiveId,
            BigDecimal atLeast,
            BigDecimal factor,
            @Nullable String title) {
        Gate named(@Nullable CompanyObjective company) {
            return new Gate(companyObjectiveId, atLeast, factor, company == null ? title : company.title());
        }
    }

    /**
     * Multiplies the modifier once an attainment is reached; it is above all factors and below the cap.
     *
     * @param objectiveId the line it waits for; null for the whole plan, whose attainment is its lines' by weight
     * @param objective that line's title; null for the whole plan
     * @param atLeast the attainment from which it multiplies, as a share
     * @param multiplier 1 or more
     */
    @Schema(name = "PlanAccelerator")
    public record Accelerator(
            @Nullable UUID objectiveId, @Nullable String objective, BigDecimal atLeast, BigDecimal multiplier) {}

    @Override
    public List<Accelerator> accelerators() {
        return Objects.requireNonNullElse(accelerators, List.of());
    }

    PlanTerms with(List<ObjectiveTerms> newObjectives) {
        return new PlanTerms(planCap, modifier, capBeforeModifier, gate, accelerators, curveId, curve, newObjectives);
    }

    PayoutCurve curveOrUsual() {
        return Objects.requireNonNullElse(curve, PayoutCurve.DEFAULT);
    }

    public BigDecimal weights() {
        return objectives.stream().map(ObjectiveTerms::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
