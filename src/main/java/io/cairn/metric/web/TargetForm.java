package io.cairn.metric.web;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.TypedNumber;
import io.cairn.metric.MetricSheet;
import io.cairn.metric.MetricTarget;
import io.cairn.metric.TargetContent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was typed of a target. */
public record TargetForm(
        @Nullable String from,
        @Nullable String to,
        @Nullable String comparator,
        @Nullable String target,
        @Nullable String amberAt,
        @Nullable String low,
        @Nullable String high) {
    static final TargetForm EMPTY = new TargetForm("", "", "", "", "", "", "");

    static TargetForm of(@Nullable MetricTarget target) {
        return target == null
                ? EMPTY
                : new TargetForm(
                        target.from().toString(),
                        Objects.toString(target.to(), ""),
                        target.comparator().name(),
                        plain(target.target()),
                        plain(target.amberAt()),
                        plain(target.low()),
                        plain(target.high()));
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    /** @throws ProblemException with everything that cannot be read, each at its field */
    TargetContent content(MetricSheet sheet) {
        List<Problem> problems = new ArrayList<>();
        TargetContent content = content(sheet, "", problems);
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return content;
    }

    /** @param at before the fields' names */
    TargetContent content(MetricSheet sheet, String at, List<Problem> problems) {
        return new TargetContent(
                day(from, at + "from", problems),
                day(to, at + "to", problems),
                number(target, sheet.unit(), at + "target", problems),
                comparison(at, problems),
                number(amberAt, sheet.unit(), at + "amberAt", problems),
                number(low, sheet.unit(), at + "low", problems),
                number(high, sheet.unit(), at + "high", problems));
    }

    /** Whether nothing was promised. */
    boolean isEmpty() {
        return blank(target) && blank(low) && blank(high);
    }

    private @Nullable Comparator comparison(String at, List<Problem> problems) {
        if (blank(comparator)) {
            return null;
        }
        return Arrays.stream(Comparator.values())
                .filter(one -> one.name().equals(comparator))
                .findFirst()
                .orElseGet(() -> {
                    problems.add(GeneralProblem.INVALID.at(at + "comparator"));
                    return null;
                });
    }

    static @Nullable BigDecimal number(@Nullable String typed, String unit, String field, List<Problem> problems) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        TypedNumber number = TypedNumber.parse(typed, unit);
        if (number.problem() != null) {
            problems.add(number.problem().at(field));
        }
        return number.value();
    }

    static @Nullable LocalDate day(@Nullable String typed, String field, List<Problem> problems) {
        try {
            return blank(typed) || typed == null ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException unreadable) {
            problems.add(GeneralProblem.INVALID
                    .saying("Write the day as 2026-08-15.")
                    .at(field));
            return null;
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
