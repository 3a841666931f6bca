package io.cairn.template.writing;

import io.cairn.kernel.Money;
import io.cairn.template.Cell;
import io.cairn.template.Column;
import java.awt.Color;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** How cells look: the colours of the pages in their light form, one style for each use. */
final class Looks {
    static final String FONT = "Arial";
    private static final Color INK = new Color(0x1f1d1a);
    private static final Color QUIET = new Color(0x57534c);
    private static final Color ACCENT = new Color(0x2750c4);
    private static final Color PAPER = Color.WHITE;
    private static final Color SUNKEN = new Color(0xf3f1ed);
    private static final Color HAIRLINE = new Color(0xe7e3dc);
    private static final int MOST_DECIMALS = 6;

    private final XSSFWorkbook book;
    private final String money;
    private final Map<String, XSSFCellStyle> kept = new HashMap<>();

    Looks(XSSFWorkbook book, String currency) {
        this.book = book;
        this.money = decimals("#,##0", currency.isEmpty() ? 2 : Money.decimals(Currency.getInstance(currency)));
    }

    /** Ink and ground of a mark, as on the pages. */
    record Tint(Color ink, Color ground) {
        static Tint of(Column.Tone tone) {
            return switch (tone) {
                case GOOD -> new Tint(new Color(0x1a7444), new Color(0xe8f4ec));
                case CAUTION -> new Tint(new Color(0x8f5600), new Color(0xfbf1dd));
                case BAD -> new Tint(new Color(0xb92d2b), new Color(0xfcebe9));
            };
        }
    }

    static XSSFColor color(Color color) {
        return new XSSFColor(color, null);
    }

    CellStyle title() {
        return kept.computeIfAbsent("title", key -> plain(font(16, true, INK), false));
    }

    CellStyle hint() {
        return kept.computeIfAbsent("hint", key -> plain(font(9, false, QUIET), false));
    }

    CellStyle heading(Column column) {
        String key = "heading" + isRight(column) + column.needed();
        return kept.computeIfAbsent(key, made -> {
            XSSFCellStyle style = plain(font(9, true, PAPER), true);
            fill(style, ACCENT);
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            align(style, column);
            return style;
        });
    }

    CellStyle total(Column column) {
        String format = format(column, null);
        return kept.computeIfAbsent("total" + format, key -> {
            XSSFCellStyle style = plain(font(10, true, INK), false);
            style.setDataFormat(book.createDataFormat().getFormat(format));
            align(style, column);
            return style;
        });
    }

    CellStyle totalLabel() {
        return kept.computeIfAbsent("totalLabel", key -> plain(font(10, true, INK), false));
    }

    CellStyle cell(Column column, @Nullable Cell value) {
        String format = format(column, value);
        boolean wraps = column.kind() == Column.Kind.TEXT;
        return kept.computeIfAbsent(
                format + column.shown() + (column.formula() != null) + wraps + isRight(column), key -> {
                    XSSFCellStyle style = plain(font(10, false, column.shown() ? QUIET : INK), wraps);
                    style.setDataFormat(book.createDataFormat().getFormat(format));
                    align(style, column);
                    edge(style);
                    if (column.formula() != null) {
                        fill(style, SUNKEN);
                    }
                    return style;
                });
    }

    static boolean isRight(Column column) {
        return switch (column.kind()) {
            case NUMBER, PERCENT, MONEY, DAY, VERSION -> true;
            case TEXT, CHOICE, REFERENCE, ID -> false;
        };
    }

    private String format(Column column, @Nullable Cell value) {
        return switch (column.kind()) {
            case PERCENT -> column.shown() ? "0.0%" : decimals("0", scale(value) - 2) + "%";
            case MONEY -> money;
            case DAY -> "yyyy-mm-dd";
            case NUMBER -> column.shown() || value == null ? "General" : decimals("#,##0", scale(value));
            case VERSION -> "0";
            // what begins like a formula stays text, however it is edited later
            case TEXT, CHOICE, REFERENCE, ID -> column.formula() == null ? "@" : "General";
        };
    }

    private static int scale(@Nullable Cell value) {
        return value instanceof Cell.Figure figure
                ? Math.clamp(figure.value().stripTrailingZeros().scale(), 0, MOST_DECIMALS)
                : 0;
    }

    private static String decimals(String whole, int count) {
        return count <= 0 ? whole : whole + "." + "0".repeat(count);
    }

    private XSSFFont font(int points, boolean bold, Color color) {
        XSSFFont font = book.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setColor(color(color));
        return font;
    }

    private XSSFCellStyle plain(XSSFFont font, boolean wraps) {
        XSSFCellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setWrapText(wraps);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    /** Text keeps a little distance from the numbers before it. */
    private static void align(XSSFCellStyle style, Column column) {
        style.setAlignment(isRight(column) ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
        style.setIndention((short) 1);
    }

    private static void fill(XSSFCellStyle style, Color color) {
        style.setFillForegroundColor(color(color));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private static void edge(XSSFCellStyle style) {
        XSSFColor line = color(HAIRLINE);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(line);
        style.setBorderRight(BorderStyle.THIN);
        style.setRightBorderColor(line);
    }
}
