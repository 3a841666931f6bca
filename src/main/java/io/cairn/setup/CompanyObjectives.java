package io.cairn.setup;

import static io.cairn.setup.DemoReport.every;
import static io.cairn.setup.DemoReport.finishes;
import static io.cairn.setup.DemoReport.says;
import static io.cairn.setup.DemoReport.weekly;
import static io.cairn.setup.DemoReport.worksOn;

import io.cairn.goal.Ambition;
import io.cairn.goal.GoalLevel;
import io.cairn.goal.Horizon;
import io.cairn.goal.Initiative.Status;
import io.cairn.goal.LinkKind;
import io.cairn.goal.Milestone;
import io.cairn.kernel.Comparator;
import io.cairn.setup.DemoObjective.Place;
import io.cairn.setup.DemoObjective.Work;
import java.time.LocalDate;
import java.util.List;

/** What the whole demo company wants this year, and what its people team does for it. Source: frameworks 6.2, 7 and 8. */
final class CompanyObjectives {
    static final String ANNUAL_REVENUE = "Annual revenue";
    static final String REVENUE = "Annual revenue";
    static final String SALESPEOPLE = "Recruit 12 additional salespeople";

    private CompanyObjectives() {}

    static List<DemoObjective> all() {
        return List.of(annualRevenue(), growingPeople());
    }

    private static DemoObjective annualRevenue() {
        return DemoObjective.of(
                        ANNUAL_REVENUE,
                        """
                Fifteen million is the size at which we can pay for a second product out of our own pocket. Everything else we \
                do this year should make that either more likely or more worthwhile.""",
                        new Place("Company", "Iris", "FY2026", LocalDate.of(2026, 1, 1), LocalDate.of(2025, 12, 11)))
                .aiming(GoalLevel.COMPANY, Horizon.STRATEGIC, Ambition.ASPIRATIONAL)
                .helpedBy("Mia", "Sofia")
                .measuredBy(
                        DemoKeyResult.from("12000000", Comparator.GE, "15000000", "€", REVENUE)
                                .by("Mia")
                                .reported(revenue()),
                        DemoKeyResult.from("0", Comparator.GE, "12", "people", SALESPEOPLE)
                                .asActivity()
                                .by("Sofia")
                                .reported(salespeople()))
                .with(
                        new Work(
                                "Agree on next year's price list",
                                "Mia",
                                LocalDate.of(2026, 10, 30),
                                Status.DOING,
                                LocalDate.of(2026, 7, 20)),
                        new Work(
                                "Open a sales desk in Vienna",
                                "Theo",
                                LocalDate.of(2026, 5, 29),
                                Status.DONE,
                                LocalDate.of(2026, 6, 3)));
    }

    private static List<DemoReport> revenue() {
        return every(
                2,
                LocalDate.of(2026, 1, 2),
                says("12000000", 7, "Start of the year, so this is last year's run rate. Ask me again in February."),
                says("12000000", 7),
                says("12100000", 7, "Two renewals with a small uplift. Nothing new signed yet."),
                says("12100000", 7),
                says("12200000", 7, "First new customer of the year, smaller than I had hoped."),
                says("12300000", 7),
                says("12400000", 7, "Quarter looks decent. Sales are busy, which is not the same thing, but it helps."),
                says("12500000", 7, "Closed Q1 a little under plan."),
                says("12600000", 7),
                says("12700000", 7, "Vienna brought its first deal, before the desk is even open."),
                says("12800000", 6, "Two bigger deals slipped into summer. I am less relaxed than in spring."),
                says("12900000", 6),
                says("13000000", 7, "Thirteen. Took longer than it should have."),
                says("13200000", 7, "Half-year done. We need the second half to be clearly better than the first."),
                says("13300000", 6),
                says("13400000", 6, "Good month for new business, but churn in key accounts eats a third of it."),
                says("13600000", 6, "Best two weeks so far. Still behind, and the rest hangs on retention."));
    }

    private static List<DemoReport> salespeople() {
        return every(
                2,
                LocalDate.of(2026, 1, 2),
                says("0", 8, "Four roles are out, interviews start on the 12th."),
                says("0", 8),
                says("1", 8, "Our first one starts in February."),
                says("1", 8),
                says("2", 8),
                says("2", 8, "Somebody we wanted took another offer. Their package was simply better."),
                says("3", 8),
                says("3", 8),
                says("4", 8, "Referrals work: two of the four came that way."),
                says("4", 8),
                says("5", 8, "Vienna has its lead."),
                says("5", 8),
                says("6", 8, "Halfway, before the end of June."),
                says("6", 8, "Summer is slow, as always. I have moved the next round to late July."),
                says("7", 8),
                says("7", 8),
                says("8", 8, "Eight signed. Four to go and five months for it."));
    }

    private static DemoObjective growingPeople() {
        return DemoObjective.of(
                        "Keep our people growing",
                        """
                People who learn something here stay, and people who stay know our customers. Half of those who left last \
                year told us they saw no next step. People and Sales look after this together.""",
                        new Place("People", "Sofia", "2026 Q3", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 6, 18)))
                .sharedWith("Sales")
                .helpedBy("Theo")
                .serving(ANNUAL_REVENUE, LinkKind.SHARED, SALESPEOPLE)
                .measuredBy(
                        DemoKeyResult.steps(
                                        "Training and skill development with Sales: four modules held",
                                        module("Listening before pitching", 17),
                                        module("Reading a customer's numbers", 31),
                                        Milestone.of("Negotiating without discounts")
                                                .withDueOn(LocalDate.of(2026, 9, 11)),
                                        Milestone.of("Handing over to Customer Success")
                                                .withDueOn(LocalDate.of(2026, 9, 25)))
                                .reported(modules()),
                        DemoKeyResult.from("18", Comparator.LE, "14", "%", "Attrition over twelve months")
                                .reported(attrition()))
                .with(
                        new Work(
                                "Ask every leaver the same five questions",
                                "Sofia",
                                LocalDate.of(2026, 7, 31),
                                Status.DONE,
                                LocalDate.of(2026, 7, 24)),
                        new Work(
                                "Write down what the next step is for each sales role",
                                "Theo",
                                LocalDate.of(2026, 9, 18),
                                Status.DOING,
                                LocalDate.of(2026, 8, 5)));
    }

    private static Milestone module(String name, int dayOfJuly) {
        return Milestone.of(name).withDueOn(LocalDate.of(2026, 7, dayOfJuly));
    }

    private static List<DemoReport> modules() {
        var next = "Negotiating without discounts";
        return weekly(
                LocalDate.of(2026, 7, 3),
                worksOn("Listening before pitching", "0.5", 8, "Room is booked, Theo runs the role plays."),
                finishes("Listening before pitching", 8, "Held on Wednesday. Eleven came, nobody looked at a phone."),
                worksOn("Reading a customer's numbers", "0.3", 8, ""),
                worksOn(
                        "Reading a customer's numbers",
                        "0.7",
                        8,
                        "Nina lent us a real balance sheet. Dry run went well."),
                finishes("Reading a customer's numbers", 9, "Done, and two from Support sat in uninvited. Good sign."),
                worksOn(next, "0", 8, "Holidays. Nothing planned for August on purpose."),
                worksOn(next, "0", 8, "Trainer is confirmed for September."));
    }

    private static List<DemoReport> attrition() {
        return weekly(
                LocalDate.of(2026, 7, 3),
                says("17.9", 7),
                says("17.7", 7, "One resignation withdrawn after a talk about what comes next for her."),
                says("17.6", 6),
                says("17.3", 6, "No leavers this week."),
                says("17", 6),
                says("16.8", 6, "Two people in Sales are quietly looking. I have an appointment with both."),
                says("16.5", 6, "Better every week and still not fast enough for 14."));
    }
}
