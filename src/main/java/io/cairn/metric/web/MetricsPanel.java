package io.cairn.metric.web;

import io.cairn.web.Fragment;
import java.util.List;

/**
 * The metrics of a team or a person, worst first, on their own page.
 *
 * @param all where the whole list is
 * @param empty what is said where there are none
 */
public record MetricsPanel(List<MetricLine> lines, boolean more, boolean owners, String all, String empty)
        implements Fragment {}
