package io.cairn.framework.mbo;

import static io.cairn.incentive.AttainmentBasis.BASELINE_TO_TARGET;
import static io.cairn.incentive.AttainmentBasis.RATIO_TO_TARGET;
import static io.cairn.incentive.AttainmentBasis.RUBRIC;

import io.cairn.framework.mbo.DemoPlan.Line;
import io.cairn.framework.mbo.DemoPlan.Said;
import io.cairn.kernel.Comparator;
import java.time.LocalDate;
import java.util.List;

/** Who is paid for what in the demo company. Source: frameworks 6.1; the second quarter and the year are ours. */
final class DemoPlans {
    private static final LocalDate Q2 = LocalDate.of(2026, 4, 1);
    private static final LocalDate Q3 = LocalDate.of(2026, 7, 1);

    private static final String REVENUE = "Annual revenue";
    private static final String UPTIME = "Website uptime";

    private DemoPlans() {}

    /** @param basis of a quarter or of a year */
    record Target(String person, String amount, boolean yearly, LocalDate from, String note) {}

    static List<Target> targets() {
        LocalDate year = LocalDate.of(2026, 1, 1);
        return List.of(
                new Target("Ava", "4500", false, year, "As in the contract"),
                new Target("Ava", "5000", false, Q3, "Raised with the larger territory"),
                new Target("Ravi", "6000", false, year, "As in the contract"),
                new Target("Theo", "7000", false, year, "As in the contract"),
                new Target("Kai", "8000", true, year, "As in the contract"),
                new Target("Kai", "10000", true, LocalDate.of(2026, 10, 1), "Raised with the second site"),
                new Target("Ava", "5500", false, LocalDate.of(2027, 1, 1), "Agreed for the next year"));
    }

    static List<DemoPlan> all() {
        return List.of(avaBefore(), raviBefore(), ava(), ravi(), theo(), kai());
    }

    private static DemoPlan quarter(String employee, LocalDate from, int offered, Line... lines) {
        LocalDate day = from.minusDays(offered);
        return new DemoPlan(
                employee,
                PlanPeriod.QUARTER,
                from,
                PlanPeriod.QUARTER.endOf(from),
                day,
                day.plusDays(2),
                null,
                List.of(lines));
    }

    private static DemoPlan scored(DemoPlan plan, LocalDate day) {
        return new DemoPlan(
                plan.employee(),
                plan.period(),
                plan.startsOn(),
                plan.endsOn(),
                plan.offeredOn(),
                plan.signedOn(),
                day,
                plan.lines());
    }

    private static DemoPlan avaBefore() {
        return scored(
                quarter(
                        "Ava",
                        Q2,
                        9,
                        Line.of("Expansion revenue in enterprise accounts", "60", RATIO_TO_TARGET, "EUR")
                                .target("1950000")
                                .in("Enterprise North")
                                .reported(
                                        said(2026, 5, 8, "700000", "Slow April."),
                                        said(2026, 6, 26, "2000000", "Two renewals with more seats."))
                                .settled("2010000", "2000000"),
                        Line.of("Win rate in the territory", "40", RATIO_TO_TARGET, "%")
                                .target("24")
                                .in("Enterprise North")
                                .reported(said(2026, 6, 26, "23", ""))
                                .settled("23", "22.8")),
                LocalDate.of(2026, 7, 2));
    }

    private static DemoPlan raviBefore() {
        return scored(
                quarter(
                        "Ravi",
                        Q2,
                        8,
                        Line.of("Forecast variance below 12 percent", "60", BASELINE_TO_TARGET, "%")
                                .from("18", Comparator.LE, "12")
                                .reported(said(2026, 6, 25, "12", "Two regions still guess."))
                                .settled("12", "12"),
                        Line.of("Every territory has an owner and a plan", "40", RATIO_TO_TARGET, "%")
                                .target("90")
                                .reported(said(2026, 6, 25, "92", ""))
                                .settled("92", "92")),
                LocalDate.of(2026, 7, 3));
    }

    private static DemoPlan ava() {
        return quarter(
                "Ava",
                Q3,
                9,
                Line.of(
                                "Grow expansion revenue in the assigned enterprise accounts by 15 percent",
                                "60",
                                BASELINE_TO_TARGET,
                                "EUR")
                        .from("2000000", Comparator.GE, "2300000")
                        .in("Enterprise North")
                        .serving(REVENUE)
                        .reported(
                                said(2026, 7, 17, "2080000", "First two accounts signed for more seats."),
                                said(2026, 8, 7, "2180000", ""),
                                said(2026, 8, 14, "2240000", "The large one closes in September.")),
                Line.of("Win rate in the territory", "25", RATIO_TO_TARGET, "%")
                        .target("25")
                        .in("Enterprise North")
                        .reported(said(2026, 7, 31, "25.5", ""), said(2026, 8, 14, "26.25", "")),
                Line.of("Share of new products in what is sold", "15", RATIO_TO_TARGET, "%")
                        .target("40")
                        .reported(said(2026, 8, 14, "36", "The new module still needs a specialist in the call.")));
    }

    private static DemoPlan ravi() {
        return quarter(
                "Ravi",
                Q3,
                10,
                Line.of("Bring forecast variance from 12 to under 5 percent", "70", BASELINE_TO_TARGET, "%")
                        .from("12", Comparator.LT, "5")
                        .reported(
                                said(2026, 7, 24, "10.4", "Stages have exit criteria now."),
                                said(2026, 8, 14, "8.5", "The North still commits too early.")),
                Line.of("Territory coverage", "30", RATIO_TO_TARGET, "%")
                        .target("95")
                        .reported(said(2026, 8, 14, "95", "")));
    }

    private static DemoPlan theo() {
        return new DemoPlan(
                "Theo",
                PlanPeriod.QUARTER,
                Q3,
                PlanPeriod.QUARTER.endOf(Q3),
                LocalDate.of(2026, 8, 12),
                null,
                null,
                List.of(
                        Line.of("Coach every representative every week", "40", RUBRIC, ""),
                        Line.of("Productivity of the team", "30", RATIO_TO_TARGET, "deals")
                                .target("48"),
                        Line.of("Forecast discipline of the team", "30", RUBRIC, "")));
    }

    private static DemoPlan kai() {
        return new DemoPlan(
                "Kai",
                PlanPeriod.HALF,
                Q3,
                PlanPeriod.HALF.endOf(Q3),
                LocalDate.of(2026, 8, 11),
                LocalDate.of(2026, 8, 12),
                null,
                List.of(
                        Line.of("Keep the website up: 99.9 percent of all minutes", "60", RATIO_TO_TARGET, "%")
                                .target("99.9")
                                .serving(REVENUE)
                                .following(UPTIME),
                        Line.of("Answer colleagues within a working day", "40", RATIO_TO_TARGET, "%")
                                .target("90")
                                .reported(said(2026, 8, 14, "86", "Two weeks with one of us on leave."))));
    }

    private static Said said(int year, int month, int day, String value, String note) {
        return new Said(LocalDate.of(year, month, day), value, note);
    }
}
