package io.cairn.framework.smart.web;

import io.cairn.framework.smart.SmartSheet;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Measure;
import io.cairn.kernel.Display;
import io.cairn.smart.SmartFinding;
import io.cairn.smart.SmartLetter;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The worksheet of a SMART goal, to be read and printed. */
public record SmartSheetPage(SmartSheet sheet, boolean mayAttest) implements FullPage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    @Override
    public String title() {
        return sheet.title();
    }

    @Override
    public Section section() {
        return Section.SMART;
    }

    public Goal goal() {
        return sheet.goal();
    }

    public boolean mayEdit() {
        return goal().mayEdit() && goal().state() != GoalStatus.CANCELLED && goal().state() != GoalStatus.CLOSED;
    }

    public boolean isDraft() {
        return sheet.status() == GoalStatus.DRAFT;
    }

    /** What was written for the letter. */
    public String answer(SmartFinding found) {
        return answer(found.letter());
    }

    private String answer(SmartLetter letter) {
        return switch (letter) {
            case SPECIFIC -> sheet.specific();
            case MEASURABLE -> sheet.measurable();
            case ACHIEVABLE -> sheet.achievable();
            case RELEVANT -> sheet.relevant();
            case TIME_BOUND -> sheet.timeBound();
        };
    }

    public @Nullable Measure measure() {
        return goal().live().stream().findFirst().orElse(null);
    }

    public String value(java.math.@Nullable BigDecimal value) {
        return Display.value(value, sheet.unit());
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? Display.NONE : DAY.format(day);
    }
}
