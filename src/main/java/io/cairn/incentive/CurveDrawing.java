package io.cairn.incentive;

import io.cairn.incentive.PayoutCurve.Point;
import io.cairn.kernel.Display;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A payout curve as lines in a box of 320 by 160: attainment to the right, payout upwards.
 *
 * @param line the curve as the points of a polyline
 * @param target where an attainment of 100 % stands
 */
public record CurveDrawing(String line, String target, List<Mark> marks, List<Label> labels) {
    private static final BigDecimal LEFT = new BigDecimal("40");
    private static final BigDecimal WIDTH = new BigDecimal("272");
    private static final BigDecimal BOTTOM = new BigDecimal("136");
    private static final BigDecimal HEIGHT = new BigDecimal("122");
    private static final BigDecimal BEYOND = new BigDecimal("0.2");
    private static final BigDecimal APART = new BigDecimal("36");
    private static final BigDecimal ROW = new BigDecimal("14");

    public record Mark(String x, String y) {}

    public record Label(String x, String y, String anchor, String text) {}

    public static CurveDrawing of(PayoutCurve curve) {
        return new Pen(curve.points()).draw(curve.stepped());
    }

    /** {@code 80 %}, {@code 112.5 %}. */
    public static String percent(BigDecimal share) {
        return Display.number(share.movePointRight(2)) + " %";
    }

    /** Knows the scale: from 0 to a little beyond the last point, and to what it pays at most. */
    private record Pen(List<Point> points, BigDecimal widest, BigDecimal highest) {
        Pen(List<Point> points) {
            this(
                    points,
                    points.getLast().attainment().max(BigDecimal.ONE).add(BEYOND),
                    points.stream().map(Point::payout).reduce(BigDecimal.ONE, BigDecimal::max));
        }

        CurveDrawing draw(boolean stepped) {
            var line = new ArrayList<String>();
            line.add(at(BigDecimal.ZERO, BigDecimal.ZERO));
            var before = BigDecimal.ZERO;
            for (Point point : points) {
                if (stepped || line.size() == 1) {
                    line.add(at(point.attainment(), before));
                }
                line.add(at(point.attainment(), point.payout()));
                before = point.payout();
            }
            line.add(at(widest, before));
            var marks = points.stream()
                    .map(point -> new Mark(text(x(point.attainment())), text(y(point.payout()))))
                    .toList();
            return new CurveDrawing(String.join(" ", line), text(x(BigDecimal.ONE)), marks, labels());
        }

        /** Below the axis and beside it, as far as there is room. */
        private List<Label> labels() {
            var labels = new ArrayList<Label>();
            var lastX = APART.negate();
            var lastY = BOTTOM.add(ROW).add(ROW);
            for (Point point : points) {
                var x = x(point.attainment());
                if (x.subtract(lastX).compareTo(APART) >= 0) {
                    labels.add(new Label(text(x), "154", "middle", percent(point.attainment())));
                    lastX = x;
                }
                var y = y(point.payout());
                if (lastY.subtract(y).abs().compareTo(ROW) >= 0) {
                    labels.add(new Label("34", text(y.add(new BigDecimal("4"))), "end", percent(point.payout())));
                    lastY = y;
                }
            }
            return labels;
        }

        private String at(BigDecimal attainment, BigDecimal payout) {
            return text(x(attainment)) + "," + text(y(payout));
        }

        private BigDecimal x(BigDecimal attainment) {
            return LEFT.add(WIDTH.multiply(attainment).divide(widest, 1, RoundingMode.HALF_UP));
        }

        private BigDecimal y(BigDecimal payout) {
            return BOTTOM.subtract(HEIGHT.multiply(payout).divide(highest, 1, RoundingMode.HALF_UP));
        }

        private static String text(BigDecimal place) {
            return place.setScale(1, RoundingMode.HALF_UP).toPlainString();
        }
    }
}
