package io.cairn.dashboard.web;

import io.cairn.goal.CheckIn;
import io.cairn.goal.Counting;
import io.cairn.goal.Goal;
import io.cairn.goal.Measure;
import io.cairn.goal.Reporting.Report;
import io.cairn.kernel.Display;
import io.cairn.metric.Metric;
import io.cairn.metric.RecentPoints;
import io.cairn.web.part.Point;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key result that waits for its check-in, with the line of those before.
 *
 * @param thing what a point of the line is: check-in, or value of the metric that is followed
 */
public record DueLine(Report report, List<Point> actual, String thing, List<Point> plan, LocalDate today) {

    /** @param followed the metric it takes its values from, if any */
    static DueLine of(Report report, List<CheckIn> checkIns, @Nullable Metric followed, ZonedDateTime now) {
        return new DueLine(
                report,
                followed == null ? actual(report.measure(), checkIns, now) : RecentPoints.of(followed),
                followed == null ? "check-in" : "value",
                plan(report.goal(), report.measure(), now.toLocalDate()),
                now.toLocalDate());
    }

    private static List<Point> actual(Measure measure, List<CheckIn> checkIns, ZonedDateTime now) {
        List<Point> points = new ArrayList<>();
        BigDecimal sum = Objects.requireNonNullElse(measure.baseline(), BigDecimal.ZERO);
        for (CheckIn checkIn : checkIns) {
            if (checkIn.value() != null) {
                sum = sum.add(checkIn.value());
                points.add(new Point(
                        LocalDate.ofInstant(checkIn.at(), now.getZone()),
                        measure.counting() == Counting.INCREMENT ? sum : checkIn.value()));
            }
        }
        return points;
    }

    /** From the baseline to where the measure is expected today. */
    private static List<Point> plan(Goal goal, Measure measure, LocalDate today) {
        BigDecimal from = measure.baseline();
        BigDecimal to = measure.target();
        BigDecimal expected = measure.expected();
        if (!measure.kind().directional()
                || from == null
                || to == null
                || expected == null
                || goal.startsOn() == null) {
            return List.of();
        }
        BigDecimal planned = from.add(to.subtract(from).multiply(expected), MathContext.DECIMAL64);
        return List.of(new Point(goal.startsOn(), from), new Point(today, planned));
    }

    public Measure measure() {
        return report.measure();
    }

    public boolean drawn() {
        return actual.size() > 1;
    }

    public String trend() {
        return HomePage.counted(actual.size(), thing) + " from "
                + Display.number(actual.getFirst().value()) + " to "
                + Display.number(actual.getLast().value());
    }

    public @Nullable String health() {
        return measure().health() == null ? null : measure().health().name();
    }

    public String explanation() {
        return "/measures/" + measure().id() + "/explanation?figure=value";
    }

    public String due() {
        return report.due().words(today);
    }

    public boolean isLate() {
        LocalDate on = report.due().on();
        return on != null && on.isBefore(today);
    }
}
