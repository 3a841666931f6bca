package io.cairn.incentive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cairn.kernel.Money;
import io.cairn.kernel.PersonRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody earns when everything is attained as agreed, from a day on until their next one.
 *
 * @param recordedBy null when the system did
 * @param superseded whether a later entry for the same day took its place
 */
public record BonusTarget(
        UUID id,
        PersonRef person,
        BigDecimal amount,
        Currency currency,
        TargetBasis basis,
        LocalDate effectiveFrom,
        String note,
        @Nullable PersonRef recordedBy,
        Instant recordedAt,
        boolean superseded) {

    @JsonIgnore
    public Money money() {
        return new Money(amount, currency);
    }

    Proration.Held held() {
        return new Proration.Held(effectiveFrom, amount, basis);
    }
}
