package io.cairn.metric.web;

import io.cairn.metric.MetricEntry;
import java.util.List;

/** A file to fill in, as a spreadsheet opens it. */
final class ImportTemplate {
    private ImportTemplate() {}

    static String of(List<MetricEntry.Blank> blanks) {
        var text = new StringBuilder("\uFEFFmetricId,metric,periodStart,value,numerator,denominator,note\r\n");
        blanks.forEach(blank -> text.append(blank.metric())
                .append(',')
                .append(quoted(blank.name()))
                .append(',')
                .append(blank.period().start())
                .append(",,,,\r\n"));
        return text.toString();
    }

    /** A name that a spreadsheet would take for a formula is set in plain text; the id beside it names the metric. */
    private static String quoted(String name) {
        String plain = name.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + name : name;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }
}
