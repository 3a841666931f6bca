package io.cairn.metric.file;

import io.cairn.kernel.GeneralProblem;
import io.cairn.metric.LoadRow;
import io.cairn.metric.LoadRows;
import io.cairn.metric.MetricProblem;
import io.cairn.metric.PeriodText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody sends: a workbook or CSV, long (a value in each row) or wide (a metric in each row, a period in each
 * column). Rows and cells without a value are left out.
 */
public record SentFile(byte[] content) implements LoadRows {
    /** The largest file in bytes. */
    public static final int LARGEST = 20 * 1024 * 1024;

    @Override
    public void each(Sink sink) throws IOException {
        Layout layout = new Layout(sink);
        rows().each(layout);
        if (!layout.isBegun()) {
            throw MetricProblem.HEADING_MISSING.exception();
        }
    }

    private Rows rows() {
        if (startsWith(0x50, 0x4B)) {
            return new Workbook(content);
        }
        if (startsWith(0xD0, 0xCF)) {
            throw MetricProblem.FILE_UNREADABLE
                    .saying(
                            "Old (.xls) and protected workbooks are not read; save it as a plain workbook (.xlsx) or CSV.")
                    .exception();
        }
        return new CsvTable(content);
    }

    private boolean startsWith(int first, int second) {
        return content.length > 1 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
    }

    /** Understands the first row as the heading and all others by it. */
    private static final class Layout implements Rows.Taking {
        private final Sink sink;
        private @Nullable LongColumns columns;
        private @Nullable WideColumns wide;

        Layout(Sink sink) {
            this.sink = sink;
        }

        boolean isBegun() {
            return columns != null || wide != null;
        }

        @Override
        public void row(long line, @Nullable List<String> fields) throws IOException {
            if (!isBegun()) {
                begin(fields);
            } else if (fields == null) {
                sink.broken(line, MetricProblem.ROW_UNREADABLE.problem());
            } else if (columns != null) {
                take(line, columns.row(line, fields));
            } else if (wide != null) {
                for (LoadRow row : wide.rows(line, fields)) {
                    sink.row(row);
                }
            }
        }

        private void begin(@Nullable List<String> heading) {
            if (heading == null) {
                throw MetricProblem.FILE_UNREADABLE.exception();
            }
            if (LongColumns.fits(heading)) {
                columns = LongColumns.of(heading);
            } else {
                wide = WideColumns.of(heading);
            }
        }

        private void take(long line, @Nullable LoadRow row) throws IOException {
            if (row == null) {
                sink.broken(line, MetricProblem.ROW_UNREADABLE.problem());
            } else if (row.value() != null || row.numerator() != null || row.denominator() != null) {
                sink.row(row);
            }
        }
    }

    /** A metric's column or two, then periods. */
    private record WideColumns(int id, int name, List<Integer> places, List<String> periods) {
        static WideColumns of(List<String> heading) {
            int id = -1;
            int name = -1;
            List<Integer> places = new ArrayList<>();
            List<String> periods = new ArrayList<>();
            for (int i = 0; i < heading.size(); i++) {
                String title = heading.get(i).strip();
                switch (title.toLowerCase(Locale.ROOT)) {
                    case "metricid", "metric id" -> id = i;
                    case "metric", "name" -> name = i;
                    case "", "unit" -> {}
                    default -> {
                        if (!PeriodText.isPeriod(title)) {
                            throw GeneralProblem.UNKNOWN_FIELD
                                    .saying("“" + title.substring(0, Math.min(40, title.length()))
                                            + "” is neither a column nor a period.")
                                    .at(CellReference.convertNumToColString(i) + "1")
                                    .exception();
                        }
                        places.add(i);
                        periods.add(title);
                    }
                }
            }
            if ((id < 0 && name < 0) || places.isEmpty()) {
                throw MetricProblem.HEADING_MISSING
                        .saying(
                                "The first row names the columns: metric, periodStart and value; or metric and the periods.")
                        .exception();
            }
            return new WideColumns(id, name, places, periods);
        }

        List<LoadRow> rows(long line, List<String> fields) {
            String metricId = text(fields, id);
            String metric = text(fields, name);
            List<LoadRow> rows = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                String value = text(fields, places.get(i));
                if (value != null) {
                    rows.add(row(line, places.get(i), metricId, metric, periods.get(i), value));
                }
            }
            return rows;
        }

        private static LoadRow row(
                long line, int place, @Nullable String metricId, @Nullable String metric, String period, String value) {
            int over = value.indexOf('/');
            return new LoadRow(
                    line,
                    CellReference.convertNumToColString(place) + line,
                    metricId,
                    metric,
                    period,
                    null,
                    over < 0 ? value : null,
                    over < 0 ? null : value.substring(0, over),
                    over < 0 ? null : value.substring(over + 1),
                    null,
                    null,
                    null);
        }

        private static @Nullable String text(List<String> fields, int place) {
            String text = place < 0 || place >= fields.size() ? "" : fields.get(place);
            return text.isBlank() ? null : text;
        }
    }
}
