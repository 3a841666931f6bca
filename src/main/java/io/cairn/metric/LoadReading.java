package io.cairn.metric;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.NumberProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Quantity;
import io.cairn.kernel.Texts;
import io.cairn.kernel.TypedNumber;
import io.cairn.web.PlainText;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows one by one: good ones go on to the load's table, what is wrong with others is noted. */
final class LoadReading implements LoadRows.Sink {
    private static final int LONGEST_PLAIN = 20;

    private final LoadMetrics metrics;
    private final LoadLines lines;
    private final LoadErrors errors;
    private final LocalDate today;
    private final Map<UUID, Period> last = new HashMap<>();
    private boolean inOrder = true;
    private long rows;

    LoadReading(LoadMetrics metrics, LoadLines lines, LoadErrors errors, LocalDate today) {
        this.metrics = metrics;
        this.lines = lines;
        this.errors = errors;
        this.today = today;
    }

    long rows() {
        return rows;
    }

    /** Whether each metric's periods came one after another, so that none can touch another. */
    boolean inOrder() {
        return inOrder;
    }

    @Override
    public void broken(long line, Problem problem) {
        rows++;
        errors.refuse(line, null, problem);
    }

    @Override
    public void row(LoadRow row) throws IOException {
        rows++;
        Texts texts = new Texts();
        LoadMetrics.Known metric = metric(row, texts);
        MeasurementContent content = metric == null ? null : content(row, metric, texts);
        if (content != null && metric != null && texts.problems().isEmpty()) {
            MeasurementCheck.content(metric.terms(), content, today, "", texts);
        }
        if (content == null || metric == null || !texts.problems().isEmpty()) {
            errors.refuse(row.line(), row.cell(), texts.problems());
            return;
        }
        Period period = MeasurementCheck.period(metric.terms(), content);
        Period before = last.put(metric.id(), period);
        inOrder &= before == null || before.end().isBefore(period.start());
        lines.add(row.line(), metric.id(), period, MeasurementCheck.value(metric.terms(), content), content);
    }

    private LoadMetrics.@Nullable Known metric(LoadRow row, Texts texts) {
        String field = row.metricId() == null ? "metric" : "metricId";
        LoadMetrics.Known found = null;
        if (row.metricId() == null && row.metric() == null) {
            texts.add(GeneralProblem.REQUIRED.at("metricId"));
            return null;
        }
        try {
            found = row.metricId() == null
                    ? metrics.named(Objects.requireNonNull(row.metric()))
                    : metrics.find(UUID.fromString(row.metricId().strip()));
        } catch (ProblemException ambiguous) {
            texts.add(ambiguous.first().at(field));
            return null;
        } catch (IllegalArgumentException notAnId) {
            texts.add(GeneralProblem.INVALID.saying("This is not an id.").at(field));
            return null;
        }
        Problem refusal = found == null
                ? GeneralProblem.NOT_FOUND.saying("There is no such metric that you may see.")
                : found.refusal();
        if (refusal != null) {
            texts.add(refusal.at(field));
            return null;
        }
        return found;
    }

    private static MeasurementContent content(LoadRow row, LoadMetrics.Known metric, Texts texts) {
        return new MeasurementContent(
                day(row.periodStart(), "periodStart", metric, texts),
                day(row.periodEnd(), "periodEnd", metric, texts),
                number(row.value(), "value", metric, texts),
                number(row.numerator(), "numerator", metric, texts),
                number(row.denominator(), "denominator", metric, texts),
                number(row.weight(), "weight", metric, texts),
                note(row.note(), texts),
                status(row.status(), texts));
    }

    private static @Nullable LocalDate day(@Nullable String text, String field, LoadMetrics.Known metric, Texts texts) {
        if (text == null) {
            return null;
        }
        LocalDate day = PeriodText.start(text.strip(), metric.terms().frequency());
        if (day == null) {
            texts.add(GeneralProblem.INVALID
                    .saying("Write a day as 2026-08-31, or a period of this metric's frequency.")
                    .at(field));
        }
        return day;
    }

    private static @Nullable BigDecimal number(
            @Nullable String text, String field, LoadMetrics.Known metric, Texts texts) {
        if (text == null) {
            return null;
        }
        if (isPlain(text)) {
            BigDecimal value = new BigDecimal(text);
            NumberProblem problem = Quantity.problem(value);
            if (problem != null) {
                texts.add(problem.at(field));
            }
            return value;
        }
        TypedNumber typed = TypedNumber.parse(text, field.equals("value") ? metric.unit() : "");
        if (typed.value() == null) {
            texts.add((typed.problem() == null ? NumberProblem.NOT_A_NUMBER.problem() : typed.problem()).at(field));
        }
        return typed.value();
    }

    /** Digits with a point and a minus, as programs write them; all else is read as people type. */
    private static boolean isPlain(String text) {
        int length = text.length();
        int points = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                points++;
            } else if ((c < '0' || c > '9') && !(c == '-' && i == 0)) {
                return false;
            }
        }
        return length > 0
                && length <= LONGEST_PLAIN
                && points <= 1
                && Character.isDigit(text.charAt(length - 1))
                && text.charAt(0) != '.';
    }

    private static @Nullable String note(@Nullable String text, Texts texts) {
        if (text != null && !PlainText.isClean(text)) {
            texts.add(GeneralProblem.INVALID.at("note"));
        }
        return text;
    }

    private static @Nullable MeasurementStatus status(@Nullable String text, Texts texts) {
        if (text == null) {
            return null;
        }
        for (MeasurementStatus status : MeasurementStatus.values()) {
            if (status.name().equalsIgnoreCase(text.strip())) {
                return status;
            }
        }
        texts.add(GeneralProblem.INVALID
                .saying("A value is provisional or final.")
                .at("status"));
        return null;
    }
}
