package io.cairn.framework.mbo;

import io.cairn.goal.GovernedGoals;
import io.cairn.goal.Level;
import io.cairn.goal.MaintainMode;
import io.cairn.goal.MeasureContent;
import io.cairn.goal.MeasureKind;
import io.cairn.goal.Milestone;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.Comparator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The goal that an agreed line becomes: one measure, checked in by the employee or following the line's metric. It has its plan's
 * days and no cycle, whose pages and phases are about what is open to all.
 */
final class PlannedMeasure {
    private PlannedMeasure() {}

    static GovernedGoals.Terms goal(Plan plan, ObjectiveTerms line) {
        return new GovernedGoals.Terms(
                line.id(),
                line.title(),
                line.why(),
                null,
                plan.startsOn(),
                plan.endsOn(),
                measure(line, plan.employee().id()));
    }

    private static MeasureContent measure(ObjectiveTerms line, UUID owner) {
        AttainmentBasis basis = Objects.requireNonNull(line.basis());
        return switch (basis) {
            case BASELINE_TO_TARGET, RATIO_TO_TARGET, INVERSE_RATIO -> number(line, owner);
            case MILESTONE -> content(line, MeasureKind.MILESTONE, owner, null, line.milestones(), List.of());
            case RUBRIC -> content(line, MeasureKind.RUBRIC, owner, null, List.of(), line.levels());
            case BOOLEAN -> content(line, MeasureKind.BOOLEAN, owner, null, List.of(), List.of());
        };
    }

    /** A ratio starts from nothing; one that is to fall has no way to show, so its goal is kept or not. */
    private static MeasureContent number(ObjectiveTerms line, UUID owner) {
        Comparator comparator = line.comparatorOrUsual();
        BigDecimal target = Objects.requireNonNull(line.target());
        BigDecimal baseline = line.baseline() != null || comparator.falls() ? line.baseline() : BigDecimal.ZERO;
        boolean way = baseline != null && baseline.compareTo(target) != 0;
        if (line.metricId() != null) {
            return content(line, MeasureKind.KPI_LINKED, owner, baseline, List.of(), List.of());
        }
        MeasureKind kind =
                !way ? MeasureKind.MAINTAIN : comparator.falls() ? MeasureKind.DECREASE : MeasureKind.INCREASE;
        return content(line, kind, owner, baseline, List.of(), List.of());
    }

    private static MeasureContent content(
            ObjectiveTerms line,
            MeasureKind kind,
            UUID owner,
            @Nullable BigDecimal baseline,
            List<Milestone> milestones,
            List<Level> levels) {
        return new MeasureContent(
                line.title(),
                kind,
                null,
                line.unit(),
                baseline,
                line.isNumeric() ? line.target() : null,
                null,
                line.isNumeric() ? line.comparatorOrUsual() : null,
                null,
                null,
                null,
                null,
                null,
                kind == MeasureKind.MAINTAIN ? MaintainMode.LATEST : null,
                null,
                null,
                null,
                null,
                milestones,
                levels,
                null,
                null,
                owner,
                null,
                line.metricId());
    }
}
