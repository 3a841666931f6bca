package io.cairn.metric;

import java.util.List;

/**
 * A metric whose values, targets or definition changed.
 *
 * @param before its figures until now
 * @param series all its periods, earliest first
 */
public record MetricChange(Metric metric, MetricFigures before, List<Point> series) {}
