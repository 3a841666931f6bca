package io.cairn.metric.file;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.metric.LoadRow;
import io.cairn.metric.LoadRows;
import io.cairn.metric.MetricProblem;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Values as JSON objects, one in each line. */
public final class JsonRows implements LoadRows {
    private final InputStream source;
    private final ObjectReader reader;

    public JsonRows(InputStream source, ObjectMapper json) {
        this.source = source;
        this.reader = json.readerFor(Sent.class);
    }

    private record Sent(
            @Nullable String metricId,
            @Nullable String metric,
            @Nullable String periodStart,
            @Nullable String periodEnd,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal weight,
            @Nullable String note,
            @Nullable String status) {
        LoadRow row(long line) {
            return new LoadRow(
                    line,
                    null,
                    metricId,
                    metric,
                    periodStart,
                    periodEnd,
                    plain(value),
                    plain(numerator),
                    plain(denominator),
                    plain(weight),
                    note,
                    status);
        }

        private static @Nullable String plain(@Nullable BigDecimal number) {
            return number == null ? null : number.toPlainString();
        }
    }

    @Override
    public void each(Sink sink) throws IOException {
        var lines = new TextLines(source);
        for (TextLines.Line line = lines.next(); line != null; line = lines.next()) {
            if (line.text() == null) {
                sink.broken(line.number(), MetricProblem.ROW_UNREADABLE.problem());
            } else if (!line.isBlank()) {
                read(line.number(), line.text(), sink);
            }
        }
    }

    private void read(long number, String text, Sink sink) throws IOException {
        Sent sent;
        try {
            sent = reader.readValue(text);
        } catch (JacksonException wrong) {
            sink.broken(number, problem(wrong));
            return;
        }
        if (sent == null) {
            sink.broken(number, MetricProblem.ROW_UNREADABLE.problem());
        } else {
            sink.row(sent.row(number));
        }
    }

    private static Problem problem(JacksonException wrong) {
        boolean named = wrong instanceof DatabindException && !wrong.getPath().isEmpty();
        String field = named ? wrong.getPath().getFirst().getPropertyName() : null;
        if (field == null) {
            return MetricProblem.ROW_UNREADABLE.problem();
        }
        return wrong instanceof UnrecognizedPropertyException
                ? GeneralProblem.UNKNOWN_FIELD.at(field)
                : GeneralProblem.INVALID.at(field);
    }
}
