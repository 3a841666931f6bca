package io.cairn.framework.smart;

import io.cairn.goal.Goal;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureContent;
import io.cairn.goal.MeasureKind;
import io.cairn.goal.Milestone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one measure that a worksheet writes: a number or steps. Whatever else a goal is measured by stays as it is. */
final class SheetMeasure {
    private SheetMeasure() {}

    /** The measure the worksheet shows; null without one. */
    static @Nullable Measure of(Goal goal) {
        return goal.live().stream().findFirst().orElse(null);
    }

    /** Whether a worksheet can say what it counts. */
    static boolean isWritten(Measure measure) {
        return measure.kind() == MeasureKind.INCREASE
                || measure.kind() == MeasureKind.DECREASE
                || measure.kind() == MeasureKind.MILESTONE;
    }

    /** Null where nothing is written of it. */
    static @Nullable MeasureContent content(SmartSheetContent sheet, @Nullable Goal goal) {
        Measure stored = goal == null ? null : of(goal);
        if (stored != null && goal != null && !isWritten(stored)) {
            return MeasureContent.of(goal, stored);
        }
        List<String> steps = sheet.stepsOrNone();
        boolean nothing = steps.isEmpty()
                && sheet.target() == null
                && sheet.baseline() == null
                && (sheet.measureName() == null || sheet.measureName().isBlank());
        return nothing ? null : content(sheet, kind(sheet, steps, goal, stored), stored);
    }

    /** What it counts is fixed once the goal is active. */
    private static MeasureKind kind(
            SmartSheetContent sheet, List<String> steps, @Nullable Goal goal, @Nullable Measure stored) {
        if (stored != null && goal != null && goal.state() != GoalStatus.DRAFT) {
            return stored.kind();
        }
        BigDecimal from = sheet.baseline();
        boolean falls = from != null && sheet.target() != null && sheet.target().compareTo(from) < 0;
        return !steps.isEmpty() ? MeasureKind.MILESTONE : falls ? MeasureKind.DECREASE : MeasureKind.INCREASE;
    }

    private static MeasureContent content(SmartSheetContent sheet, MeasureKind kind, @Nullable Measure stored) {
        boolean number = kind != MeasureKind.MILESTONE;
        @Nullable Measure same = stored != null && stored.kind() == kind ? stored : null;
        String named = sheet.measureName() == null ? "" : sheet.measureName().strip();
        return new MeasureContent(
                named.isEmpty() ? sheet.title() : named,
                kind,
                stored == null ? null : stored.nature(),
                number ? sheet.unit() : "",
                number ? sheet.baseline() : null,
                number ? sheet.target() : null,
                null,
                same != null ? same.comparator() : kind.usualComparator(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                same != null ? same.counting() : null,
                same != null ? same.profile() : null,
                same != null ? same.planPoints() : null,
                number ? List.of() : milestones(sheet.stepsOrNone(), stored),
                List.of(),
                stored == null ? null : stored.weight(),
                null,
                stored == null || stored.owner() == null ? null : stored.owner().id(),
                stored == null ? null : stored.evidenceUrl());
    }

    /** Steps that were there keep what is done of them. */
    private static List<Milestone> milestones(List<String> steps, @Nullable Measure stored) {
        List<Milestone> milestones = new ArrayList<>();
        for (String step : steps) {
            milestones.add((stored == null ? List.<Milestone>of() : stored.milestones())
                    .stream()
                            .filter(known -> known.name().equals(step))
                            .findFirst()
                            .orElse(Milestone.of(step)));
        }
        return milestones;
    }

    static String name(@Nullable Measure measure, String title) {
        return measure == null || Objects.equals(measure.name(), title) ? "" : measure.name();
    }
}
