package io.cairn.framework.mbo;

import io.cairn.framework.mbo.Statement.Accelerator;
import io.cairn.framework.mbo.Statement.Adjustment;
import io.cairn.framework.mbo.Statement.Gate;
import io.cairn.framework.mbo.Statement.Line;
import io.cairn.framework.mbo.Statement.Terms;
import io.cairn.framework.mbo.Statement.Version;
import io.cairn.goal.Level;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.incentive.PayoutRecord;
import io.cairn.incentive.PayoutState;
import io.cairn.kernel.Decimals;
import io.cairn.kernel.Explained;
import io.cairn.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a statement from figures and, for those who may read them, terms. */
final class StatementWriter {
    private static final int DECIMALS = 18;

    private final ZoneId zone;

    StatementWriter(ZoneId zone) {
        this.zone = zone;
    }

    /** By what is known now. */
    Statement live(Plan plan, Payable payable) {
        boolean scored = plan.state() == PlanState.SCORED || plan.state() == PlanState.DISPUTED;
        StatementFigures figures = StatementFigures.of(payable);
        List<PlanTerms> terms =
                payable.versions().stream().map(Payable.Version::agreed).toList();
        Explained<BigDecimal> made = payable.payout().explained();
        Currency currency = payable.payout().total().currency();
        List<Version> versions = versions(figures, made, terms);
        BigDecimal total = payable.payout().total().amount();
        return new Statement(
                plan.id(),
                number(plan.id(), plan.endsOn()),
                true,
                plan.employee(),
                plan.manager(),
                plan.startsOn(),
                plan.endsOn(),
                scored ? Statement.Stage.SCORED : Statement.Stage.PROJECTED,
                scored ? plan.scoredOn() : null,
                currency.getCurrencyCode(),
                target(versions, currency),
                total,
                ofTarget(versions, total),
                versions,
                path(figures, versions, made),
                List.of(),
                total,
                made);
    }

    /**
     * As it was handed in.
     *
     * @param terms by version; empty for those who may not read the plan
     */
    Statement kept(PayoutRecord payout, StatementKept kept, List<PlanTerms> terms, List<PayoutRecord> later) {
        boolean whole = !terms.isEmpty();
        Explained<BigDecimal> made = whole ? kept.explained() : Derivation.withoutTerms(kept.explained());
        Currency currency = Currency.getInstance(payout.currency());
        List<Version> versions = versions(kept.statement(), made, terms);
        List<Adjustment> adjustments = adjustments(later, currency);
        BigDecimal mended = adjustments.stream()
                .filter(Adjustment::counts)
                .map(Adjustment::amount)
                .reduce(payout.total(), BigDecimal::add);
        return new Statement(
                payout.planId(),
                number(payout.planId(), payout.periodEnd()),
                whole,
                payout.employee(),
                payout.manager(),
                payout.periodStart(),
                payout.periodEnd(),
                stage(payout.state()),
                day(since(payout)),
                payout.currency(),
                target(versions, currency),
                payout.total(),
                ofTarget(versions, payout.total()),
                versions,
                path(kept.statement(), versions, made),
                adjustments,
                mended,
                made);
    }

    /** {@code 20260930-7F3A91C2}: the plan's last day and what tells it from others of that day. */
    private static String number(UUID plan, LocalDate end) {
        String digits = plan.toString().replace("-", "");
        return end.format(DateTimeFormatter.BASIC_ISO_DATE) + "-"
                + digits.substring(digits.length() - 8).toUpperCase(Locale.ROOT);
    }

    private static Statement.Stage stage(PayoutState state) {
        return switch (state) {
            case SUBMITTED -> Statement.Stage.WAITS;
            case APPROVED -> Statement.Stage.APPROVED;
            case PAID -> Statement.Stage.PAID;
            case REJECTED -> Statement.Stage.SCORED;
        };
    }

    private static Instant since(PayoutRecord payout) {
        Instant at = payout.paidAt() == null ? payout.decidedAt() : payout.paidAt();
        return at == null ? payout.submittedAt() : at;
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private static BigDecimal exact(List<Version> versions) {
        return versions.stream().map(Version::target).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal target(List<Version> versions, Currency currency) {
        return new Money(exact(versions), currency).amount();
    }

    private static @Nullable BigDecimal ofTarget(List<Version> versions, BigDecimal total) {
        BigDecimal target = exact(versions);
        return target.signum() == 0 ? null : total.divide(target, DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static List<Statement.PathStep> path(
            StatementFigures figures, List<Version> versions, Explained<BigDecimal> made) {
        return StatementPath.of(versions, made, figures.versions().getLast().capBeforeModifier());
    }

    private static List<Version> versions(StatementFigures figures, Explained<BigDecimal> made, List<PlanTerms> terms) {
        Map<String, String> inputs = new HashMap<>();
        made.inputs().forEach(input -> inputs.put(input.name(), input.value()));
        List<Version> versions = new ArrayList<>();
        boolean several = figures.versions().size() > 1;
        int before = 0;
        for (int i = 0; i < figures.versions().size(); i++) {
            StatementFigures.Version version = figures.versions().get(i);
            String mark = several ? "V" + (i + 1) : "";
            List<Line> lines = new ArrayList<>();
            for (StatementFigures.Line line : version.lines()) {
                String own = (lines.size() + 1) + mark;
                String name = "Objective " + (before + lines.size() + 1);
                lines.add(line(line, own, name, i < terms.size() ? terms.get(i) : null, inputs));
            }
            before += lines.size();
            versions.add(version(version, mark, lines, i < terms.size() ? terms.get(i) : null));
        }
        return versions;
    }

    private static Version version(
            StatementFigures.Version version, String mark, List<Line> lines, @Nullable PlanTerms terms) {
        return new Version(
                mark,
                version.from(),
                version.to(),
                Math.toIntExact(ChronoUnit.DAYS.between(version.from(), version.to()) + 1),
                version.segments(),
                version.target(),
                version.factor(),
                version.gate(),
                version.modifier(),
                version.planCap(),
                version.paid(),
                version.capped(),
                version.scale(),
                gate(version.gateRule(), terms),
                version.awaited().stream()
                        .map(one -> new Accelerator(
                                one.line() == null
                                        ? null
                                        : lines.get(one.line()).objective(),
                                one.atLeast(),
                                one.multiplier(),
                                one.attained(),
                                one.reached()))
                        .toList(),
                lines);
    }

    private static @Nullable Gate gate(StatementFigures.@Nullable GateRule rule, @Nullable PlanTerms terms) {
        PlanTerms.Gate agreed = terms == null ? null : terms.gate();
        return rule == null
                ? null
                : new Gate(agreed == null ? null : agreed.title(), rule.atLeast(), rule.factor(), rule.attained());
    }

    private static Line line(
            StatementFigures.Line line,
            String mark,
            String name,
            @Nullable PlanTerms terms,
            Map<String, String> inputs) {
        ObjectiveTerms asked = terms == null
                ? null
                : terms.objectives().stream()
                        .filter(each -> each.id().equals(line.objectiveId()))
                        .findFirst()
                        .orElse(null);
        String actual = inputs.get("actual" + mark);
        BigDecimal reached = asked == null || actual == null ? null : new BigDecimal(actual);
        return new Line(
                mark,
                asked == null ? null : line.goalId(),
                asked == null ? name : asked.title(),
                asked == null ? null : terms(asked),
                asked != null && asked.basis() == AttainmentBasis.RUBRIC ? null : reached,
                asked == null || reached == null ? null : level(asked, reached),
                line.settled(),
                line.weight(),
                line.attainment(),
                line.met(),
                line.factor(),
                line.cap(),
                line.capped(),
                line.amount());
    }

    private static Terms terms(ObjectiveTerms asked) {
        return new Terms(
                asked.scope(),
                asked.basis(),
                asked.unit(),
                Decimals.plainOrNull(asked.baseline()),
                Decimals.plainOrNull(asked.target()),
                asked.isNumeric() ? asked.comparatorOrUsual() : null);
    }

    private static @Nullable String level(ObjectiveTerms asked, BigDecimal reached) {
        return asked.basis() != AttainmentBasis.RUBRIC
                ? null
                : asked.levels().stream()
                        .filter(level -> level.score().compareTo(reached) == 0)
                        .map(Level::name)
                        .findFirst()
                        .orElse(null);
    }

    private List<Adjustment> adjustments(List<PayoutRecord> later, Currency currency) {
        List<Adjustment> adjustments = new ArrayList<>();
        for (PayoutRecord mended : later) {
            boolean counts = mended.state() == PayoutState.APPROVED || mended.state() == PayoutState.PAID;
            for (PayoutRecord.Line line : mended.lines()) {
                adjustments.add(new Adjustment(
                        day(since(mended)),
                        mended.adjustmentReason(),
                        line.label(),
                        new Money(line.amount(), currency).amount(),
                        mended.state().label(),
                        counts));
            }
        }
        return adjustments;
    }
}
