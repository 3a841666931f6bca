package io.cairn.connector;

import io.cairn.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a source answered to a trial, and what would be entered; nothing is stored.
 *
 * @param rowsRead all of them; {@code rows} shows the first twenty
 * @param refused how many values could not be read
 */
public record Trial(List<String> columns, int rowsRead, int refused, List<Row> rows) {
    private static final int SHOWN = 20;

    /** A row as it came, in the order of the columns, and what it says. */
    public record Row(int number, List<@Nullable String> cells, List<Value> values) {}

    /**
     * What would be entered for a metric.
     *
     * @param day a day of its period
     * @param code why nothing would be; null when all is well
     */
    public record Value(
            UUID metricId,
            String metric,
            @Nullable LocalDate day,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable String code,
            @Nullable String message) {}

    static Trial of(Rows rows, List<Reading> readings, Map<UUID, FedMetric> metrics) {
        List<Row> shown = new ArrayList<>();
        for (int number = 1; number <= Math.min(SHOWN, rows.rows().size()); number++) {
            int row = number;
            Map<String, @Nullable String> cells = rows.rows().get(number - 1);
            List<Value> values = readings.stream()
                    .filter(reading -> reading.row() == row)
                    .map(reading -> value(reading, metrics))
                    .toList();
            shown.add(new Row(number, cells(cells, rows.columns()), values));
        }
        int refused = (int)
                readings.stream().filter(reading -> reading.problem() != null).count();
        return new Trial(rows.columns(), rows.rows().size(), refused, shown);
    }

    private static List<@Nullable String> cells(Map<String, @Nullable String> row, List<String> columns) {
        List<@Nullable String> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(row.get(column)));
        return cells;
    }

    private static Value value(Reading reading, Map<UUID, FedMetric> metrics) {
        Problem problem = reading.problem();
        FedMetric metric = metrics.get(reading.metricId());
        return new Value(
                reading.metricId(),
                metric == null ? "" : metric.name(),
                reading.day(),
                reading.value(),
                reading.numerator(),
                reading.denominator(),
                problem == null ? null : problem.code(),
                problem == null ? null : problem.message());
    }
}
