package io.cairn.metric.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8 text of any number, each of at most 64 kB; what a line has beyond that is dropped and the line told broken. */
final class TextLines {
    private static final int LONGEST = 1 << 16;
    private static final String MARK = "\uFEFF";

    private final InputStream source;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long number;
    private byte[] line = new byte[1024];

    TextLines(InputStream source) {
        this.source = source;
    }

    /**
     * A line without its end.
     *
     * @param text null where it is too long or no UTF-8
     */
    record Line(long number, @Nullable String text) {
        boolean isBlank() {
            return text != null && text.isBlank();
        }
    }

    /** Null after the last. */
    @Nullable
    Line next() throws IOException {
        if (at == end && !fill()) {
            return null;
        }
        int length = 0;
        boolean tooLong = false;
        boolean ended = false;
        while (!ended && (at < end || fill())) {
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            ended = stop < end;
            tooLong |= length + stop - at > LONGEST;
            if (!tooLong) {
                length = append(length, stop);
            }
            at = ended ? stop + 1 : stop;
        }
        number++;
        return new Line(number, tooLong ? null : text(length));
    }

    private int append(int length, int stop) {
        int count = stop - at;
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + count));
        }
        System.arraycopy(buffer, at, line, length, count);
        return length + count;
    }

    private @Nullable String text(int length) {
        int shown = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        String text = new String(line, 0, shown, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            return null;
        }
        return number == 1 && text.startsWith(MARK) ? text.substring(1) : text;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, source.read(buffer, 0, buffer.length));
        return end > 0;
    }
}
