package io.cairn.metric;

import io.cairn.kernel.PersonRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a metric's values mean: the part of its definition sheet that makes a new version when it changes, because values of
 * before and after cannot be compared.
 */
public record Meaning(
        String unit,
        Direction direction,
        Frequency frequency,
        Aggregation timeAggregation,
        String definition,
        String includes,
        String excludes,
        @Nullable String formula,
        boolean addsUp) {

    /** A version of the definition, by whom and from when. */
    public record Version(
            int version,
            LocalDate from,
            Meaning meant,
            @Nullable PersonRef changedBy,
            Instant recordedAt) {}

    static Meaning of(MetricContent content, @Nullable Formula formula) {
        return new Meaning(
                text(content.unit()),
                Objects.requireNonNull(content.direction()),
                Objects.requireNonNull(content.frequency()),
                content.overTime(),
                text(content.definition()),
                text(content.includes()),
                text(content.excludes()),
                formula == null ? null : formula.text(id -> id.toString()),
                Boolean.TRUE.equals(content.addsUp()));
    }

    static Meaning of(MetricSheet sheet) {
        return new Meaning(
                sheet.unit(),
                sheet.direction(),
                sheet.frequency(),
                sheet.timeAggregation(),
                sheet.definition(),
                sheet.includes(),
                sheet.excludes(),
                sheet.formula(),
                sheet.addsUp());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
