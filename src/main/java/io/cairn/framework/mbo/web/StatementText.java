package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.ObjectiveScope;
import io.cairn.framework.mbo.Statement;
import io.cairn.framework.mbo.StatementFigures;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.Display;
import io.cairn.kernel.Money;
import io.cairn.web.part.Formula;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A statement in words and printed figures: the same on the page, in the PDF and in Word. */
public record StatementText(Statement statement) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final String BY_VERSION = "by version";
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String shortDays(LocalDate from, LocalDate to) {
        return SHORT.format(from) + " to " + SHORT.format(to);
    }

    public String period() {
        boolean sameYear = statement.startsOn().getYear() == statement.endsOn().getYear();
        String from = sameYear
                ? DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH).format(statement.startsOn())
                : day(statement.startsOn());
        return from + " to " + day(statement.endsOn());
    }

    public String readers() {
        String manager = statement.manager() == null ? "" : statement.manager().name() + ", ";
        return statement.employee().name() + ", " + manager + "HR and compensation only";
    }

    public String totalLabel() {
        return statement.stage() == Statement.Stage.PROJECTED ? "Projected payout" : "Payout";
    }

    public String lede() {
        LocalDate since = statement.since();
        String on = since == null ? "" : " on " + day(since);
        return switch (statement.stage()) {
            case PROJECTED ->
                "What the plan would pay by what is known now. Nothing is owed until it is scored and approved.";
            case SCORED -> "Scored" + on + ". It is not handed in for pay yet, so it can still change.";
            case WAITS -> "Handed in for pay" + on + ". It waits for compensation and stays as it was handed in.";
            case APPROVED -> "Approved by compensation" + on + ". It is paid with the next payout run.";
            case PAID -> "Paid" + on + ".";
        };
    }

    /** Without the currency, which stands in the head of its column. */
    public String money(BigDecimal amount) {
        String code = statement.currency();
        String shown = Display.money(new Money(amount, Currency.getInstance(code)));
        return shown.substring(0, shown.length() - code.length()).strip();
    }

    /** Two decimals: {@code 80.00}; a dash where there is nothing to say. */
    public static String percent(@Nullable BigDecimal share) {
        return Display.share(share);
    }

    /** The same with its unit. */
    public static String percentage(@Nullable BigDecimal share) {
        return share == null ? Display.NONE : percent(share) + " %";
    }

    public static String weight(BigDecimal weight) {
        return Display.number(weight) + " %";
    }

    /** What the objective was measured by; empty for those who may not read it. */
    public static String about(Statement.Line line) {
        Statement.Terms terms = line.terms();
        if (terms == null) {
            return "";
        }
        if (terms.scope() == ObjectiveScope.DISCRETIONARY) {
            return "Given from a pool";
        }
        String how = terms.basis() == null ? "Not measured yet" : terms.basis().label();
        return terms.scope() == ObjectiveScope.COMPANY ? "Company objective · " + how.toLowerCase(Locale.ROOT) : how;
    }

    /** {@code from 2,000,000 to 2,300,000}, {@code target 25 %}. */
    public static String asked(Statement.Line line) {
        Statement.Terms terms = line.terms();
        if (terms == null || terms.target() == null) {
            return "";
        }
        String target = Display.value(terms.target(), terms.unit());
        return terms.basis() == AttainmentBasis.BASELINE_TO_TARGET && terms.baseline() != null
                ? "from " + Display.value(terms.baseline(), terms.unit()) + " to " + target
                : "target " + target;
    }

    public static String reached(Statement.Line line) {
        Statement.Terms terms = line.terms();
        if (terms == null || terms.scope() == ObjectiveScope.DISCRETIONARY) {
            return Display.NONE;
        }
        if (line.level() != null) {
            return line.level();
        }
        if (terms.basis() == AttainmentBasis.BOOLEAN) {
            return line.attainment() != null && line.attainment().signum() > 0 ? "Done" : "Not done";
        }
        if (line.reached() == null) {
            return line.settled() ? Display.NONE : "No value yet";
        }
        return terms.basis() == AttainmentBasis.MILESTONE
                ? Display.number(line.reached()
                                .movePointRight(2)
                                .setScale(2, RoundingMode.HALF_UP)
                                .stripTrailingZeros())
                        + " %"
                : Display.value(line.reached(), terms.unit());
    }

    /** Whether the target was met, where anybody compared, and whether that is the last word. */
    public static String verdict(Statement.Line line) {
        String met = line.met() == null ? "" : line.met() ? "Target met" : "Target not met";
        String open = line.settled() ? "" : "so far";
        return met.isEmpty() || open.isEmpty() ? met + open : met + " " + open;
    }

    /** {@code 5,000.00 × 60 % × 50.00 %}. */
    public String work(Statement.Version version, Statement.Line line) {
        if (line.factor() == null) {
            return "as it was given";
        }
        List<String> parts =
                new ArrayList<>(List.of(money(version.target()), weight(line.weight()), percentage(line.factor())));
        for (BigDecimal factor : List.of(version.gate(), version.modifier(), version.scale())) {
            if (factor.compareTo(BigDecimal.ONE) != 0) {
                parts.add(factor(factor));
            }
        }
        return String.join(" × ", parts);
    }

    /** Four decimals at most. */
    public static String factor(@Nullable BigDecimal factor) {
        return factor == null
                ? Display.NONE
                : Display.number(factor.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros());
    }

    public String factorNote(Statement.Line line) {
        BigDecimal cap = line.cap();
        return line.capped() && cap != null ? "capped at " + percentage(cap) : "";
    }

    /** {@code 1 Jul to 15 Aug, 46 of 92 days}. */
    public static String days(StatementFigures.Segment segment) {
        return shortDays(segment.from(), segment.to()) + ", " + segment.days() + " of " + segment.periodDays()
                + " days";
    }

    public BigDecimal amount(Statement.Version version) {
        return version.lines().stream().map(Statement.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public boolean several() {
        return statement.versions().size() > 1;
    }

    /** Every step of the total, as people read it. */
    public List<Formula.Line> formula() {
        return Formula.of(statement.explanation()).lines();
    }

    /** What a step of the path has to say besides its factor. */
    public String rule(Statement.PathStep step) {
        Statement.Version last = statement.versions().getLast();
        return switch (step.name()) {
            case "atTarget" -> several() ? "for the days of each version" : "for " + last.days() + " days";
            case "byObjectives" -> "payout factors by weight";
            case "gated" -> step.factor() == null ? BY_VERSION : gate(step);
            case "afterModifier" -> step.factor() == null ? BY_VERSION : modifier(step);
            case "afterCap" -> cap(last);
            case "withPools" -> "beside all factors and caps";
            default -> "half a cent upwards";
        };
    }

    private String gate(Statement.PathStep step) {
        if (statement.versions().stream().allMatch(version -> version.gateRule() == null)) {
            return one(step.factor()) ? "none in this plan" : "shut";
        }
        return one(step.factor()) ? "open" : "shut";
    }

    private String modifier(Statement.PathStep step) {
        boolean accelerated = statement.versions().stream()
                .flatMap(version -> version.accelerators().stream())
                .anyMatch(Statement.Accelerator::reached);
        String times = one(step.factor()) ? "none" : "times " + factor(step.factor());
        return accelerated ? times + ", accelerators included" : times;
    }

    /** The gate and the accelerators with what came of them; empty without any. */
    public List<String> conditions() {
        List<String> all = new ArrayList<>();
        for (Statement.Version version : statement.versions()) {
            String days = several() ? shortDays(version.from(), version.to()) + ". " : "";
            ConditionWords.of(version.gateRule(), version.accelerators()).forEach(words -> all.add(days + words));
        }
        return all;
    }

    private static boolean one(@Nullable BigDecimal factor) {
        return factor != null && factor.compareTo(BigDecimal.ONE) == 0;
    }

    private String cap(Statement.Version last) {
        if (last.planCap() == null) {
            return "none";
        }
        boolean taken = statement.versions().stream().anyMatch(Statement.Version::capped);
        return "at most " + percentage(last.planCap()) + " of target; " + (taken ? "reached" : "not reached");
    }
}
