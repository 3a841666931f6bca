package io.cairn.framework.mbo;

import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.Explained;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Ratio;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a plan pays, derived to the cent. Until it is handed in for pay it is worked out by what is known now; from then on it
 * shows what was handed in. Whoever may see the pay and not the plan reads neither titles nor terms.
 *
 * @param number of the document; the same as long as the plan lives
 * @param whole whether titles and terms are in it
 * @param since the day of the state it is in; null while it is projected
 * @param currency as ISO 4217 says it
 * @param targetBonus the bonus at 100 %, for the days of the plan
 * @param total the sum of the lines, each rounded
 * @param ofTarget the total as a share of the target; null where there is no target
 * @param path from the target to the total, step by step
 * @param adjustments what was mended later, newest last
 * @param newTotal the total with the adjustments that are approved or paid
 * @param explanation how the total was made
 */
public record Statement(
        UUID planId,
        String number,
        boolean whole,
        PersonRef employee,
        @Nullable PersonRef manager,
        LocalDate startsOn,
        LocalDate endsOn,
        Stage stage,
        @Nullable LocalDate since,
        String currency,
        BigDecimal targetBonus,
        BigDecimal total,
        @Ratio @Nullable BigDecimal ofTarget,
        List<Version> versions,
        List<PathStep> path,
        List<Adjustment> adjustments,
        BigDecimal newTotal,
        Explained<BigDecimal> explanation) {

    public Statement {
        versions = List.copyOf(versions);
        path = List.copyOf(path);
        adjustments = List.copyOf(adjustments);
    }

    /** How far the pay has come. */
    public enum Stage {
        PROJECTED("Projected"),
        SCORED("Scored"),
        WAITS("Waits for approval"),
        APPROVED("Approved"),
        PAID("Paid");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether it is still worked out by what is known now. */
        public boolean live() {
            return this == PROJECTED || this == SCORED;
        }
    }

    /**
     * The days for which one version of the terms holds.
     *
     * @param mark what stands behind the names of its figures in the explanation
     * @param target the target money of its days
     * @param factor gate × Σ weight × factor
     * @param gate what the gate leaves: 1 all
     * @param modifier with the accelerators that were reached
     * @param planCap the most that is paid, as a share of the target
     * @param paid the factor with modifier and cap
     * @param scale what the cap leaves of every line
     */
    @io.swagger.v3.oas.annotations.media.Schema(name = "StatementVersion")
    public record Version(
            String mark,
            LocalDate from,
            LocalDate to,
            int days,
            List<StatementFigures.Segment> segments,
            BigDecimal target,
            @Ratio BigDecimal factor,
            @Ratio BigDecimal gate,
            @Ratio BigDecimal modifier,
            @Ratio @Nullable BigDecimal planCap,
            @Ratio BigDecimal paid,
            boolean capped,
            @Ratio BigDecimal scale,
            @Nullable Gate gateRule,
            List<Accelerator> accelerators,
            List<Line> lines) {}

    /**
     * The company's objective that has to be reached, or everything is paid only in part.
     *
     * @param objective its title; null where the viewer may not read it
     * @param factor what is paid while the gate is shut
     * @param attained what it came to; null while nobody knows, which keeps the gate shut
     */
    @io.swagger.v3.oas.annotations.media.Schema(name = "StatementGate")
    public record Gate(
            @Nullable String objective,
            @Ratio BigDecimal atLeast,
            @Ratio BigDecimal factor,
            @Ratio @Nullable BigDecimal attained) {
        public boolean open() {
            return attained != null && attained.compareTo(atLeast) >= 0;
        }
    }

    /**
     * What multiplies the modifier, and from when.
     *
     * @param objective what it waits for, by its title or its number; null for the whole plan
     * @param attained what that came to
     */
    @io.swagger.v3.oas.annotations.media.Schema(name = "StatementAccelerator")
    public record Accelerator(
            @Nullable String objective,
            @Ratio BigDecimal atLeast,
            BigDecimal multiplier,
            @Ratio BigDecimal attained,
            boolean reached) {}

    /**
     * What one objective brings by one version of the terms.
     *
     * @param mark what stands behind the names of its figures in the explanation
     * @param objective its title, or its number where the viewer may not read that
     * @param terms null where the viewer may not read them
     * @param reached the value, in the objective's unit; of milestones the share done
     * @param level of an objective told in levels the one reached
     * @param settled whether the value is final
     * @param attainment null for what was given from a pool, as is the factor
     * @param met whether the target itself was met, which pay does not ask
     * @param cap the most the factor could be
     */
    @io.swagger.v3.oas.annotations.media.Schema(name = "StatementLine")
    public record Line(
            String mark,
            @Nullable UUID goalId,
            String objective,
            @Nullable Terms terms,
            @Nullable BigDecimal reached,
            @Nullable String level,
            boolean settled,
            BigDecimal weight,
            @Ratio @Nullable BigDecimal attainment,
            @Nullable Boolean met,
            @Ratio @Nullable BigDecimal factor,
            @Ratio @Nullable BigDecimal cap,
            boolean capped,
            BigDecimal amount) {}

    /** What an objective asked for. */
    @io.swagger.v3.oas.annotations.media.Schema(name = "StatementTerms")
    public record Terms(
            ObjectiveScope scope,
            @Nullable AttainmentBasis basis,
            String unit,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable Comparator comparator) {}

    /**
     * A step from the target to the total.
     *
     * @param name of its figure
     * @param factor what the step does to the money; null where no single factor says it
     * @param money what is there after it, before lines are rounded
     */
    @io.swagger.v3.oas.annotations.media.Schema(name = "StatementStep")
    public record PathStep(
            String name,
            String label,
            @Ratio @Nullable BigDecimal factor,
            BigDecimal money,
            Explained<BigDecimal> explanation) {}

    /**
     * What was mended after it was paid.
     *
     * @param counts whether it is approved or paid, and so part of the new total
     * @param state as people read it
     */
    @io.swagger.v3.oas.annotations.media.Schema(name = "StatementAdjustment")
    public record Adjustment(
            LocalDate on, String reason, String label, BigDecimal amount, String state, boolean counts) {}
}
