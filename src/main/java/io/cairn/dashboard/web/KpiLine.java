package io.cairn.dashboard.web;

import io.cairn.kernel.Display;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A KPI as one line of Home. */
public record KpiLine(Metric metric) {
    public String href() {
        return "/metrics/" + metric.id();
    }

    public String value() {
        return shown(metric.figures().value());
    }

    /** {@code Noah · target at least 92 % · nobody has said why}. */
    public String words() {
        MetricFigures figures = metric.figures();
        return Stream.of(
                        metric.sheet().owner().name(),
                        target(figures),
                        figures.noteMissing() ? "nobody has said why" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String target(MetricFigures figures) {
        if (figures.low() != null && figures.high() != null) {
            return "target " + shown(figures.low()) + " to " + shown(figures.high());
        }
        return figures.target() == null || figures.comparator() == null
                ? ""
                : "target " + figures.comparator().label() + " " + shown(figures.target());
    }

    private String shown(@Nullable BigDecimal value) {
        BigDecimal rounded =
                value == null ? null : value.setScale(metric.sheet().decimals(), RoundingMode.HALF_UP);
        return Display.value(rounded, metric.sheet().unit());
    }
}
