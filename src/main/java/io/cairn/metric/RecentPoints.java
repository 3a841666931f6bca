package io.cairn.metric;

import io.cairn.web.part.Point;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A metric's last periods as a small chart draws them. */
public final class RecentPoints {
    private RecentPoints() {}

    /** On the first day of each period, oldest first; missing values are left out. */
    public static List<Point> of(Metric metric) {
        MetricFigures figures = metric.figures();
        if (figures.periodStart() == null || figures.asOf() == null) {
            return List.of();
        }
        List<Point> points = new ArrayList<>();
        Period period = new Period(figures.periodStart(), figures.asOf());
        for (BigDecimal value : figures.recent().reversed()) {
            if (value != null) {
                points.add(new Point(period.start(), value));
            }
            period = metric.sheet().frequency().previous(period);
        }
        Collections.reverse(points);
        return points;
    }
}
