package io.cairn.metric.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A CSV file as people save it: parted by commas, semicolons or tabs. */
public record CsvTable(byte[] content) implements Rows {
    @Override
    public void each(Taking taking) throws IOException {
        var lines = new CsvLines(new ByteArrayInputStream(content), ',');
        String heading = lines.peek();
        lines.separatedBy(heading == null ? ',' : separator(heading));
        for (CsvLines.Record record = lines.next(); record != null; record = lines.next()) {
            taking.row(record.line(), record.fields());
        }
    }

    private static char separator(String heading) {
        char most = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(heading, candidate) > count(heading, most)) {
                most = candidate;
            }
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
