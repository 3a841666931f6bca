package io.cairn.framework.kpi.web;

import io.cairn.metric.Metric;
import io.cairn.metric.MetricQuality.Hint;
import io.cairn.metric.MetricQuality.Rule;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What could be better about the KPIs somebody looks after.
 *
 * @param alerts how many open ones wait for the viewer
 */
public record QualityPage(int looked, List<Hint> hints, int alerts) implements FullPage {
    @Override
    public String title() {
        return "Could be better";
    }

    @Override
    public Section section() {
        return Section.KPIS;
    }

    public List<Rule> rules() {
        return Arrays.stream(Rule.values())
                .filter(rule -> hints.stream().anyMatch(hint -> hint.rule() == rule))
                .toList();
    }

    /** The KPIs that break the rule; none where they do so together. */
    public List<Metric> breaking(Rule rule) {
        return hints.stream()
                .filter(hint -> hint.rule() == rule)
                .map(Hint::metric)
                .filter(Objects::nonNull)
                .toList();
    }
}
