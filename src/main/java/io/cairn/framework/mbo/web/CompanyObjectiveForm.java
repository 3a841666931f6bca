package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.CompanyObjective;
import io.cairn.framework.mbo.CompanyObjectiveContent;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was typed of an objective of the company, kept as it was typed. */
public record CompanyObjectiveForm(
        @Nullable String title,
        @Nullable String why,
        @Nullable String startsOn,
        @Nullable String endsOn,
        @Nullable String basis,
        @Nullable String unit,
        @Nullable String baseline,
        @Nullable String target,
        @Nullable String comparator,
        @Nullable Integer version) {
    static final CompanyObjectiveForm EMPTY =
            new CompanyObjectiveForm("", "", "", "", AttainmentBasis.BASELINE_TO_TARGET.name(), "", "", "", "", 0);

    static CompanyObjectiveForm of(CompanyObjective kept) {
        return new CompanyObjectiveForm(
                kept.title(),
                kept.why(),
                kept.startsOn().toString(),
                kept.endsOn().toString(),
                kept.basis().name(),
                kept.unit(),
                LineForm.number(kept.baseline()),
                LineForm.number(kept.target()),
                kept.comparator() == null ? "" : kept.comparator().name(),
                kept.version());
    }

    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    CompanyObjectiveContent content(List<Problem> problems) {
        String in = text(unit).strip();
        return new CompanyObjectiveContent(
                title,
                why,
                day(startsOn, "startsOn", problems),
                day(endsOn, "endsOn", problems),
                one(AttainmentBasis.values(), basis),
                in,
                number(baseline, in, "baseline", problems),
                number(target, in, "target", problems),
                one(Comparator.values(), comparator));
    }

    private static <E extends Enum<E>> @Nullable E one(E[] constants, @Nullable String typed) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable BigDecimal number(
            @Nullable String typed, String unit, String field, List<Problem> problems) {
        return text(typed).isBlank() ? null : ValuesForm.read(text(typed), unit, field, problems);
    }

    private static @Nullable LocalDate day(@Nullable String typed, String field, List<Problem> problems) {
        try {
            return text(typed).isBlank() ? null : LocalDate.parse(text(typed).strip());
        } catch (DateTimeParseException unreadable) {
            problems.add(
                    GeneralProblem.INVALID.saying("A day such as 2026-09-30.").at(field));
            return null;
        }
    }
}
