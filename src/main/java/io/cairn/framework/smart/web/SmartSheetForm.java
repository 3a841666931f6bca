package io.cairn.framework.smart.web;

import io.cairn.framework.Visibility;
import io.cairn.framework.smart.SmartSheet;
import io.cairn.framework.smart.SmartSheetContent;
import io.cairn.kernel.Display;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.TypedNumber;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was typed on a worksheet, kept as it was typed.
 *
 * @param owner {@code me}, or the id of a team; on a stored one who owns it stays
 * @param audience {@code PUBLIC_ORG}, or nothing for the usual
 * @param steps a line each
 */
public record SmartSheetForm(
        @Nullable String title,
        @Nullable String specific,
        @Nullable String measurable,
        @Nullable String achievable,
        @Nullable String relevant,
        @Nullable String timeBound,
        @Nullable String owner,
        @Nullable String audience,
        @Nullable String cycleId,
        @Nullable String measureName,
        @Nullable String unit,
        @Nullable String baseline,
        @Nullable String target,
        @Nullable String steps,
        @Nullable String dueOn,
        @Nullable String obstacles,
        @Nullable String firstStep,
        @Nullable String reviewOn,
        @Nullable Integer version) {

    static SmartSheetForm fresh(String title, String owner, String cycle) {
        return new SmartSheetForm(title, "", "", "", "", "", owner, "", cycle, "", "", "", "", "", "", "", "", "", 0);
    }

    static SmartSheetForm of(SmartSheet sheet) {
        return new SmartSheetForm(
                sheet.title(),
                sheet.specific(),
                sheet.measurable(),
                sheet.achievable(),
                sheet.relevant(),
                sheet.timeBound(),
                "",
                sheet.audience() == Visibility.PUBLIC_ORG ? sheet.audience().name() : "",
                Objects.toString(sheet.cycleId(), ""),
                sheet.measureName(),
                sheet.unit(),
                number(sheet.baseline()),
                number(sheet.target()),
                String.join("\n", sheet.steps()),
                Objects.toString(sheet.dueOn(), ""),
                sheet.obstacles(),
                sheet.firstStep(),
                Objects.toString(sheet.reviewOn(), ""),
                sheet.version());
    }

    private static String number(@Nullable BigDecimal value) {
        return value == null ? "" : Display.number(value);
    }

    /** What it says, and in {@code problems} what could not be read; of a stored goal the owner is that of {@code sheet}. */
    SmartSheetContent content(@Nullable SmartSheet sheet, List<Problem> problems) {
        boolean ofTeam = sheet == null
                ? owner != null && !owner.equals("me")
                : sheet.owner().isTeam();
        UUID team = sheet != null ? sheet.owner().id() : id(owner, "owner", problems);
        return new SmartSheetContent(
                title,
                specific,
                measurable,
                achievable,
                relevant,
                timeBound,
                ofTeam ? team : null,
                sheet != null && !ofTeam ? sheet.owner().id() : null,
                audience(sheet, ofTeam),
                id(cycleId, "cycleId", problems),
                measureName,
                text(unit).strip(),
                number(baseline, "baseline", problems),
                number(target, "target", problems),
                text(steps).lines().toList(),
                day(dueOn, "dueOn", problems),
                obstacles,
                firstStep,
                day(reviewOn, "reviewOn", problems));
    }

    /** An audience that the form does not offer stays as long as nobody opens the goal to all. */
    private @Nullable Visibility audience(@Nullable SmartSheet sheet, boolean ofTeam) {
        if (text(audience).equals(Visibility.PUBLIC_ORG.name())) {
            return Visibility.PUBLIC_ORG;
        }
        boolean narrowed = sheet != null && sheet.audience() == Visibility.PUBLIC_ORG;
        return sheet != null && !narrowed ? sheet.audience() : ofTeam ? Visibility.TEAM : Visibility.PRIVATE_PAIR_HR;
    }

    private @Nullable BigDecimal number(@Nullable String typed, String field, List<Problem> problems) {
        if (text(typed).isBlank()) {
            return null;
        }
        TypedNumber read = TypedNumber.parse(text(typed), text(unit).strip());
        if (read.problem() != null) {
            problems.add(read.problem().at(field));
        }
        return read.value();
    }

    private static @Nullable LocalDate day(@Nullable String typed, String field, List<Problem> problems) {
        try {
            return text(typed).isBlank() ? null : LocalDate.parse(text(typed).strip());
        } catch (DateTimeException unreadable) {
            problems.add(GeneralProblem.INVALID
                    .saying("Write the day as 2026-09-30.")
                    .at(field));
            return null;
        }
    }

    private static @Nullable UUID id(@Nullable String typed, String field, List<Problem> problems) {
        if (text(typed).isBlank() || "me".equals(typed)) {
            return null;
        }
        try {
            return UUID.fromString(text(typed).strip());
        } catch (IllegalArgumentException forged) {
            problems.add(GeneralProblem.INVALID.at(field));
            return null;
        }
    }

    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    int versionOrNone() {
        return version == null ? 0 : version;
    }
}
