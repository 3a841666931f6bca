package io.cairn.incentive.web;

import io.cairn.incentive.RunContent;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.TypedNumber;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was typed of a payout run. */
public record RunForm(
        @Nullable String name,
        @Nullable String periodStart,
        @Nullable String periodEnd,
        @Nullable String currency,
        @Nullable String budget) {

    /** The quarter that ended last, which is the one to be paid. */
    static RunForm fresh(String currency, LocalDate today) {
        LocalDate start = today.withDayOfMonth(1).minusMonths(3 + (today.getMonthValue() - 1) % 3);
        int quarter = (start.getMonthValue() + 2) / 3;
        return new RunForm(
                "Q" + quarter + " " + start.getYear() + ", " + currency,
                start.toString(),
                start.plusMonths(3).minusDays(1).toString(),
                currency,
                "");
    }

    /** @throws ProblemException with everything that cannot be read, each at its field */
    RunContent content() {
        List<Problem> problems = new ArrayList<>();
        var content = new RunContent(
                name,
                day("periodStart", periodStart, problems),
                day("periodEnd", periodEnd, problems),
                currency,
                amount(problems));
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return content;
    }

    private @Nullable BigDecimal amount(List<Problem> problems) {
        if (budget == null || budget.isBlank()) {
            return null;
        }
        var typed = TypedNumber.parse(budget, currency == null ? "" : currency);
        if (typed.problem() != null) {
            problems.add(typed.problem().at("budget"));
        }
        return typed.value();
    }

    private static @Nullable LocalDate day(String field, @Nullable String text, List<Problem> problems) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException unreadable) {
            problems.add(GeneralProblem.INVALID
                    .saying("Write a day such as 2026-08-15.")
                    .at(field));
            return null;
        }
    }

    public String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
