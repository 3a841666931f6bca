package io.cairn.framework.hybrid.web;

import io.cairn.kernel.Display;
import io.cairn.metric.Metric;
import io.cairn.metric.RecentPoints;
import io.cairn.web.part.Mark;
import io.cairn.web.part.Point;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A KPI on the board and in the inbox: value, target, status and its last thirteen periods. */
public record KpiLine(Metric metric) {

    public String href() {
        return "/metrics/" + metric.id();
    }

    public String value() {
        return Shown.value(metric.figures().value(), metric.sheet());
    }

    public String target() {
        return Shown.target(metric.figures(), metric.sheet());
    }

    public String status() {
        return metric.status().name();
    }

    public String mark() {
        return Mark.ofMetric(status()).name();
    }

    /** Oldest first; missing values are left out. */
    public List<Point> points() {
        return RecentPoints.of(metric);
    }

    public String trend() {
        return metric.name() + ", lately: "
                + metric.figures().recent().stream()
                        .filter(Objects::nonNull)
                        .map(Display::number)
                        .collect(Collectors.joining(", "));
    }
}
