package io.cairn.incentive.web;

import io.cairn.incentive.Pool;
import io.cairn.incentive.PoolContent;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.TypedNumber;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was typed of a pool; its holder by name or e-mail. */
public record PoolForm(
        @Nullable String name,
        @Nullable String periodStart,
        @Nullable String periodEnd,
        @Nullable String currency,
        @Nullable String amount,
        @Nullable String holderId,
        @Nullable Integer version) {

    static PoolForm fresh(String currency, LocalDate today) {
        LocalDate quarter = today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % 3);
        return new PoolForm(
                "", quarter.toString(), quarter.plusMonths(3).minusDays(1).toString(), currency, "", "", null);
    }

    static PoolForm of(Pool pool) {
        return new PoolForm(
                pool.name(),
                pool.periodStart().toString(),
                pool.periodEnd().toString(),
                pool.currency(),
                Amounts.plain(pool.amount(), pool.currency()),
                pool.holder().name(),
                pool.version());
    }

    /**
     * @param holder whom somebody means; null for nobody
     * @throws ProblemException with everything that cannot be read, each at its field
     */
    PoolContent content(Function<String, @Nullable PersonRef> holder) {
        List<Problem> problems = new ArrayList<>();
        var content = new PoolContent(
                name,
                day("periodStart", periodStart, problems),
                day("periodEnd", periodEnd, problems),
                currency,
                money(problems),
                person(holder, problems));
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return content;
    }

    private @Nullable UUID person(Function<String, @Nullable PersonRef> holder, List<Problem> problems) {
        if (text(holderId).isBlank()) {
            return null;
        }
        PersonRef meant = holder.apply(text(holderId));
        if (meant == null) {
            problems.add(GeneralProblem.INVALID
                    .saying("Nobody who is here answers to that; write the e-mail.")
                    .at("holderId"));
        }
        return meant == null ? null : meant.id();
    }

    private @Nullable BigDecimal money(List<Problem> problems) {
        if (text(amount).isBlank()) {
            return null;
        }
        var typed = TypedNumber.parse(text(amount), text(currency));
        if (typed.problem() != null) {
            problems.add(typed.problem().at("amount"));
        }
        return typed.value();
    }

    private static @Nullable LocalDate day(String field, @Nullable String typed, List<Problem> problems) {
        if (text(typed).isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text(typed).strip());
            if (day.getYear() >= 1900 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            // falls through to the refusal below
        }
        problems.add(
                GeneralProblem.INVALID.saying("Write a day such as 2026-08-15.").at(field));
        return null;
    }

    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
