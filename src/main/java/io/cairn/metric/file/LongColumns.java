package io.cairn.metric.file;

import io.cairn.kernel.GeneralProblem;
import io.cairn.metric.LoadRow;
import io.cairn.metric.MetricProblem;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which columns of a file hold what, by its heading; one row is one value. */
final class LongColumns {
    /** The columns there may be, under the names that are understood in any case. */
    private enum Column {
        METRIC_ID("metricid", "metric id"),
        METRIC("metric", "name"),
        PERIOD_START("periodstart", "period start", "period"),
        PERIOD_END("periodend", "period end"),
        VALUE("value"),
        NUMERATOR("numerator"),
        DENOMINATOR("denominator"),
        WEIGHT("weight"),
        NOTE("note"),
        STATUS("status");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }

        static @Nullable Column named(String text) {
            String name = text.strip().toLowerCase(Locale.ROOT);
            for (Column column : values()) {
                if (column.names.contains(name)) {
                    return column;
                }
            }
            return null;
        }
    }

    private final Map<Column, Integer> places;
    private final int width;

    private LongColumns(Map<Column, Integer> places, int width) {
        this.places = places;
        this.width = width;
    }

    /** Whether a heading speaks of rows that are one value each. */
    static boolean fits(List<String> heading) {
        return heading.stream().map(Column::named).anyMatch(column -> column == Column.PERIOD_START);
    }

    /** @throws io.cairn.kernel.ProblemException HEADING_MISSING, UNKNOWN_FIELD */
    static LongColumns of(@Nullable List<String> heading) {
        if (heading == null || heading.stream().allMatch(name -> Column.named(name) == null)) {
            throw MetricProblem.HEADING_MISSING.exception();
        }
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int i = 0; i < heading.size(); i++) {
            Column column = Column.named(heading.get(i));
            if (column == null) {
                throw GeneralProblem.UNKNOWN_FIELD
                        .saying("There is no column “" + shortened(heading.get(i)) + "”.")
                        .at(shortened(heading.get(i)))
                        .exception();
            }
            if (places.put(column, i) != null) {
                throw GeneralProblem.INVALID
                        .saying("This column is there twice.")
                        .at(shortened(heading.get(i)))
                        .exception();
            }
        }
        boolean named = places.containsKey(Column.METRIC_ID) || places.containsKey(Column.METRIC);
        boolean valued = places.containsKey(Column.VALUE)
                || (places.containsKey(Column.NUMERATOR) && places.containsKey(Column.DENOMINATOR));
        if (!named || !valued || !places.containsKey(Column.PERIOD_START)) {
            throw MetricProblem.HEADING_MISSING.exception();
        }
        return new LongColumns(places, heading.size());
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    /** Null where the line has more columns than the heading. */
    @Nullable
    LoadRow row(long line, List<String> fields) {
        if (fields.size() > width) {
            return null;
        }
        return new LoadRow(
                line,
                null,
                text(fields, Column.METRIC_ID),
                text(fields, Column.METRIC),
                text(fields, Column.PERIOD_START),
                text(fields, Column.PERIOD_END),
                text(fields, Column.VALUE),
                text(fields, Column.NUMERATOR),
                text(fields, Column.DENOMINATOR),
                text(fields, Column.WEIGHT),
                text(fields, Column.NOTE),
                text(fields, Column.STATUS));
    }

    private @Nullable String text(List<String> fields, Column column) {
        Integer place = places.get(column);
        if (place == null || place >= fields.size()) {
            return null;
        }
        String text = fields.get(place);
        return text.isBlank() ? null : text;
    }
}
