package io.cairn.goal;

import io.cairn.goal.GoalHistory.Reported;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Goes through a measure's check-ins again, each judged on its own day by the target it had then. */
final class Reports {
    private Reports() {}

    /** @param checkIns in their newest version, oldest first */
    static List<Reported> of(Goal goal, Measure measure, List<CheckIn> checkIns, ZoneId zone) {
        List<Reported> reports = new ArrayList<>();
        Measure start = measure.before(checkIns);
        Measure before = start;
        for (int i = 0; i < checkIns.size(); i++) {
            CheckIn checkIn = checkIns.get(i);
            LocalDate day = LocalDate.ofInstant(checkIn.at(), zone);
            Measure then = start.aiming(measure.targetOn(day));
            Measure after = judged(goal, Settled.of(goal, then, checkIns.subList(0, i + 1), zone), day);
            reports.add(new Reported(checkIn, before, after));
            before = after;
        }
        return reports;
    }

    private static Measure judged(Goal goal, Measure measure, LocalDate day) {
        return measure.faring(MeasureFigures.of(goal.forFigures(), measure.state(), day));
    }
}
