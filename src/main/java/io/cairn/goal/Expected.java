package io.cairn.goal;

import io.cairn.kernel.Explained;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much progress the day asks for: the measure's profile over its own window (frameworks 1.6); 0 before the start. */
public final class Expected {
    private final MeasureTerms terms;
    private final Window window;
    private final LocalDate day;

    private Expected(MeasureTerms terms, Window window, LocalDate day) {
        this.terms = terms;
        this.window = window;
        this.day = day;
    }

    /** 0..1; {@code checkedInOn} is the latest check-in's day, which only a hit rate asks for. */
    public static BigDecimal of(MeasureTerms terms, Window window, LocalDate day, @Nullable LocalDate checkedInOn) {
        return new Expected(terms, window, day).made(checkedInOn).term().value();
    }

    public static Explained<@Nullable BigDecimal> explain(
            MeasureTerms terms, Window window, LocalDate day, @Nullable LocalDate checkedInOn) {
        var made = new Expected(terms, window, day).made(checkedInOn);
        return Explanation.of(
                made.term().value(),
                made.formula(),
                made.sentence(),
                List.of(made.term().as("expected", "Expected progress")));
    }

    private record Made(String formula, String sentence, Term term) {}

    private Made made(@Nullable LocalDate checkedInOn) {
        if (!window.begun(day)) {
            return new Made("expected.beforeStart", "Nothing is expected before the start.", Term.ZERO);
        }
        return switch (terms.kind()) {
            case MAINTAIN ->
                switch (terms.mode()) {
                    case HIT_RATE -> hitRate(checkedInOn);
                    case DISTANCE, LATEST -> always();
                };
            case RANGE -> always();
            case INCREASE, DECREASE, KPI_LINKED, MILESTONE, BOOLEAN, RUBRIC -> profile();
        };
    }

    private static Made always() {
        return new Made("expected.always", "A value to be kept is expected to be kept every day.", Term.ONE);
    }

    private Made hitRate(@Nullable LocalDate checkedInOn) {
        var expected = terms.expectedCheckIns();
        if (expected == null || expected <= 0) {
            return new Made("expected.hitRate", "No check-ins are expected.", Term.ZERO);
        }
        var due = Term.given(
                "checkInsDue",
                "Check-ins due so far",
                BigDecimal.valueOf(HitRate.due(expected, window, day, checkedInOn)));
        var all = Term.given("expectedCheckIns", "Expected check-ins", BigDecimal.valueOf(expected));
        return new Made("expected.hitRate", "The share of all expected check-ins that were due so far.", due.over(all));
    }

    private Made profile() {
        return switch (terms.profile()) {
            case LINEAR ->
                new Made(
                        "expected.linear",
                        "The share of the time that has passed.",
                        elapsed().over(total()));
            case BACK_LOADED ->
                new Made(
                        "expected.backLoaded",
                        "The share of the time that has passed, squared: slow, then fast.",
                        square(elapsed()).over(square(total())));
            case FRONT_LOADED -> frontLoaded();
            case S_CURVE -> sCurve();
            case MILESTONES -> milestones();
            case PLAN -> plan();
            case STEP ->
                new Made(
                        "expected.step",
                        "0 before the due day and 1 from it on.",
                        day.isBefore(window.endsOn()) ? Term.ZERO : Term.ONE);
        };
    }

    private Term elapsed() {
        return Term.given("elapsedDays", "Days passed", BigDecimal.valueOf(window.elapsedDays(day)));
    }

    private Term total() {
        return Term.given("totalDays", "Days in all", BigDecimal.valueOf(window.days()));
    }

    private static Term square(Term term) {
        return term.times(term);
    }

    /** 1 − (1 − e)², as one fraction. */
    private Made frontLoaded() {
        var all = square(total());
        return new Made(
                "expected.frontLoaded",
                "1 less the square of the share of the time that is left: fast, then slow.",
                all.minus(square(total().minus(elapsed()))).over(all));
    }

    /** 3e² − 2e³, as one fraction. */
    private Made sCurve() {
        var rise = Term.of(3).times(total()).minus(Term.of(2).times(elapsed()));
        return new Made(
                "expected.sCurve",
                "Slow at first, fast in the middle, slow at the end.",
                square(elapsed()).times(rise).over(square(total()).times(total())));
    }

    private Made milestones() {
        var milestones = terms.milestones();
        if (milestones.isEmpty()) {
            return new Made("expected.milestones", "There are no milestones yet.", Term.ZERO);
        }
        var due = new ArrayList<Term>();
        var all = new ArrayList<Term>();
        for (int i = 0; i < milestones.size(); i++) {
            var dueOn = milestones.get(i).dueOn();
            var weight = Progress.weight(milestones, i);
            all.add(weight);
            if (!day.isBefore(dueOn == null ? window.endsOn() : dueOn)) {
                due.add(weight);
            }
        }
        return new Made(
                "expected.milestones",
                "The milestones due by now, by their weights.",
                due.isEmpty() ? Term.ZERO : Term.sum(due).over(Term.sum(all)));
    }

    /** The plan starts at the baseline on the eve of the first day and ends at the target on the due day. */
    private Made plan() {
        var baseline = terms.baseline();
        var target = terms.target();
        if (baseline == null || target == null || baseline.compareTo(target) == 0) {
            return new Made("expected.plan", "Baseline and target are needed first.", Term.ZERO);
        }
        var before = new PlanPoint(window.startsOn().minusDays(1), baseline);
        var after = new PlanPoint(window.endsOn(), target);
        var today = window.over(day) ? window.endsOn() : day;
        for (PlanPoint point : terms.planPoints()) {
            if (!point.on().isAfter(today) && !point.on().isBefore(before.on())) {
                before = point;
            } else if (point.on().isAfter(today) && !point.on().isAfter(after.on())) {
                after = point;
            }
        }
        return new Made(
                "expected.plan",
                "Where the plan stands on its way from baseline to target.",
                onPlan(before, after, today, baseline, target).clamped());
    }

    private static Term onPlan(
            PlanPoint before, PlanPoint after, LocalDate today, BigDecimal baseline, BigDecimal target) {
        var from = Term.given("baseline", "Baseline", baseline);
        var way = Term.given("target", "Target", target).minus(from);
        var last = Term.given("planBefore", "Planned on " + before.on(), before.value());
        if (!after.on().isAfter(before.on())) {
            return last.minus(from).over(way);
        }
        var next = Term.given("planAfter", "Planned on " + after.on(), after.value());
        var span = days("planDays", "Days between the two", before.on(), after.on());
        var passed = days("daysSince", "Days since the first", before.on(), today);
        return last.minus(from).times(span).plus(next.minus(last).times(passed)).over(span.times(way));
    }

    private static Term days(String name, String label, LocalDate from, LocalDate to) {
        return Term.given(name, label, BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to)));
    }
}
