package io.cairn.incentive.web;

import io.cairn.incentive.BonusTarget;
import io.cairn.incentive.BonusTargetContent;
import io.cairn.incentive.TargetBasis;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.TypedNumber;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was typed of a bonus target. */
public record BonusTargetForm(
        @Nullable String amount,
        @Nullable String currency,
        @Nullable String basis,
        @Nullable String effectiveFrom,
        @Nullable String note) {

    /** @param last what holds now, if anything */
    static BonusTargetForm fresh(@Nullable BonusTarget last, String currency, LocalDate today) {
        return new BonusTargetForm(
                "",
                last == null ? currency : last.currency().getCurrencyCode(),
                last == null ? TargetBasis.YEAR.name() : last.basis().name(),
                today.toString(),
                "");
    }

    /** @throws ProblemException with everything that cannot be read, each at its field */
    BonusTargetContent content(UUID person) {
        List<Problem> problems = new ArrayList<>();
        var content =
                new BonusTargetContent(person, typedAmount(problems), currency, typedBasis(), day(problems), note);
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return content;
    }

    private @Nullable BigDecimal typedAmount(List<Problem> problems) {
        if (amount == null || amount.isBlank()) {
            return null;
        }
        var typed = TypedNumber.parse(amount, currency == null ? "" : currency);
        if (typed.problem() != null) {
            problems.add(typed.problem().at("amount"));
        }
        return typed.value();
    }

    private @Nullable TargetBasis typedBasis() {
        return Arrays.stream(TargetBasis.values())
                .filter(known -> known.name().equals(basis))
                .findFirst()
                .orElse(null);
    }

    private @Nullable LocalDate day(List<Problem> problems) {
        if (effectiveFrom == null || effectiveFrom.isBlank()) {
            return null;
        }
        try {
            var day = LocalDate.parse(effectiveFrom.strip());
            if (day.getYear() >= 1900 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            // falls through to the refusal below
        }
        problems.add(
                GeneralProblem.INVALID.saying("Write a day such as 2026-08-15.").at("effectiveFrom"));
        return null;
    }

    public String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
