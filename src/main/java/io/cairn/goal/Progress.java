package io.cairn.goal;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Display;
import io.cairn.kernel.Explained;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far one measure has come: a formula for each kind, one for rising and falling targets (frameworks 1.3). */
public final class Progress {
    private final MeasureTerms terms;
    private final Reading reading;

    private Progress(MeasureTerms terms, Reading reading) {
        this.terms = terms;
        this.reading = reading;
    }

    /** A measure nobody checked in yet stands at its baseline, with {@code noData}. */
    public static MeasureProgress of(MeasureTerms terms, Reading reading) {
        var made = new Progress(terms, reading).made();
        return new MeasureProgress(
                valueOf(made.raw()), valueOf(made.progress()), made.achieved(), reading.noData() && !made.begun());
    }

    public static Explained<@Nullable BigDecimal> explain(MeasureTerms terms, Reading reading) {
        var made = new Progress(terms, reading).made();
        var progress = made.progress();
        return Explanation.of(
                valueOf(progress), made.formula(), made.sentence(), progress == null ? List.of() : List.of(progress));
    }

    private static @Nullable BigDecimal valueOf(@Nullable Term term) {
        return term == null ? null : term.value();
    }

    /** What a formula gives; {@code begun} when there is something to tell without a check-in. */
    private record Made(
            String formula,
            String sentence,
            @Nullable Term raw,
            @Nullable Term progress,
            boolean achieved,
            boolean begun) {

        static Made of(String formula, String sentence, Term way, boolean achieved) {
            var raw = way.as("raw", "Before limiting it to 0 to 1");
            return new Made(formula, sentence, raw, progress(raw.clamped()), achieved, false);
        }

        static Made undefined(String formula, String sentence) {
            return new Made(formula, sentence, null, null, false, false);
        }

        static Made allOrNothing(String formula, String sentence, boolean achieved) {
            return new Made(formula, sentence, null, progress(achieved ? Term.ONE : Term.ZERO), achieved, false);
        }

        private static Term progress(Term term) {
            return term.as("progress", "Progress");
        }
    }

    private Made made() {
        return switch (terms.kind()) {
            case INCREASE, DECREASE, KPI_LINKED -> way();
            case MAINTAIN -> kept();
            case RANGE -> range();
            case MILESTONE -> milestones();
            case BOOLEAN -> yesOrNo();
            case RUBRIC -> level();
        };
    }

    private Made way() {
        var baseline = terms.baseline();
        var target = terms.target();
        if (baseline == null || target == null) {
            return Made.undefined("progress.directional", "Baseline and target are needed first.");
        }
        var value = reading.value();
        boolean achieved = value != null && terms.meets(value);
        if (baseline.compareTo(target) == 0) {
            return Made.allOrNothing(
                    "progress.latest", "There is no way from the baseline to the target: it is met or not.", achieved);
        }
        var from = Term.given("baseline", "Baseline", baseline);
        var to = Term.given("target", "Target", target);
        var now = Term.given("value", "Current value", value == null ? baseline : value);
        return Made.of(
                "progress.directional",
                "The share of the way from %s to %s.".formatted(Display.number(baseline), Display.number(target)),
                now.minus(from).over(to.minus(from)),
                achieved);
    }

    private Made kept() {
        return switch (terms.mode()) {
            case HIT_RATE -> hitRate();
            case DISTANCE -> distance();
            case LATEST -> latest();
        };
    }

    private Made hitRate() {
        var expected = terms.expectedCheckIns();
        if (expected == null || expected <= 0) {
            return Made.undefined("progress.hitRate", "No check-ins are expected.");
        }
        var hits = Term.given("hits", "Check-ins that kept it", BigDecimal.valueOf(reading.hits()));
        var all = Term.given("expectedCheckIns", "Expected check-ins", BigDecimal.valueOf(expected));
        return Made.of(
                "progress.hitRate",
                "The share of all expected check-ins that kept the value; one left out is a miss.",
                hits.over(all),
                reading.hits() >= expected);
    }

    private Made distance() {
        var target = terms.target();
        var comparator = terms.comparator();
        if (target == null || target.signum() == 0 || comparator == null) {
            return Made.undefined("progress.distance", "A target other than 0 is needed first.");
        }
        var value = reading.value();
        if (value == null) {
            return withoutValue("progress.distance");
        }
        var to = Term.given("target", "Target", target);
        var now = Term.given("value", "Current value", value);
        Term size = target.signum() > 0 ? to : Term.ZERO.minus(to);
        return Made.of(
                "progress.distance",
                "1 less the share of the target by which the value misses it.",
                Term.ONE.plus(margin(comparator, now, to).over(size)),
                terms.meets(value));
    }

    /** How far the value lies on the good side. */
    private static Term margin(Comparator comparator, Term now, Term to) {
        return switch (comparator) {
            case GE, GT -> now.minus(to);
            case LE, LT -> to.minus(now);
            case EQ, BETWEEN -> now.minus(to).atMost(to.minus(now));
        };
    }

    private Made latest() {
        var value = reading.value();
        return value == null
                ? withoutValue("progress.latest")
                : Made.allOrNothing(
                        "progress.latest", "1 when the latest value keeps the target, else 0.", terms.meets(value));
    }

    private static Made withoutValue(String formula) {
        return Made.allOrNothing(formula, "0 until the first check-in.", false);
    }

    private Made range() {
        var low = terms.low();
        var high = terms.high();
        if (low == null || high == null) {
            return Made.undefined("progress.range", "Both ends of the range are needed first.");
        }
        var value = reading.value();
        if (value == null) {
            return withoutValue("progress.range");
        }
        if (terms.meets(value)) {
            return Made.of("progress.range", "1 inside the range.", Term.ONE, true);
        }
        var now = Term.given("value", "Current value", value);
        boolean below = value.compareTo(low) < 0;
        var end = below ? Term.given("low", "Low", low) : Term.given("high", "High", high);
        var zero = below ? floor(low, high) : ceiling(low, high);
        if (zero.value().compareTo(end.value()) == 0) {
            return Made.allOrNothing("progress.range", "0 outside a range that allows nothing beside it.", false);
        }
        return Made.of(
                "progress.range",
                "1 inside the range, falling to 0 at %s.".formatted(Display.number(zero.value())),
                below ? now.minus(zero).over(end.minus(zero)) : zero.minus(now).over(zero.minus(end)),
                false);
    }

    private Term floor(BigDecimal low, BigDecimal high) {
        var floor = terms.floor();
        return Term.given(
                "floor", "Floor, where nothing is left", floor == null ? low.subtract(allowance(low, high)) : floor);
    }

    private Term ceiling(BigDecimal low, BigDecimal high) {
        var ceiling = terms.ceiling();
        return Term.given(
                "ceiling",
                "Ceiling, where nothing is left",
                ceiling == null ? high.add(allowance(low, high)) : ceiling);
    }

    /** The range's own width, or a tenth of the value when it has none (frameworks 1.3). */
    private static BigDecimal allowance(BigDecimal low, BigDecimal high) {
        var width = high.subtract(low);
        return width.signum() == 0 ? low.abs().movePointLeft(1) : width;
    }

    private Made milestones() {
        var milestones = terms.milestones();
        if (milestones.isEmpty()) {
            return Made.undefined("progress.milestones", "There are no milestones yet.");
        }
        var done = new ArrayList<Term>();
        var all = new ArrayList<Term>();
        boolean complete = true;
        boolean begun = false;
        for (int i = 0; i < milestones.size(); i++) {
            var share = done(i);
            var weight = weight(milestones, i);
            done.add(weight.times(Term.given("done" + (i + 1), milestones.get(i).name() + ": done", share)));
            all.add(weight);
            complete &= share.compareTo(BigDecimal.ONE) >= 0;
            begun |= share.signum() > 0;
        }
        var raw = Term.sum(done).over(Term.sum(all)).as("raw", "Before limiting it to 0 to 1");
        return new Made(
                "progress.milestones",
                "What is done of the milestones, by their weights.",
                raw,
                Made.progress(raw.clamped()),
                complete,
                begun);
    }

    private BigDecimal done(int i) {
        return i < reading.done().size()
                ? reading.done().get(i)
                : terms.milestones().get(i).done();
    }

    /** A milestone's weight; when all weigh nothing they weigh the same. */
    static Term weight(List<Milestone> milestones, int i) {
        boolean weightless = milestones.stream().allMatch(m -> m.weight().signum() == 0);
        var milestone = milestones.get(i);
        return Term.given(
                "weight" + (i + 1), milestone.name() + ": weight", weightless ? BigDecimal.ONE : milestone.weight());
    }

    private Made yesOrNo() {
        var value = reading.value();
        boolean yes = value != null && value.compareTo(BigDecimal.ONE) >= 0;
        return Made.of(
                "progress.yesOrNo",
                "1 when the answer is yes, else 0.",
                Term.given("answer", "Answer", yes ? BigDecimal.ONE : BigDecimal.ZERO),
                yes);
    }

    private Made level() {
        var score = terms.levels().stream()
                .filter(level -> level.name().equals(reading.level()))
                .map(Level::score)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        return Made.of(
                "progress.level",
                "The score of the level reached.",
                Term.given("score", "Score of the level", score),
                score.compareTo(BigDecimal.ONE) >= 0);
    }
}
