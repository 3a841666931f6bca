package io.cairn.framework.mbo;

import io.cairn.incentive.BonusSegment;
import io.cairn.incentive.Payout;
import io.cairn.incentive.PayoutLine;
import io.cairn.incentive.PayoutRecord;
import io.cairn.incentive.PayoutTerms;
import io.cairn.incentive.Proration;
import io.cairn.kernel.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a plan pays, figure by figure, without a word of what it is for: compensation reads it. It is kept with the payout when a
 * plan is handed in, so that a statement shows for ever what was handed in. Shares and money before rounding have 18 decimals.
 */
public record StatementFigures(List<Version> versions) {
    private static final int DECIMALS = 18;

    public StatementFigures {
        versions = List.copyOf(versions);
    }

    /**
     * The days for which one version of the terms holds.
     *
     * @param target the target money of its days
     * @param factor gate × Σ weight × factor
     * @param modifier with the accelerators that were reached
     * @param paid the factor with modifier and cap
     * @param scale what the cap leaves of every line
     * @param gateRule null where the terms had none
     */
    public record Version(
            LocalDate from,
            LocalDate to,
            List<Segment> segments,
            BigDecimal target,
            BigDecimal factor,
            BigDecimal gate,
            BigDecimal modifier,
            @Nullable BigDecimal planCap,
            boolean capBeforeModifier,
            BigDecimal paid,
            boolean capped,
            BigDecimal scale,
            @Nullable GateRule gateRule,
            @Nullable List<AcceleratorRule> accelerators,
            List<Line> lines) {
        /** None in what was handed in before there were any. */
        List<AcceleratorRule> awaited() {
            return Objects.requireNonNullElse(accelerators, List.of());
        }
    }

    /**
     * When the gate is open, and what is paid while it is not.
     *
     * @param attained what the company's objective came to; null while nobody knows
     */
    public record GateRule(
            BigDecimal atLeast, BigDecimal factor, @Nullable BigDecimal attained) {}

    /**
     * What multiplies the modifier, and from when.
     *
     * @param line the one it waits for, from 0; null for the whole plan
     * @param attained what that came to
     */
    public record AcceleratorRule(
            @Nullable Integer line, BigDecimal atLeast, BigDecimal multiplier, BigDecimal attained, boolean reached) {
        static AcceleratorRule of(PayoutTerms.Awaited awaited) {
            return new AcceleratorRule(
                    awaited.accelerator().line(),
                    awaited.accelerator().whenAttainmentAtLeast(),
                    awaited.accelerator().multiplier(),
                    awaited.attained(),
                    awaited.reached());
        }
    }

    /** Days for which one bonus target holds; both ends counted. */
    public record Segment(LocalDate from, LocalDate to, BigDecimal target, int days, int periodDays, BigDecimal money) {
        static Segment of(Proration.Stretch stretch) {
            BonusSegment segment = stretch.segment();
            BigDecimal days = BigDecimal.valueOf(segment.days());
            BigDecimal money = stretch.target()
                    .multiply(days)
                    .divide(BigDecimal.valueOf(segment.periodDays()), DECIMALS, RoundingMode.HALF_EVEN);
            return new Segment(
                    stretch.from(),
                    stretch.to(),
                    stretch.target(),
                    segment.days(),
                    segment.periodDays(),
                    Decimals.plain(money));
        }
    }

    /**
     * @param attainment null for what was given from a pool, as is the factor
     * @param settled whether its value was final
     * @param met whether the target itself was met; null where nobody compared
     * @param cap the most the factor could be
     * @param capped whether that took something
     */
    public record Line(
            @Nullable UUID objectiveId,
            @Nullable UUID goalId,
            boolean settled,
            BigDecimal weight,
            @Nullable BigDecimal attainment,
            @Nullable Boolean met,
            @Nullable BigDecimal cap,
            @Nullable BigDecimal factor,
            boolean capped,
            BigDecimal amount) {}

    static StatementFigures of(Payable payable) {
        Iterator<Payable.Line> lines = payable.lines().iterator();
        Iterator<Payout.Part> parts = payable.payout().parts().iterator();
        List<Version> versions = new ArrayList<>();
        for (Payable.Version version : payable.versions()) {
            Payout.Part part = parts.next();
            versions.add(new Version(
                    version.from(),
                    version.to(),
                    version.stretches().stream().map(Segment::of).toList(),
                    part.target(),
                    part.factor(),
                    version.terms().gate(),
                    part.modifier(),
                    version.terms().planCap(),
                    version.terms().capBeforeModifier(),
                    part.paid(),
                    part.capped(),
                    part.scale(),
                    gate(version),
                    version.terms().awaited().stream().map(AcceleratorRule::of).toList(),
                    version.terms().lines().stream()
                            .map(line -> line(line, lines.next()))
                            .toList()));
        }
        return new StatementFigures(versions);
    }

    private static @Nullable GateRule gate(Payable.Version version) {
        PlanTerms.Gate gate = version.agreed().gate();
        return gate == null ? null : new GateRule(gate.atLeast(), gate.factor(), version.gateReached());
    }

    private static Line line(PayoutLine terms, Payable.Line line) {
        Payout.Line paid = line.paid();
        return new Line(
                line.objectiveId(),
                line.goalId(),
                line.settled(),
                paid.weight(),
                paid.attainment(),
                paid.met(),
                terms instanceof PayoutLine.Scored scored ? scored.cap() : null,
                paid.factor(),
                paid.capped(),
                paid.amount().amount());
    }

    /** As much as a payout says by itself that was handed in without them. */
    static StatementFigures of(PayoutRecord payout) {
        List<Line> lines = payout.lines().stream()
                .map(line -> new Line(
                        null,
                        line.goalId(),
                        true,
                        line.weight(),
                        line.attainment(),
                        null,
                        null,
                        line.factor(),
                        false,
                        line.amount()))
                .toList();
        BigDecimal factor = payout.targetAmount().signum() == 0
                ? BigDecimal.ZERO
                : payout.total().divide(payout.targetAmount(), DECIMALS, RoundingMode.HALF_EVEN);
        return new StatementFigures(List.of(new Version(
                payout.periodStart(),
                payout.periodEnd(),
                List.of(),
                payout.targetAmount(),
                factor,
                payout.gate(),
                payout.modifier(),
                payout.planCap(),
                false,
                factor,
                payout.capped(),
                BigDecimal.ONE,
                null,
                List.of(),
                lines)));
    }
}
