package io.cairn.incentive.web;

import io.cairn.kernel.Display;
import io.cairn.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Amounts as people read them. */
public final class Amounts {
    private Amounts() {}

    /** {@code 1,562.50 EUR}. */
    public static String of(BigDecimal amount, String currency) {
        return Display.money(new Money(amount, Currency.getInstance(currency)));
    }

    /** {@code 1,562.50}, where the column says the currency. */
    public static String plain(BigDecimal amount, String currency) {
        String all = of(amount, currency);
        return all.substring(0, all.length() - currency.length() - 1);
    }

    public static String count(long number) {
        return Display.number(BigDecimal.valueOf(number));
    }
}
