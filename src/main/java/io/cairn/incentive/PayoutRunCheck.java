package io.cairn.incentive;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Money;
import io.cairn.kernel.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Checks what is written about a run. */
final class PayoutRunCheck {
    private static final int NAME = 200;
    private static final int MONEY_DIGITS = 15;

    private PayoutRunCheck() {}

    record Checked(String name, LocalDate start, LocalDate end, Money budget) {}

    /** @throws io.cairn.kernel.ProblemException with everything that is wrong */
    static Checked read(RunContent content) {
        Texts texts = new Texts();
        String name = texts.needed("name", content.name(), 1, NAME);
        LocalDate start = day("periodStart", content.periodStart(), texts);
        LocalDate end = day("periodEnd", content.periodEnd(), texts);
        if (start != null && end != null && end.isBefore(start)) {
            texts.add(PayoutProblem.RUN_PERIOD.at("periodEnd"));
        }
        Currency currency = currency(content.currency(), texts);
        BigDecimal budget = budget(content.budget(), currency, texts);
        texts.refuseIfAny();
        if (start == null || end == null || currency == null || budget == null) {
            throw GeneralProblem.INVALID.exception();
        }
        return new Checked(name, start, end, new Money(budget, currency));
    }

    private static @Nullable LocalDate day(String field, @Nullable LocalDate day, Texts texts) {
        if (day == null) {
            texts.add(GeneralProblem.REQUIRED.at(field));
        } else if (day.getYear() < 1900 || day.getYear() > 9998) {
            texts.add(GeneralProblem.INVALID.at(field));
        }
        return day;
    }

    private static @Nullable Currency currency(@Nullable String code, Texts texts) {
        Currency currency = Money.currency(code);
        if (code == null || code.isBlank()) {
            texts.add(GeneralProblem.REQUIRED.at("currency"));
        } else if (currency == null) {
            texts.add(IncentiveProblem.CURRENCY_UNKNOWN.at("currency"));
        }
        return currency;
    }

    private static @Nullable BigDecimal budget(@Nullable BigDecimal budget, @Nullable Currency currency, Texts texts) {
        if (budget == null) {
            texts.add(GeneralProblem.REQUIRED.at("budget"));
            return null;
        }
        if (budget.signum() < 0) {
            texts.add(IncentiveProblem.AMOUNT_NEGATIVE.at("budget"));
        } else if (budget.signum() != 0 && (long) budget.precision() - budget.scale() > MONEY_DIGITS) {
            texts.add(GeneralProblem.INVALID.at("budget"));
        } else if (currency != null && !Money.exact(budget, currency)) {
            texts.add(IncentiveProblem.AMOUNT_TOO_PRECISE.at("budget"));
        }
        return budget;
    }
}
