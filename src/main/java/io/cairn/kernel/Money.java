package io.cairn.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An amount somebody is paid, always at the minor units of its currency: 2 decimals in EUR, 0 in JPY, 3 in KWD; rounded
 * HALF_UP where it is made. Source: frameworks 0.4.
 */
public record Money(BigDecimal amount, Currency currency) {
    private static final Set<String> KNOWN = Currency.availableCurrencies()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    public Money {
        amount = amount.setScale(decimals(currency), RoundingMode.HALF_UP);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** The currency of an ISO 4217 code in any case; null when there is none, or none that people are paid in, such as gold. */
    public static @Nullable Currency currency(@Nullable String code) {
        var upper = code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
        return KNOWN.contains(upper) ? Currency.getInstance(upper) : null;
    }

    /** How many decimals an amount of this currency has. */
    public static int decimals(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** Whether the amount can be paid as it stands, without rounding. */
    public static boolean exact(BigDecimal amount, Currency currency) {
        return amount.signum() == 0 || amount.stripTrailingZeros().scale() <= decimals(currency);
    }

    /** The sum; both are of one currency. */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " have no sum");
        }
        return new Money(amount.add(other.amount), currency);
    }
}
