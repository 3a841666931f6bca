package io.cairn.framework.okr;

import io.cairn.goal.CheckIn;
import io.cairn.goal.Counting;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalHistory;
import io.cairn.goal.Grade;
import io.cairn.goal.Health;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureKind;
import io.cairn.goal.Profile;
import io.cairn.goal.ProgressMode;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRow.Making;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Goals as rows of a planning sheet. Where a figure follows another rule than the sheet's formula, the figure itself stands there. */
final class PlanningRows {
    private final LocalDate startsOn;
    private final LocalDate endsOn;
    private final Weeks weeks;
    private final ZoneId zone;
    private final List<SheetRow> objectives = new ArrayList<>();
    private final List<SheetRow> keyResults = new ArrayList<>();

    PlanningRows(LocalDate startsOn, LocalDate endsOn, LocalDate today, ZoneId zone) {
        this.startsOn = startsOn;
        this.endsOn = endsOn;
        this.weeks = Weeks.of(startsOn, endsOn, today);
        this.zone = zone;
    }

    List<SheetRow> objectives() {
        return objectives;
    }

    List<SheetRow> keyResults() {
        return keyResults;
    }

    void add(Goal goal, GoalHistory.Told told) {
        String number = "O" + (objectives.size() + 1);
        List<Measure> live = goal.live();
        boolean usual = true;
        for (Measure measure : live) {
            boolean formula = isByFormula(goal, measure);
            usual &= formula || measure.health() != null;
            keyResults.add(row(number, goal, measure, formula, told));
        }
        objectives.add(row(number, goal, live, usual));
    }

    private static SheetRow row(String number, Goal goal, List<Measure> live, boolean usual) {
        boolean said = goal.progress() != null && goal.pace() != null;
        boolean ofKeyResults = goal.progressMode() == ProgressMode.KR_ONLY && said && usual;
        boolean worst = ofKeyResults && goal.health() == worst(live);
        Making row = SheetRow.row()
                .with("number", number)
                .with("title", goal.title())
                .with("why", goal.why())
                .with("level", goal.level())
                .with("team", goal.owner().name())
                .with("owner", goal.lead().name())
                .with("horizon", goal.horizon())
                .with("ambition", goal.ambition())
                .with(
                        "alignedTo",
                        goal.parents().stream().map(Goal.Linked::title).collect(Collectors.joining("; ")))
                .with("state", goal.state().label())
                .with("id", goal.id())
                .with("version", goal.version());
        put(row, "progress", goal.progress(), ofKeyResults);
        put(row, "expected", goal.expected(), ofKeyResults);
        put(row, "health", goal.health(), worst);
        // nothing is graded that nobody measured yet, though what has no value counts as 0
        put(row, "grade", goal.suggestedGrade(), ofKeyResults && goal.suggestedGrade() != null);
        return row.done();
    }

    private static @Nullable Health worst(List<Measure> live) {
        Health worst = null;
        for (Measure measure : live) {
            worst = measure.weight().signum() > 0 ? Health.worst(worst, measure.health()) : worst;
        }
        return worst;
    }

    private SheetRow row(String number, Goal goal, Measure measure, boolean formula, GoalHistory.Told told) {
        Making row = SheetRow.row()
                .with("objective", number)
                .with("title", measure.name())
                .with("nature", measure.nature())
                .with("kind", measure.kind())
                .with("unit", measure.unit())
                .with("baseline", measure.baseline())
                .with("comparator", measure.comparator())
                .with("target", measure.target())
                .with("weight", measure.weight())
                .with("share", share(goal, measure))
                .with("confidence", measure.confidence())
                .with("id", measure.id())
                .with("version", measure.version());
        BigDecimal last = values(row, measure, told);
        BigDecimal current = current(measure);
        put(row, "current", current, same(last, current));
        boolean known = !measure.noData();
        put(row, "progress", known ? measure.progress() : null, formula && known || measure.noData() && last == null);
        put(row, "expected", measure.expected(), formula);
        put(row, "achieved", known ? (measure.achieved() ? "YES" : "NO") : null, formula || measure.noData());
        put(row, "health", measure.health(), formula && known);
        put(
                row,
                "grade",
                known && measure.progress() != null ? Grade.of(measure.progress(), measure.achieved()) : null,
                formula || measure.noData());
        return row.done();
    }

    private static void put(Making row, String column, @Nullable Object value, boolean formula) {
        if (formula) {
            row.with(column, value);
        } else {
            row.fixed(column, value);
        }
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private static @Nullable BigDecimal share(Goal goal, Measure measure) {
        BigDecimal all = goal.live().stream().map(Measure::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        return all.signum() == 0 ? null : measure.weight().divide(all, 18, java.math.RoundingMode.HALF_EVEN);
    }

    /** Steps and levels as the share that is reached. */
    private static @Nullable BigDecimal current(Measure measure) {
        if (measure.noData()) {
            return null;
        }
        return switch (measure.kind()) {
            case MILESTONE, RUBRIC -> measure.progress();
            case INCREASE, DECREASE, MAINTAIN, RANGE, BOOLEAN, KPI_LINKED -> measure.current();
        };
    }

    /** The last value of each week; the last of all is given back. */
    private @Nullable BigDecimal values(Making row, Measure measure, GoalHistory.Told told) {
        if (measure.kind() == MeasureKind.MILESTONE || measure.kind() == MeasureKind.RUBRIC) {
            return null;
        }
        BigDecimal last = null;
        List<BigDecimal> typed = new ArrayList<>();
        for (CheckIn one : told.checkIns().getOrDefault(measure.id(), List.of())) {
            if (one.value() != null) {
                typed.add(one.value());
                last = measure.counting() == Counting.INCREMENT
                        ? measure.counting().current(measure.baseline(), typed)
                        : one.value();
                row.with(week(LocalDate.ofInstant(one.at(), zone)), last);
            }
        }
        for (GoalHistory.MetricValue one : told.values().getOrDefault(measure.id(), List.of())) {
            last = one.value();
            row.with(week(one.on()), last);
        }
        return last;
    }

    private String week(LocalDate day) {
        return "w" + weeks.week(day);
    }

    /** Whether the sheet's formulas are this key result's rules: a way from here to there, evenly over the cycle, nothing set by hand. */
    private boolean isByFormula(Goal goal, Measure measure) {
        boolean way = measure.kind().directional() || measure.kind() == MeasureKind.BOOLEAN;
        boolean usual = measure.profile() == (measure.kind() == MeasureKind.BOOLEAN ? Profile.STEP : Profile.LINEAR);
        boolean ownDays = measure.dueOn() != null && !Objects.equals(measure.dueOn(), endsOn);
        return way
                && usual
                && !ownDays
                && !measure.stale()
                && measure.healthOverride() == null
                && goal.pace() != null
                && goal.heldOn() == null
                && startsOn.equals(goal.startsOn())
                && endsOn.equals(goal.endsOn());
    }
}
