package io.cairn.setup;

import static io.cairn.setup.DemoReport.every;
import static io.cairn.setup.DemoReport.says;
import static io.cairn.setup.DemoReport.weekly;

import io.cairn.goal.Ambition;
import io.cairn.goal.GoalLevel;
import io.cairn.goal.Horizon;
import io.cairn.goal.Initiative.Status;
import io.cairn.kernel.Comparator;
import io.cairn.setup.DemoObjective.Place;
import io.cairn.setup.DemoObjective.Work;
import java.time.LocalDate;
import java.util.List;

/** What Sales wanted in the first quarter, and what Revenue only thinks about so far. Source: frameworks 6.2, 5 and 10. */
final class SalesObjectives {
    private static final LocalDate FIRST_FRIDAY = LocalDate.of(2026, 1, 2);

    private SalesObjectives() {}

    static List<DemoObjective> all() {
        return List.of(firstQuarter(), productLine());
    }

    private static DemoObjective firstQuarter() {
        return DemoObjective.of(
                        "Increase sales revenue to $3.5 million in Q1",
                        """
                A strong first quarter pays for the people we want to hire in the second.""",
                        new Place("Sales", "Theo", "2026 Q1", LocalDate.of(2026, 1, 1), LocalDate.of(2025, 12, 15)))
                .aiming(GoalLevel.TEAM, Horizon.TACTICAL, Ambition.COMMITTED)
                .helpedBy("Ava")
                .measuredBy(
                        DemoKeyResult.from("0", Comparator.GE, "2", "people", "Hire two inbound representatives")
                                .asActivity()
                                .reported(hires()),
                        DemoKeyResult.from("0", Comparator.GE, "15", "%", "More revenue from upsell and cross-sell")
                                .by("Ava")
                                .reported(upsell()),
                        DemoKeyResult.count("530", "sign-ups", "Sign-ups").reported(signUps()))
                .with(new Work(
                        "Call every trial user on the third day",
                        "Ava",
                        LocalDate.of(2026, 1, 30),
                        Status.DONE,
                        LocalDate.of(2026, 1, 28)));
    }

    private static List<DemoReport> hires() {
        return every(
                2,
                FIRST_FRIDAY,
                says("0", 8, "Five candidates, two of them strong."),
                says("0", 8),
                says("1", 8, "First contract is back."),
                says("1", 8),
                says("1", 8, "Second candidate asked for a week to think."),
                says("2", 9, "Both signed. Done."),
                says("2", 10));
    }

    private static List<DemoReport> upsell() {
        return weekly(
                FIRST_FRIDAY,
                says("0.5", 7),
                says("1.2", 7),
                says("2", 7, "Old customers like being called, who knew."),
                says("3.1", 7),
                says("4", 8),
                says("5.2", 8),
                says("6.4", 8, "Two seats extensions on one day."),
                says("7.3", 8),
                says("8.1", 8),
                says("9.4", 8),
                says("10.5", 7, "Three weeks left and most of the easy ones are gone."),
                says("11.2", 7),
                says("12", 6, "Ended at 12. Close, but the spring offer came too late."));
    }

    private static List<DemoReport> signUps() {
        return weekly(
                FIRST_FRIDAY,
                says("18", 7),
                says("22", 7),
                says("25", 7),
                says("27", 7, "Third-day calls start on Monday."),
                says("30", 7),
                says("31", 7),
                says("28", 6, "The form was broken for a day. Kai fixed it, the people did not come back."),
                says("33", 6),
                says("29", 6),
                says("34", 6),
                says("32", 5),
                says("30", 5, "We won't get to 530. 370 looks realistic."),
                says("32", 5, "371. Better pages would have helped more than more calls."));
    }

    private static DemoObjective productLine() {
        return DemoObjective.of(
                        "Launch a new product line",
                        """
                First thoughts only. I still have to find out how we would see that it works.""",
                        new Place("Revenue", "Mia", "2026 Q3", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 8, 12)))
                .aiming(GoalLevel.DEPARTMENT, Horizon.TACTICAL, Ambition.LEARNING);
    }
}
