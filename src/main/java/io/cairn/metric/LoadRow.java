package io.cairn.metric;

import org.jspecify.annotations.Nullable;

/**
 * A value as a file says it, in the file's own words; what is missing or blank is null.
 *
 * @param line where it stands, counted from 1
 * @param cell what it is called in problems where a line has several values, such as {@code C7}
 * @param metricId the metric's id, or else
 * @param metric its name
 * @param periodStart a day, or a period's name such as {@code 2026-08}, {@code 2026-Q3} or {@code 2026-W33}
 */
public record LoadRow(
        long line,
        @Nullable String cell,
        @Nullable String metricId,
        @Nullable String metric,
        @Nullable String periodStart,
        @Nullable String periodEnd,
        @Nullable String value,
        @Nullable String numerator,
        @Nullable String denominator,
        @Nullable String weight,
        @Nullable String note,
        @Nullable String status) {}
