package io.cairn.metric;

import io.cairn.web.Fragment;

/** A section that a module above adds to a metric's page, as a fragment with its own template; beans in their order. */
public interface MetricPanel {
    Fragment of(Metric metric);
}
