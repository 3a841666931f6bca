package io.cairn.metric.web;

import io.cairn.metric.MetricLevel;
import io.cairn.metric.MetricSearch;
import io.cairn.metric.MetricState;
import io.cairn.metric.MetricStatus;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.util.Arrays;
import java.util.List;

/**
 * The metrics there are, worst first.
 *
 * @param alerts how many open ones wait for the viewer
 */
public record MetricsPage(
        MetricFilter filter,
        List<Option> teams,
        List<Option> owners,
        List<Option> categories,
        List<MetricLine> lines,
        boolean more,
        int alerts)
        implements FullPage {
    @Override
    public String title() {
        return "All KPIs";
    }

    @Override
    public Section section() {
        return Section.KPIS;
    }

    public List<Option> statuses() {
        return Arrays.stream(MetricStatus.values())
                .map(status -> new Option(status.name(), status.label()))
                .toList();
    }

    public List<Option> levels() {
        return Arrays.stream(MetricLevel.values())
                .map(level -> new Option(level.name(), level.label()))
                .toList();
    }

    public List<Option> states() {
        return Arrays.stream(MetricState.values())
                .map(state -> new Option(state.name(), state.label()))
                .toList();
    }

    public List<Option> orders() {
        return Arrays.stream(MetricSearch.Order.values())
                .map(order -> new Option(order.name(), order.label()))
                .toList();
    }
}
