package io.cairn.incentive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The period a plan pays for, both ends included.
 *
 * @param days by which targets are prorated: more than lie between the two where a plan has but a part of its period
 */
public record PayPeriod(Kind kind, LocalDate from, LocalDate to, int days) {

    /** A whole one. */
    public PayPeriod(Kind kind, LocalDate from, LocalDate to) {
        this(kind, from, to, days(from, to));
    }

    /** How much of a year's target a period brings. */
    public enum Kind {
        QUARTER("0.25"),
        HALF("0.5"),
        YEAR("1");

        private final BigDecimal ofYear;

        Kind(String ofYear) {
            this.ofYear = new BigDecimal(ofYear);
        }

        BigDecimal ofYear() {
            return ofYear;
        }
    }

    public static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1);
    }
}
