package io.cairn.metric;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Copies rows into the load's table as they come; while it is open the connection does nothing else. */
final class LoadLines implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(BUFFER + 8192);

    private LoadLines(CopyIn copy) {
        this.copy = copy;
    }

    static LoadLines into(Connection connection) throws SQLException {
        return new LoadLines(connection.unwrap(PGConnection.class).getCopyAPI().copyIn("""
                copy pg_temp.load_line (line, metric_id, period_start, period_end, value, numerator, denominator, weight,
                                        settled, note, revision) from stdin
                """));
    }

    void add(long line, UUID metric, Period period, @Nullable BigDecimal value, MeasurementContent content)
            throws IOException {
        buffer.append(line).append('\t').append(metric);
        buffer.append('\t').append(period.start()).append('\t').append(period.end());
        number(value);
        number(content.numerator());
        number(content.denominator());
        number(content.weight());
        buffer.append('\t').append(content.status() == MeasurementStatus.PROVISIONAL ? 'f' : 't');
        text(content.note());
        buffer.append("\t0\n");
        if (buffer.length() >= BUFFER) {
            flush();
        }
    }

    private void number(@Nullable BigDecimal number) {
        buffer.append('\t').append(number == null ? "\\N" : number.toPlainString());
    }

    private void text(@Nullable String text) {
        buffer.append('\t');
        if (text == null) {
            buffer.append("\\N");
            return;
        }
        String plain = text.strip();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                default -> buffer.append(c);
            }
        }
    }

    private void flush() throws IOException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        buffer.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    void finish() throws IOException, SQLException {
        flush();
        copy.endCopy();
    }

    /** Gives up what was not finished. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
