package io.cairn.setup;

import static io.cairn.setup.CompanyObjectives.ANNUAL_REVENUE;
import static io.cairn.setup.CompanyObjectives.REVENUE;
import static io.cairn.setup.DemoReport.says;
import static io.cairn.setup.DemoReport.silence;
import static io.cairn.setup.DemoReport.sure;
import static io.cairn.setup.DemoReport.weekly;

import io.cairn.goal.Ambition;
import io.cairn.goal.GoalLevel;
import io.cairn.goal.Horizon;
import io.cairn.goal.Initiative.Status;
import io.cairn.goal.LinkKind;
import io.cairn.kernel.Comparator;
import io.cairn.setup.DemoObjective.Place;
import io.cairn.setup.DemoObjective.Work;
import java.time.LocalDate;
import java.util.List;

/** What Customer Success and Support want this quarter. Source: frameworks 6.2, 1, 3 and 4. */
final class CustomerObjectives {
    private static final LocalDate FIRST_FRIDAY = LocalDate.of(2026, 7, 3);
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2026, 7, 6);

    private CustomerObjectives() {}

    static List<DemoObjective> all() {
        return List.of(retention(), satisfaction(), experience());
    }

    private static DemoObjective retention() {
        return DemoObjective.of(
                        "Improve revenue retention across key accounts this quarter",
                        """
                Twenty accounts bring sixty percent of our revenue, and we lost two of them in spring without seeing it \
                coming. Customer Success leads; Sales brings the second product, Revenue Operations the early signs.""",
                        new Place(
                                "Customer Success",
                                "Noah",
                                "2026 Q3",
                                LocalDate.of(2026, 7, 1),
                                LocalDate.of(2026, 6, 15)))
                .sharedWith("Sales", "Revenue Operations")
                .helpedBy("Theo", "Ava", "Ravi")
                .serving(ANNUAL_REVENUE, LinkKind.CONTRIBUTES, REVENUE)
                .measuredBy(
                        DemoKeyResult.from("88", Comparator.GE, "92", "%", "Renewal rate")
                                .reported(renewals()),
                        DemoKeyResult.change("40", "0.1", "%", "Cross-sell penetration")
                                .reported(crossSell()),
                        DemoKeyResult.change("30", "-0.2", "h", "Time to escalation")
                                .reported(escalation()))
                .with(
                        new Work(
                                "Visit each of the ten largest accounts",
                                "Noah",
                                LocalDate.of(2026, 8, 28),
                                Status.DOING,
                                LocalDate.of(2026, 7, 8)),
                        new Work(
                                "Warn the account owner when usage falls two weeks running",
                                "Ravi",
                                LocalDate.of(2026, 7, 31),
                                Status.DOING,
                                LocalDate.of(2026, 7, 14)),
                        new Work(
                                "Bundle for customers who have only one product",
                                "Ava",
                                LocalDate.of(2026, 7, 24),
                                Status.DONE,
                                LocalDate.of(2026, 7, 22)));
    }

    private static List<DemoReport> renewals() {
        return weekly(
                FIRST_FRIDAY,
                says("88", 8, "Baseline week. Thirty-one renewals are due by the end of September."),
                says("88.4", 8),
                says("88.9", 8, "Both accounts I was worried about signed for another year."),
                says("89.1", 8),
                says("89.4", 8, "Six visits done. People say things on site they never write in a mail."),
                says("90", 8, "Halfway, with the two biggest ones still to come. I am fairly sure of one of them."));
    }

    private static List<DemoReport> crossSell() {
        return weekly(
                FIRST_FRIDAY,
                says("40", 7),
                says("40.3", 7, "Ava's bundle went out to eight accounts."),
                says("40.9", 6, "Sorry, slipped a digit before. It is 40.9, we are not that good.")
                        .afterTyping("49.9"),
                says("41.2", 6),
                says("41.4", 6, "Procurement is on holiday everywhere. Quotes are out, nobody answers."),
                says("41.6", 6, "Slow. Three quotes for September would bring us to 43."));
    }

    private static List<DemoReport> escalation() {
        return weekly(
                FIRST_FRIDAY,
                says("30", 6, "Measured from the first ticket to the moment an account owner knows."),
                says("29.2", 5, "The warning mail works, but only on weekdays."),
                says("28.5", 5),
                says("28.9", 5, "Went up again: one case sat in a mailbox over the weekend for 60 hours."),
                says("28.4", 4, "We need somebody on call on Saturdays or this will not move."),
                says("28", 3, "I don't see 24 from here without a weekend rota. Decision is with Mia."));
    }

    private static DemoObjective satisfaction() {
        return DemoObjective.of(
                        "Improve customer satisfaction in Q3",
                        """
                Our score has been stuck at 55 for a year. Customers do not complain about the product, they complain about \
                waiting.""",
                        new Place("Support", "Omar", "2026 Q3", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 6, 17)))
                .helpedBy("Noah")
                .serving(ANNUAL_REVENUE, LinkKind.CONTRIBUTES, REVENUE)
                .measuredBy(
                        DemoKeyResult.follows(DemoMetrics.NPS, "70", "", "Net promoter score")
                                .reported(promoters()),
                        DemoKeyResult.from("20", Comparator.LT, "12", "h", "Time to resolution")
                                .reported(resolution()))
                .with(
                        new Work(
                                "Early shift from seven o'clock",
                                "Omar",
                                LocalDate.of(2026, 7, 13),
                                Status.DONE,
                                LocalDate.of(2026, 7, 13)),
                        new Work(
                                "Call back every customer who gave us six or less",
                                "Omar",
                                LocalDate.of(2026, 9, 30),
                                Status.DOING,
                                LocalDate.of(2026, 7, 6)));
    }

    private static List<DemoReport> promoters() {
        return weekly(
                FIRST_FRIDAY,
                sure(7, ""),
                sure(7, "Small sample, I would not read much into one point."),
                sure(6, ""),
                sure(6, "The callbacks start to show. One of them turned a 3 into a 9."),
                sure(6, ""),
                sure(7, ""),
                sure(7, "Steady, but a point a week will not get us to 70 by the end of September."));
    }

    private static List<DemoReport> resolution() {
        return weekly(
                FIRST_FRIDAY,
                says("20", 8),
                says("19.2", 8),
                says("18.5", 8, "Early shift runs since Monday, mornings are much calmer."),
                says("17.9", 8),
                says("17", 8, "Two new templates save us about ten minutes per ticket."),
                says("16.6", 8),
                says("16", 8, "On the line we drew. The last four hours will be the hard ones."));
    }

    private static DemoObjective experience() {
        return DemoObjective.of(
                        "Create an Unforgettable Customer Experience",
                        """
                Retention turned red in June. What people remember of us is the first month, so that is where we start.""",
                        new Place(
                                "Customer Success",
                                "Noah",
                                "2026 Q3",
                                LocalDate.of(2026, 7, 1),
                                LocalDate.of(2026, 6, 30)))
                .aiming(GoalLevel.TEAM, Horizon.TACTICAL, Ambition.COMMITTED)
                .helpedBy("Omar")
                .serving(ANNUAL_REVENUE, LinkKind.CONTRIBUTES, REVENUE)
                .measuredBy(
                        DemoKeyResult.follows(DemoMetrics.RETENTION, "92", "%", "Customer retention")
                                .reported(customers()),
                        DemoKeyResult.from("70", Comparator.GE, "85", "", "Onboarding satisfaction")
                                .reported(onboarding()))
                .with(new Work(
                        "One person who stays with a new customer for the first thirty days",
                        "Noah",
                        LocalDate.of(2026, 7, 17),
                        Status.DONE,
                        LocalDate.of(2026, 7, 15)));
    }

    private static List<DemoReport> customers() {
        return weekly(
                FIRST_MONDAY,
                sure(8, "First week in months without a cancellation."),
                silence(),
                sure(8, ""),
                sure(8, "The thirty-day buddy is the best thing we did this year. Customers ask for them by name."),
                sure(8, ""),
                sure(8, "Exactly where we should be."));
    }

    private static List<DemoReport> onboarding() {
        return weekly(
                FIRST_MONDAY,
                says("72", 8, "Eleven answers so far."),
                says("73", 8),
                says("75", 9, "Everyone mentions the set-up call. We made it half an hour longer, it was worth it."),
                says("76.5", 9),
                says("78", 9),
                says("79", 9, "If this goes on we are there before the quarter ends."));
    }
}
