package io.cairn.incentive;

import io.cairn.kernel.PersonRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Money that its holder gives out for discretionary objectives of plans that end in a period.
 *
 * @param currency as ISO 4217 says it
 */
public record Pool(
        UUID id,
        String name,
        LocalDate periodStart,
        LocalDate periodEnd,
        String currency,
        BigDecimal amount,
        PersonRef holder) {}
