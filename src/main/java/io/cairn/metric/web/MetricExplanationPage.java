package io.cairn.metric.web;

import io.cairn.kernel.Explained;
import io.cairn.metric.Metric;
import io.cairn.web.FullPage;
import io.cairn.web.Section;

/**
 * How a figure of a metric came about; opened in place by its figure, or a page of its own.
 *
 * @param shown the figure as pages show it
 * @param of which period it is of
 */
public record MetricExplanationPage(Metric metric, String heading, Explained<?> explained, String shown, String of)
        implements FullPage {
    @Override
    public String title() {
        return heading;
    }

    @Override
    public Section section() {
        return Section.KPIS;
    }
}
