package io.cairn.incentive;

import io.cairn.kernel.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What an attainment pays, as a share of what the target pays: nothing below the first point, straight from point to point
 * (or, when stepped, as the last point reached), flat above the last. Source: frameworks 2.3.
 */
public record PayoutCurve(List<Point> points, boolean stepped) {
    /** Threshold 80 % pays 50 %, target 100 % pays 100 %, maximum 120 % pays 200 %. */
    public static final PayoutCurve DEFAULT =
            new PayoutCurve(List.of(Point.of("0.8", "0.5"), Point.of("1", "1"), Point.of("1.2", "2")), false);

    private static final int DECIMALS = 18;
    private static final int MOST = 50;
    private static final BigDecimal HIGH_THRESHOLD = new BigDecimal("0.9");
    private static final BigDecimal CLIFF = new BigDecimal("0.25");
    private static final BigDecimal USUAL_START = new BigDecimal("0.5");
    private static final BigDecimal ONE_POINT = new BigDecimal("0.01");

    /** Both as shares: 0.8 is 80 %. */
    public record Point(BigDecimal attainment, BigDecimal payout) {
        public static Point of(String attainment, String payout) {
            return new Point(new BigDecimal(attainment), new BigDecimal(payout));
        }

        boolean negative() {
            return attainment.signum() < 0 || payout.signum() < 0;
        }
    }

    /** What is dubious about a curve, though it is kept (MBO-S5). */
    public enum Concern {
        CURVE_CLIFF("A little more attainment jumps the payout by more than 25 points; people then work for the edge."),
        CURVE_HIGH_THRESHOLD("Nothing is paid up to more than 90 %; a near miss feels like no effort at all."),
        CURVE_FALLS("Somewhere a higher attainment pays less.");

        private final String message;

        Concern(String message) {
            this.message = message;
        }

        public String message() {
            return message;
        }
    }

    public PayoutCurve {
        points = List.copyOf(points);
    }

    /** What keeps this from being a curve; fields are named {@code points[1].attainment}. */
    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        if (points.isEmpty()) {
            problems.add(IncentiveProblem.CURVE_EMPTY.at("points"));
        }
        if (points.size() > MOST) {
            problems.add(IncentiveProblem.CURVE_TOO_LONG.at("points"));
        }
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).negative()) {
                problems.add(IncentiveProblem.CURVE_NEGATIVE.at("points[" + i + "]"));
            }
            int order = i == 0
                    ? 1
                    : points.get(i).attainment().compareTo(points.get(i - 1).attainment());
            if (order <= 0) {
                problems.add((order == 0 ? IncentiveProblem.CURVE_DUPLICATE : IncentiveProblem.CURVE_DESCENDING)
                        .at("points[" + i + "].attainment"));
            }
        }
        return problems;
    }

    /** Soft: said beside the curve, never refused. The first point may jump to half, as the usual curve does. */
    public List<Concern> concerns() {
        var concerns = new ArrayList<Concern>();
        if (jumps()) {
            concerns.add(Concern.CURVE_CLIFF);
        }
        if (!points.isEmpty() && points.getFirst().attainment().compareTo(HIGH_THRESHOLD) > 0) {
            concerns.add(Concern.CURVE_HIGH_THRESHOLD);
        }
        if (falls()) {
            concerns.add(Concern.CURVE_FALLS);
        }
        return concerns;
    }

    private boolean jumps() {
        if (!points.isEmpty() && points.getFirst().payout().compareTo(USUAL_START) > 0) {
            return true;
        }
        for (int i = 1; i < points.size(); i++) {
            var high = points.get(i);
            var low = points.get(i - 1);
            boolean sudden =
                    stepped || high.attainment().subtract(low.attainment()).compareTo(ONE_POINT) <= 0;
            if (sudden && high.payout().subtract(low.payout()).compareTo(CLIFF) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether more attainment somewhere pays less. */
    public boolean falls() {
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).payout().compareTo(points.get(i - 1).payout()) < 0) {
                return true;
            }
        }
        return false;
    }

    /** What this attainment pays, with 18 decimals. */
    public BigDecimal payout(BigDecimal attainment) {
        return exact(Fraction.of(attainment)).decimal();
    }

    Fraction exact(Fraction attainment) {
        int reached = reached(attainment);
        if (reached < 0) {
            return Fraction.ZERO;
        }
        var low = points.get(reached);
        if (stepped || reached == points.size() - 1) {
            return Fraction.of(low.payout());
        }
        var high = points.get(reached + 1);
        var slope = Fraction.of(
                high.payout().subtract(low.payout()), high.attainment().subtract(low.attainment()));
        return Fraction.of(low.payout())
                .plus(attainment.minus(Fraction.of(low.attainment())).times(slope));
    }

    /** The same as arithmetic over the attainment's name. */
    String expression(Fraction attainment, String name) {
        int reached = reached(attainment);
        if (reached < 0) {
            return "0";
        }
        var low = points.get(reached);
        var paid = low.payout().toPlainString();
        if (stepped || reached == points.size() - 1) {
            return paid;
        }
        var high = points.get(reached + 1);
        return "%s + (%s - %s) * (%s - %s) / (%s - %s)"
                .formatted(
                        paid,
                        name,
                        low.attainment().toPlainString(),
                        high.payout().toPlainString(),
                        paid,
                        high.attainment().toPlainString(),
                        low.attainment().toPlainString());
    }

    /** What the expression gives for the attainment's 18 decimals. */
    BigDecimal onDecimals(Fraction attainment, BigDecimal decimals) {
        int reached = reached(attainment);
        if (reached < 0 || stepped || reached == points.size() - 1) {
            return exact(attainment).decimal();
        }
        var low = points.get(reached);
        var high = points.get(reached + 1);
        return low.payout()
                .add(decimals.subtract(low.attainment())
                        .multiply(high.payout().subtract(low.payout()))
                        .divide(high.attainment().subtract(low.attainment()), DECIMALS, RoundingMode.HALF_EVEN));
    }

    /** The last point this attainment reaches; −1 below the first. */
    private int reached(Fraction attainment) {
        int last = -1;
        for (int i = 0; i < points.size(); i++) {
            if (attainment.compareTo(Fraction.of(points.get(i).attainment())) >= 0) {
                last = i;
            }
        }
        return last;
    }
}
