package io.cairn.incentive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cairn.kernel.Money;
import io.cairn.kernel.PersonRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

/**
 * Money that its holder gives out for discretionary objectives of plans that end in a period.
 *
 * @param currency as ISO 4217 says it
 * @param amount the budget
 * @param awarded what was given out of it so far
 * @param remaining the budget without what was given
 */
public record Pool(
        UUID id,
        String name,
        LocalDate periodStart,
        LocalDate periodEnd,
        String currency,
        BigDecimal amount,
        BigDecimal awarded,
        BigDecimal remaining,
        PersonRef holder,
        int version) {

    /** {@code 4,000.00 EUR}. */
    @JsonIgnore
    public Money left() {
        return new Money(remaining, Currency.getInstance(currency));
    }

    PoolContent content() {
        return new PoolContent(name, periodStart, periodEnd, currency, amount, holder.id());
    }

    Pool spent(BigDecimal spent) {
        Currency money = Currency.getInstance(currency);
        return new Pool(
                id,
                name,
                periodStart,
                periodEnd,
                currency,
                amount,
                new Money(spent, money).amount(),
                new Money(amount.subtract(spent), money).amount(),
                holder,
                version);
    }
}
