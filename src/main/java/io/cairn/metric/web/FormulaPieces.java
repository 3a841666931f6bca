package io.cairn.metric.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A kept formula as a page shows it: metrics by name, each a link. */
final class FormulaPieces {
    private static final Pattern METRIC = Pattern.compile("\\{([0-9a-f-]{36})}");

    private FormulaPieces() {}

    /** @param names of the metrics in it, by id; one without name is not shown to the reader */
    static List<MetricPage.Piece> of(String kept, Map<String, String> names) {
        List<MetricPage.Piece> pieces = new ArrayList<>();
        Matcher metric = METRIC.matcher(kept);
        int end = 0;
        while (metric.find()) {
            add(pieces, kept.substring(end, metric.start()));
            String name = names.get(metric.group(1));
            pieces.add(
                    name == null
                            ? new MetricPage.Piece("a metric", null)
                            : new MetricPage.Piece(name, "/metrics/" + metric.group(1)));
            end = metric.end();
        }
        add(pieces, kept.substring(end));
        return pieces;
    }

    /** The same as one line that can be typed again. */
    static String typed(String kept, Map<String, String> names) {
        return METRIC.matcher(kept)
                .replaceAll(metric ->
                        Matcher.quoteReplacement("{" + names.getOrDefault(metric.group(1), metric.group(1)) + "}"));
    }

    private static void add(List<MetricPage.Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new MetricPage.Piece(text.replace(" * ", " × ").replace(" / ", " ÷ "), null));
        }
    }
}
