package io.cairn.web.part;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sparkline of 80 by 22: the check-ins, and the plan up to today as far as there is one.
 *
 * @param plan the polyline's points; empty where there is no plan
 * @param real the polyline's points; empty with fewer than two check-ins
 * @param dot the last check-in
 */
public record Spark(String plan, String real, @Nullable Dot dot) {
    private static final Frame.Box BOX = new Frame.Box(3, 76, 3, 19);

    /** A filled circle. */
    public record Dot(String x, String y, String tone) {}

    /** Points oldest first; health colours the last dot. */
    public static Spark of(List<Point> actual, List<Point> plan, @Nullable String health) {
        if (actual.isEmpty() && plan.isEmpty()) {
            return new Spark("", "", null);
        }
        var frame = Frame.around(actual, plan, BOX);
        return new Spark(
                plan.size() < 2 ? "" : frame.line(plan),
                actual.size() < 2 ? "" : frame.line(actual),
                actual.isEmpty() ? null : dot(frame, actual.getLast(), health));
    }

    private static Dot dot(Frame frame, Point last, @Nullable String health) {
        return new Dot(Frame.number(frame.x(last.day())), Frame.number(frame.y(last.value())), Mark.toneOf(health));
    }
}
