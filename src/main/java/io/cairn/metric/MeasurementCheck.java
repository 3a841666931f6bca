package io.cairn.metric;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Texts;
import io.cairn.metric.MeasurementStore.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a measurement must be, and which row it makes beside those that are there. */
final class MeasurementCheck {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private MeasurementCheck() {}

    static void content(
            ValueTerms terms, @Nullable MeasurementContent content, LocalDate today, String at, Texts texts) {
        if (content == null) {
            texts.add(GeneralProblem.REQUIRED.at(at + "periodStart"));
            return;
        }
        texts.optional(at + "note", content.note(), 4000);
        MetricCheck.number(content.value(), at + "value", texts);
        MetricCheck.number(content.numerator(), at + "numerator", texts);
        MetricCheck.number(content.denominator(), at + "denominator", texts);
        MetricCheck.number(content.weight(), at + "weight", texts);
        boolean ratio = terms.timeAggregation() == Aggregation.RATIO_OF_SUMS && content.value() == null;
        for (Problem problem : ValueRules.value(
                ratio, content.value(), content.numerator(), content.denominator(), content.weight())) {
            texts.add(problem.at(at + problem.field()));
        }
        if (content.status() == MeasurementStatus.CORRECTED) {
            texts.add(GeneralProblem.INVALID
                    .saying("A value is sent as provisional or final; a correction is told by itself.")
                    .at(at + "status"));
        }
        if (content.periodStart() == null) {
            texts.add(GeneralProblem.REQUIRED.at(at + "periodStart"));
            return;
        }
        if (content.periodStart().isBefore(EARLIEST)) {
            texts.add(GeneralProblem.INVALID.at(at + "periodStart"));
            return;
        }
        Period period = period(terms, content);
        for (Problem problem : ValueRules.period(terms.frequency(), start(content), end(content, period), today)) {
            texts.add(problem.at(at + problem.field()));
        }
    }

    private static LocalDate start(MeasurementContent content) {
        return content.periodStart() == null ? EARLIEST : content.periodStart();
    }

    private static LocalDate end(MeasurementContent content, Period period) {
        return content.periodEnd() == null ? period.end() : content.periodEnd();
    }

    /** The period as it was named, or the one of the metric's frequency that holds the day. */
    static Period period(ValueTerms terms, MeasurementContent content) {
        LocalDate start = start(content);
        LocalDate end = content.periodEnd();
        return end == null || end.isBefore(start) ? terms.frequency().periodOf(start) : new Period(start, end);
    }

    /** Periods of one metric never overlap; the same first day is the same period, corrected. */
    static void room(NavigableMap<LocalDate, Point> points, Period period, String at, Texts texts) {
        var before = points.lowerEntry(period.start());
        var after = points.higherEntry(period.start());
        if (overlaps(
                before == null ? null : before.getValue().period(),
                after == null ? null : after.getValue().period(),
                period)) {
            texts.add(MetricProblem.PERIOD_OVERLAPS.at(at + "periodStart"));
        }
    }

    /** The same for periods alone. */
    static boolean overlaps(NavigableMap<LocalDate, Period> taken, Period period) {
        var before = taken.lowerEntry(period.start());
        var after = taken.higherEntry(period.start());
        return overlaps(before == null ? null : before.getValue(), after == null ? null : after.getValue(), period);
    }

    private static boolean overlaps(@Nullable Period before, @Nullable Period after, Period period) {
        return (before != null && before.overlaps(period)) || (after != null && after.overlaps(period));
    }

    /** The row that keeps the value; null when it says what is known already. */
    static @Nullable Row row(
            Metric metric, MeasurementContent content, @Nullable Point now, Source source, @Nullable UUID by) {
        Period period = period(ValueTerms.of(metric), content);
        BigDecimal value = value(ValueTerms.of(metric), content);
        boolean settled = content.status() != MeasurementStatus.PROVISIONAL;
        if (now != null
                && note(content, now).equals(now.note())
                && says(now, content, value, period)
                && settled == now.isFinal()) {
            return null;
        }
        return new Row(
                metric.id(),
                period.start(),
                now == null ? 1 : now.revision() + 1,
                period.end(),
                value,
                content.numerator(),
                content.denominator(),
                content.weight(),
                status(settled, now),
                source,
                note(content, now),
                by);
    }

    /** A correction that says nothing keeps what was said. */
    private static String note(MeasurementContent content, @Nullable Point now) {
        if (content.note() != null) {
            return content.note().strip();
        }
        return now == null ? "" : now.note();
    }

    private static boolean says(Point now, MeasurementContent content, @Nullable BigDecimal value, Period period) {
        Measured measured = now.measured();
        return Series.sameNumber(measured.value(), value)
                && Series.sameNumber(measured.numerator(), content.numerator())
                && Series.sameNumber(measured.denominator(), content.denominator())
                && Series.sameNumber(measured.weight(), content.weight())
                && now.period().equals(period);
    }

    private static MeasurementStatus status(boolean settled, @Nullable Point now) {
        if (!settled) {
            return MeasurementStatus.PROVISIONAL;
        }
        return now != null && now.isFinal() ? MeasurementStatus.CORRECTED : MeasurementStatus.FINAL;
    }

    static @Nullable BigDecimal value(ValueTerms terms, MeasurementContent content) {
        BigDecimal numerator = content.numerator();
        BigDecimal denominator = content.denominator();
        return numerator == null || denominator == null ? content.value() : terms.quotient(numerator, denominator);
    }
}
