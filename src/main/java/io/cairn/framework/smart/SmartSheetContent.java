package io.cairn.framework.smart;

import io.cairn.framework.Visibility;
import io.cairn.kernel.Needed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person writes on the worksheet of a SMART goal. It is measured by a number, from {@code baseline} to {@code target}, or
 * by steps.
 *
 * @param title the goal in one sentence
 * @param specific the answer to its letter, and so are the four after it; {@code relevant} is the goal's why
 * @param ownerTeamId either this or {@code ownerPersonId}; the writer owns it where both are null
 * @param audience null for the usual: a person's is read by manager and HR, a team's by the team
 * @param measureName what is counted; the title where it is null
 * @param dueOn the cycle's last day when null
 */
public record SmartSheetContent(
        @Needed @Nullable String title,
        @Nullable String specific,
        @Nullable String measurable,
        @Nullable String achievable,
        @Nullable String relevant,
        @Nullable String timeBound,
        @Nullable UUID ownerTeamId,
        @Nullable UUID ownerPersonId,
        @Nullable Visibility audience,
        @Nullable UUID cycleId,
        @Nullable String measureName,
        @Nullable String unit,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        @Nullable List<String> steps,
        @Nullable LocalDate dueOn,
        @Nullable String obstacles,
        @Nullable String firstStep,
        @Nullable LocalDate reviewOn) {

    /** What of a worksheet can be edited. */
    public static SmartSheetContent of(SmartSheet sheet) {
        boolean team = sheet.owner().isTeam();
        return new SmartSheetContent(
                sheet.title(),
                sheet.specific(),
                sheet.measurable(),
                sheet.achievable(),
                sheet.relevant(),
                sheet.timeBound(),
                team ? sheet.owner().id() : null,
                team ? null : sheet.owner().id(),
                sheet.audience(),
                sheet.cycleId(),
                sheet.measureName(),
                sheet.unit(),
                sheet.baseline(),
                sheet.target(),
                sheet.steps(),
                sheet.dueOn(),
                sheet.obstacles(),
                sheet.firstStep(),
                sheet.reviewOn());
    }

    List<String> stepsOrNone() {
        return steps == null
                ? List.of()
                : steps.stream()
                        .filter(step -> step != null && !step.isBlank())
                        .map(String::strip)
                        .toList();
    }
}
