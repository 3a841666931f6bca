package io.cairn.connector;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a metric is fed from the rows: where in a row its period and its figures are. A place is a column's name for a
 * database, {@code time}, {@code value} or a label for Prometheus, and a JSON pointer within the row for JSON.
 *
 * @param period which period; the last completed one without it
 * @param periodAt where the day is, with {@code COLUMN}
 * @param value where the value is; nothing with numerator and denominator
 */
public record Feed(
        @Nullable UUID metricId,
        @Nullable PeriodOf period,
        @Nullable String periodAt,
        @Nullable String value,
        @Nullable String numerator,
        @Nullable String denominator) {

    /** All places that are read, each once. */
    static List<String> places(List<Feed> feeds) {
        List<String> places = new ArrayList<>();
        for (Feed feed : feeds) {
            for (String place : new @Nullable String[] {feed.periodAt, feed.value, feed.numerator, feed.denominator}) {
                if (place != null && !places.contains(place)) {
                    places.add(place);
                }
            }
        }
        return places;
    }
}
