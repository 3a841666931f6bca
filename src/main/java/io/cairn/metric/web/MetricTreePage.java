package io.cairn.metric.web;

import io.cairn.metric.MetricBranches.Branch;
import io.cairn.metric.MetricWords;
import io.cairn.metric.RelatedMetric;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which metrics stand above which.
 *
 * @param from the one metric whose branch is shown; null for all
 * @param alerts how many open ones wait for the viewer
 */
public record MetricTreePage(
        List<Branch> branches, @Nullable UUID from, int page, boolean more, int alerts) implements FullPage {
    @Override
    public String title() {
        return from == null || branches.isEmpty()
                ? "KPI tree"
                : "Below " + branches.getFirst().metric().name();
    }

    @Override
    public Section section() {
        return Section.KPIS;
    }

    public static String value(RelatedMetric metric) {
        return MetricWords.value(metric.value(), metric.unit(), metric.decimals());
    }
}
