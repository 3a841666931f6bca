package io.cairn.metric;

import java.util.List;

/**
 * A metric whose values, targets or definition changed.
 *
 * @param before its figures until now
 * @param series all its periods, earliest first
 * @param course what its newest periods were; none where a metric is only read
 */
public record MetricChange(Metric metric, MetricFigures before, List<Point> series, Course course) {
    MetricChange(Metric metric, MetricFigures before, List<Point> series) {
        this(metric, before, series, Course.NONE);
    }
}
