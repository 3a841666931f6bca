package io.cairn.goal;

import io.cairn.goal.GoalHistory.Reported;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Goes through a measure's check-ins again, each judged on its own day by the target it had then. */
final class Reports {
    private Reports() {}

    /**
     * The wanted ones of a measure's check-ins.
     *
     * @param checkIns all of them in their newest version, oldest first
     */
    static List<Reported> of(
            Goal goal, Measure measure, List<CheckIn> checkIns, Predicate<CheckIn> wanted, ZoneId zone) {
        List<Reported> reports = new ArrayList<>();
        Measure start = measure.before(checkIns);
        for (int i = 0; i < checkIns.size(); i++) {
            if (wanted.test(checkIns.get(i))) {
                Measure before = i == 0 ? start : after(goal, start, checkIns.subList(0, i), zone);
                reports.add(
                        new Reported(checkIns.get(i), before, after(goal, start, checkIns.subList(0, i + 1), zone)));
            }
        }
        return reports;
    }

    private static Measure after(Goal goal, Measure start, List<CheckIn> checkIns, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(checkIns.getLast().at(), zone);
        return judged(goal, Settled.of(goal, start.aiming(start.targetOn(day)), checkIns, zone), day);
    }

    private static Measure judged(Goal goal, Measure measure, LocalDate day) {
        return measure.faring(MeasureFigures.of(goal.forFigures(), measure.state(), day));
    }
}
