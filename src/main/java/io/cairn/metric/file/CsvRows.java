package io.cairn.metric.file;

import io.cairn.metric.LoadRow;
import io.cairn.metric.LoadRows;
import io.cairn.metric.MetricProblem;
import java.io.IOException;
import java.io.InputStream;

/** Values as lines of CSV under a heading, in UTF-8, parted by commas. */
public record CsvRows(InputStream source) implements LoadRows {
    @Override
    public void each(Sink sink) throws IOException {
        var lines = new CsvLines(source, ',');
        CsvLines.Record heading = lines.next();
        LongColumns columns = LongColumns.of(heading == null ? null : heading.fields());
        for (CsvLines.Record record = lines.next(); record != null; record = lines.next()) {
            LoadRow row = record.fields() == null ? null : columns.row(record.line(), record.fields());
            if (row == null) {
                sink.broken(record.line(), MetricProblem.ROW_UNREADABLE.problem());
            } else {
                sink.row(row);
            }
        }
    }
}
