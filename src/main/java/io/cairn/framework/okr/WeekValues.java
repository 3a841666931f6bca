package io.cairn.framework.okr;

import io.cairn.goal.CheckInContent;
import io.cairn.goal.CheckIns;
import io.cairn.goal.Counting;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureKind;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Viewer;
import io.cairn.template.Cell;
import io.cairn.template.ReturnProblem;
import io.cairn.template.Returned;
import io.cairn.template.ReturnedRows;
import io.cairn.template.SheetRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values typed into the weeks of a key result, as check-ins. */
final class WeekValues {
    private static final Pattern WEEK = Pattern.compile("w\\d{1,2}");
    private static final int SUREST = 10;

    private final Viewer viewer;
    private final Goal goal;
    private final Measure measure;
    private final LocalDate today;

    WeekValues(Viewer viewer, Goal goal, Measure measure, LocalDate today) {
        this.viewer = viewer;
        this.goal = goal;
        this.measure = measure;
        this.today = today;
    }

    /** Whether a column holds what is said in check-ins. */
    static boolean isReport(String column) {
        return isValue(column) || column.equals("notes");
    }

    private static boolean isValue(String column) {
        return WEEK.matcher(column).matches() || column.equals("confidence");
    }

    /** Whether a row says another value than before; a note alone says nothing. */
    static boolean isReported(SheetRow before, SheetRow now) {
        for (int week = 1; week <= PlanningForm.WEEKS; week++) {
            if (!same(before, now, "w" + week)) {
                return true;
            }
        }
        return !same(before, now, "confidence");
    }

    private static boolean same(SheetRow before, SheetRow now, String column) {
        BigDecimal was = before.figure(column);
        BigDecimal is = now.figure(column);
        return was == null || is == null ? was == is : was.compareTo(is) == 0;
    }

    /** Makes check-ins of what changed; the newest of them says how sure one is, and the note. */
    void read(Returned.Row row, Set<String> changed, ReturnedRows rows, List<CheckIns.Wanted> checkIns) {
        List<Integer> weeks = changed.stream()
                .filter(column -> WEEK.matcher(column).matches())
                .map(column -> Integer.valueOf(column.substring(1)))
                .sorted()
                .toList();
        if (weeks.isEmpty() && !changed.contains("confidence")) {
            return;
        }
        String first = weeks.isEmpty() ? "confidence" : "w" + weeks.getFirst();
        Problem refusal = refusal();
        if (refusal != null) {
            rows.refuse(row, refusal.at(first));
            return;
        }
        if (weeks.isEmpty()) {
            BigDecimal current = measure.current();
            if (current == null) {
                rows.refuse(
                        row,
                        GeneralProblem.INVALID
                                .saying("Type this week's value beside it.")
                                .at("confidence"));
                return;
            }
            add(row, rows, checkIns, current, null, true);
        }
        for (int week : weeks) {
            read(row, rows, checkIns, week, week == weeks.getLast());
        }
    }

    private void read(Returned.Row row, ReturnedRows rows, List<CheckIns.Wanted> checkIns, int week, boolean last) {
        Weeks weeks = weeks();
        BigDecimal value = row.row().figure("w" + week);
        LocalDate begins = week == 1 ? weeks.first() : weeks.lastOf(week - 1).plusDays(1);
        if (value == null) {
            rows.refuse(
                    row,
                    ReturnProblem.FIXED
                            .saying("What was checked in is corrected on its page.")
                            .at("w" + week));
        } else if (begins.isAfter(today)) {
            rows.refuse(
                    row,
                    GeneralProblem.INVALID.saying("This week has not begun.").at("w" + week));
        } else {
            LocalDate ends = weeks.lastOf(week);
            add(row, rows, checkIns, value, ends.isBefore(today) ? ends.toString() : null, last);
        }
    }

    private Weeks weeks() {
        return weeks(goal, today);
    }

    /** Those of the goal's cycle, as its file has them. */
    static Weeks weeks(Goal goal, LocalDate today) {
        LocalDate starts = goal.cycle() == null ? goal.startsOn() : goal.cycle().startsOn();
        LocalDate ends = goal.cycle() == null ? goal.endsOn() : goal.cycle().endsOn();
        return Weeks.of(Objects.requireNonNullElse(starts, today), Objects.requireNonNullElse(ends, today), today);
    }

    private void add(
            Returned.Row row,
            ReturnedRows rows,
            List<CheckIns.Wanted> checkIns,
            BigDecimal value,
            @Nullable String at,
            boolean last) {
        BigDecimal sure = row.row().figure("confidence");
        if (sure != null && !isConfidence(sure)) {
            rows.refuse(
                    row,
                    GeneralProblem.INVALID
                            .saying("Confidence is a whole number from 0 to 10.")
                            .at("confidence"));
            return;
        }
        String note = row.row().cells().get("notes") instanceof Cell.Words(String words) ? words : null;
        checkIns.add(new CheckIns.Wanted(
                goal.id(),
                measure.id(),
                new CheckInContent(
                        value,
                        null,
                        null,
                        last && sure != null ? sure.intValue() : null,
                        last ? note : null,
                        at,
                        null)));
    }

    private static boolean isConfidence(BigDecimal sure) {
        return sure.stripTrailingZeros().scale() <= 0 && sure.signum() >= 0 && sure.intValue() <= SUREST;
    }

    private @Nullable Problem refusal() {
        if (goal.state() != GoalStatus.ACTIVE && goal.state() != GoalStatus.SCORING) {
            return ReturnProblem.FIXED.saying("Only an active objective is checked in.");
        }
        if (!CheckIns.mayCheckIn(viewer, goal, measure)) {
            return GeneralProblem.NOT_ALLOWED.problem();
        }
        boolean plain = measure.kind() != MeasureKind.MILESTONE
                && measure.kind() != MeasureKind.RUBRIC
                && measure.kind() != MeasureKind.KPI_LINKED
                && measure.counting() != Counting.INCREMENT;
        return plain ? null : ReturnProblem.FIXED.saying("This key result is checked in on its page.");
    }
}
