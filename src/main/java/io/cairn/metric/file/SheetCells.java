package io.cairn.metric.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Gathers a sheet's cells into rows of text: dates as 2026-08-31, percents with their sign, numbers without Excel's noise. */
final class SheetCells extends DefaultHandler {
    /** What Excel shows; further digits are what binary fractions leave. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
    private static final int MOST_COLUMNS = 1000;
    private static final int LONGEST = 10_000;

    private final SharedStrings strings;
    private final StylesTable styles;
    private final Rows.Taking taking;
    private final List<String> row = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private long line;
    private int column;
    private String type = "";
    private int style;
    private boolean inValue;

    SheetCells(SharedStrings strings, StylesTable styles, Rows.Taking taking) {
        this.strings = strings;
        this.styles = styles;
        this.taking = taking;
    }

    @Override
    public void startElement(@Nullable String space, String local, String qualified, Attributes attributes) {
        switch (local) {
            case "row" -> {
                String number = attributes.getValue("r");
                line = number == null ? line + 1 : Long.parseLong(number);
                row.clear();
            }
            case "c" -> {
                String place = attributes.getValue("r");
                column = place == null ? row.size() : new CellReference(place).getCol();
                type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
                style = attributes.getValue("s") == null ? -1 : Integer.parseInt(attributes.getValue("s"));
                text.setLength(0);
            }
            case "v", "t" -> inValue = true;
            default -> {}
        }
    }

    @Override
    public void characters(char[] characters, int from, int length) {
        if (inValue && text.length() < LONGEST) {
            text.append(characters, from, length);
        }
    }

    @Override
    public void endElement(@Nullable String space, String local, String qualified) {
        switch (local) {
            case "v", "t" -> inValue = false;
            case "c" -> put(text.isEmpty() ? "" : shown());
            case "row" -> finish();
            default -> {}
        }
    }

    private void put(String shown) {
        if (shown.isEmpty() || column >= MOST_COLUMNS) {
            return;
        }
        while (row.size() <= column) {
            row.add("");
        }
        row.set(column, shown);
    }

    private String shown() {
        return switch (type) {
            case "s" -> strings.getItemAt(Integer.parseInt(text.toString())).getString();
            case "n" -> number(text.toString());
            default -> text.toString();
        };
    }

    private String number(String written) {
        BigDecimal value = new BigDecimal(written).round(SHOWN);
        String format = style < 0 ? null : styles.getStyleAt(style).getDataFormatString();
        if (format != null && format.contains("%")) {
            return plain(value.movePointRight(2)) + "%";
        }
        boolean day = format != null
                && DateUtil.isADateFormat(styles.getStyleAt(style).getDataFormat(), format);
        return day ? FIRST_DAY.plusDays(value.longValue()).toString() : plain(value);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private void finish() {
        if (row.stream().allMatch(String::isBlank)) {
            return;
        }
        try {
            taking.row(line, List.copyOf(row));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
