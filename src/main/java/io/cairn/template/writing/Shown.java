package io.cairn.template.writing;

import io.cairn.kernel.Display;
import io.cairn.kernel.Money;
import io.cairn.template.Cell;
import io.cairn.template.Column;
import io.cairn.template.SheetForm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people read of a cell where nothing is worked out anew: on paper, on a page, in a preview. */
public final class Shown {
    private static final int DECIMALS = 4;
    private static final int PERCENT_DECIMALS = 3;

    private Shown() {}

    /** The columns that fit on a page; all but the ids where the sheet does not say. */
    public static List<Column> columns(SheetForm form) {
        return form.paper().columns().isEmpty()
                ? form.columns().stream()
                        .filter(column -> !Places.isHidden(column))
                        .toList()
                : form.paper().columns().stream().map(form::require).toList();
    }

    /** @param currency ISO code, empty where there is no money */
    public static String text(Column column, @Nullable Cell value, String currency) {
        return switch (value) {
            case null -> "";
            case Cell.Words words -> column.label(words.text());
            case Cell.Date date -> date.day().toString();
            case Cell.Figure figure -> figure(column, figure.value(), currency);
        };
    }

    private static String figure(Column column, BigDecimal value, String currency) {
        return switch (column.kind()) {
            case PERCENT -> Display.number(rounded(value, PERCENT_DECIMALS).movePointRight(2)) + " %";
            case MONEY ->
                currency.isEmpty()
                        ? Display.number(value)
                        : Display.money(new Money(value, Currency.getInstance(currency)));
            case NUMBER, VERSION, TEXT, DAY, CHOICE, REFERENCE, ID -> Display.number(rounded(value, DECIMALS));
        };
    }

    private static BigDecimal rounded(BigDecimal value, int decimals) {
        BigDecimal shorter = value.scale() > decimals ? value.setScale(decimals, RoundingMode.HALF_UP) : value;
        return shorter.stripTrailingZeros();
    }

    public static boolean isRight(Column column) {
        return Looks.isRight(column);
    }
}
