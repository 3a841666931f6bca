package io.cairn.metric.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.jspecify.annotations.Nullable;

/** What a workbook's cell shows, as text: dates as 2026-08-31, percents with their sign, numbers without Excel's noise. */
public record CellText(SharedStrings strings, StylesTable styles) {
    /** What Excel shows; further digits are what binary fractions leave. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
    /** The last day Excel knows, 9999-12-31. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    private static final int MOST_ZEROS = 400;

    /**
     * @param type as the file says: {@code s} for a shared string, {@code n} for a number
     * @param style the cell's format, -1 for none
     * @throws IllegalArgumentException where no spreadsheet would have written this
     */
    public String shown(String type, int style, String text) {
        return switch (type) {
            case "s" -> strings.getItemAt(Integer.parseInt(text)).getString();
            case "n" -> number(style, text);
            default -> text;
        };
    }

    private String number(int style, String written) {
        BigDecimal value = new BigDecimal(written).round(SHOWN);
        if (Math.abs((long) value.scale()) > MOST_ZEROS) {
            throw new IllegalArgumentException("a number beyond those of spreadsheets");
        }
        String format = style < 0 ? null : styles.getStyleAt(style).getDataFormatString();
        if (format != null && format.contains("%")) {
            return plain(value.movePointRight(2)) + "%";
        }
        return isDay(style, format) && isOfCalendar(value)
                ? FIRST_DAY.plusDays(value.longValue()).toString()
                : plain(value);
    }

    private boolean isDay(int style, @Nullable String format) {
        return format != null && DateUtil.isADateFormat(styles.getStyleAt(style).getDataFormat(), format);
    }

    private static boolean isOfCalendar(BigDecimal days) {
        return days.signum() >= 0 && days.compareTo(LAST_DAY) <= 0;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
