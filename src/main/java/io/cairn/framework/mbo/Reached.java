package io.cairn.framework.mbo;

import io.cairn.goal.Goal;
import io.cairn.goal.Level;
import io.cairn.goal.Measure;
import io.cairn.incentive.Attained;
import io.cairn.incentive.Attainment;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.incentive.PayoutCurve;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an objective came to, by its terms and what is said of it (frameworks 2.3). */
final class Reached {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal DOUBLE = new BigDecimal("2");

    private Reached() {}

    /** What it is worked out from; null while nothing can be said. */
    static @Nullable Attained of(ObjectiveTerms terms, Assessed said) {
        AttainmentBasis basis = terms.basis();
        if (basis == null) {
            return null;
        }
        BigDecimal actual = actual(terms, basis, said);
        if (actual == null) {
            return null;
        }
        Attained attained = basis.measured()
                ? new Attained(basis, terms.baseline(), terms.target(), terms.comparatorOrUsual(), actual)
                : new Attained(basis, null, null, io.cairn.kernel.Comparator.GE, actual);
        return attained.problems().isEmpty() ? attained : null;
    }

    static @Nullable Attainment attainment(ObjectiveTerms terms, Assessed said) {
        Attained attained = of(terms, said);
        return attained == null ? null : Attainment.of(attained);
    }

    private static @Nullable BigDecimal actual(ObjectiveTerms terms, AttainmentBasis basis, Assessed said) {
        return switch (basis) {
            case BASELINE_TO_TARGET, RATIO_TO_TARGET, INVERSE_RATIO, BOOLEAN -> said.value();
            case MILESTONE -> said.value() == null ? null : said.value().divide(HUNDRED);
            case RUBRIC ->
                terms.levels().stream()
                        .filter(level -> level.name().equals(said.level()))
                        .map(Level::score)
                        .findFirst()
                        .orElse(null);
        };
    }

    /** What check-ins or the metric say of its goal. */
    static Assessed now(ObjectiveTerms terms, Goal goal) {
        Measure measure = goal.measures().getFirst();
        if (measure.noData() || terms.basis() == null) {
            return Assessed.NONE;
        }
        return switch (terms.basis()) {
            case BASELINE_TO_TARGET, RATIO_TO_TARGET, INVERSE_RATIO -> new Assessed(measure.current(), null, "");
            case MILESTONE ->
                new Assessed(
                        Objects.requireNonNullElse(measure.progress(), BigDecimal.ZERO)
                                .multiply(HUNDRED)
                                .setScale(2, java.math.RoundingMode.HALF_UP),
                        null,
                        "");
            case RUBRIC -> new Assessed(null, measure.level(), "");
            case BOOLEAN -> new Assessed(measure.achieved() ? BigDecimal.ONE : BigDecimal.ZERO, null, "");
        };
    }

    /**
     * A line's own curve; or the plan's, in which its threshold takes the place of what lies below the target, and its maximum
     * of what lies above.
     */
    static PayoutCurve curve(PlanTerms plan, ObjectiveTerms line) {
        if (line.curve() != null) {
            return line.curve();
        }
        PayoutCurve usual = plan.curveOrUsual();
        PayoutCurve.Point half = point(line, line.threshold(), HALF);
        PayoutCurve.Point twice = point(line, line.maximum(), DOUBLE);
        if (half == null && twice == null) {
            return usual;
        }
        List<PayoutCurve.Point> points = new ArrayList<>();
        points.addAll(half == null ? beside(usual, -1) : List.of(half));
        points.add(new PayoutCurve.Point(BigDecimal.ONE, BigDecimal.ONE));
        points.addAll(twice == null ? beside(usual, 1) : List.of(twice));
        PayoutCurve own = new PayoutCurve(points, false);
        return own.problems().isEmpty() ? own : usual;
    }

    /** The points of a curve below the target, or above. */
    private static List<PayoutCurve.Point> beside(PayoutCurve curve, int side) {
        return curve.points().stream()
                .filter(point -> point.attainment().compareTo(BigDecimal.ONE) == side)
                .toList();
    }

    private static PayoutCurve.@Nullable Point point(ObjectiveTerms line, @Nullable BigDecimal value, BigDecimal pays) {
        Attainment at = at(line, value);
        return at == null ? null : new PayoutCurve.Point(at.atLeast(), pays);
    }

    /** What a value of a measured line attains; null for other lines, and where its terms are not complete. */
    static @Nullable Attainment at(ObjectiveTerms line, @Nullable BigDecimal value) {
        return value == null || !line.isNumeric() ? null : attainment(line, new Assessed(value, null, ""));
    }
}
