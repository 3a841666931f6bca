package io.cairn.metric.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of a CSV file. Quoted text may go on over several lines; a quotation mark that is never closed breaks its own line and
 * no other.
 */
final class CsvLines {
    /** A note of 4,000 characters with every one a quotation mark, and the columns around it. */
    private static final int LONGEST = 10_000;

    private final TextLines lines;
    private final Deque<TextLines.Line> ahead = new ArrayDeque<>();
    private char separator;

    CsvLines(InputStream source, char separator) {
        this.lines = new TextLines(source);
        this.separator = separator;
    }

    /**
     * One record.
     *
     * @param fields null where it cannot be read
     */
    record Record(long line, @Nullable List<String> fields) {}

    /** Says which character parts the columns, once the heading told. */
    void separatedBy(char known) {
        separator = known;
    }

    /** The next line as it is, to look at before it is read. */
    @Nullable
    String peek() throws IOException {
        TextLines.Line line = take();
        if (line == null) {
            return null;
        }
        ahead.addFirst(line);
        return line.text() == null ? "" : line.text();
    }

    /** Null after the last; blank lines are left out. */
    @Nullable
    Record next() throws IOException {
        TextLines.Line first = take();
        while (first != null && first.isBlank()) {
            first = take();
        }
        if (first == null) {
            return null;
        }
        String text = first.text();
        if (text == null) {
            return new Record(first.number(), null);
        }
        if (text.indexOf('"') < 0) {
            return new Record(first.number(), split(text));
        }
        String whole = isOpen(text) ? joined(text) : text;
        return new Record(first.number(), whole == null ? null : quoted(whole));
    }

    private TextLines.@Nullable Line take() throws IOException {
        TextLines.Line waiting = ahead.pollFirst();
        return waiting == null ? lines.next() : waiting;
    }

    private List<String> split(String text) {
        List<String> fields = new ArrayList<>(8);
        int from = 0;
        for (int stop = text.indexOf(separator); stop >= 0; stop = text.indexOf(separator, from)) {
            fields.add(text.substring(from, stop));
            from = stop + 1;
        }
        fields.add(text.substring(from));
        return fields;
    }

    private static boolean isOpen(String text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    /** The text up to the line that closes it; null where none does soon, and what was looked at is read again. */
    private @Nullable String joined(String first) throws IOException {
        var whole = new StringBuilder(first);
        Deque<TextLines.Line> taken = new ArrayDeque<>();
        while (whole.length() <= LONGEST) {
            TextLines.Line more = take();
            if (more == null) {
                break;
            }
            taken.addLast(more);
            if (more.text() == null) {
                break;
            }
            whole.append('\n').append(more.text());
            if (isOpen(more.text())) {
                return whole.toString();
            }
        }
        while (!taken.isEmpty()) {
            ahead.addFirst(taken.removeLast());
        }
        return null;
    }

    private @Nullable List<String> quoted(String text) {
        try (var reader = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
            var records = reader.iterator();
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord record = records.next();
            return records.hasNext() ? null : record.getFields();
        } catch (CsvParseException | IOException broken) {
            return null;
        }
    }
}
