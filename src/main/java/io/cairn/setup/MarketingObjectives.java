package io.cairn.setup;

import static io.cairn.setup.CompanyObjectives.ANNUAL_REVENUE;
import static io.cairn.setup.CompanyObjectives.REVENUE;
import static io.cairn.setup.DemoReport.every;
import static io.cairn.setup.DemoReport.reaches;
import static io.cairn.setup.DemoReport.says;
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

/** What Marketing wanted in the first half-year and wants this quarter. Source: frameworks 6.2, 2, 6 and 9. */
final class MarketingObjectives {
    private static final LocalDate FIRST_FRIDAY = LocalDate.of(2026, 7, 3);

    private MarketingObjectives() {}

    static List<DemoObjective> all() {
        return List.of(followers(), awareness(), website());
    }

    private static DemoObjective awareness() {
        return DemoObjective.of(
                        "Increase brand awareness in Q3",
                        """
                Sales hears "never heard of you" in every second first call. By autumn, people who fit should have come \
                across us at least once.""",
                        new Place("Marketing", "Lena", "2026 Q3", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 6, 16)))
                .serving(ANNUAL_REVENUE, LinkKind.CONTRIBUTES, REVENUE)
                .measuredBy(
                        DemoKeyResult.change("40000", "0.3", "visits", "Monthly website traffic")
                                .reported(traffic()),
                        DemoKeyResult.from("0", Comparator.GE, "15", "mentions", "Mentions in the media")
                                .reported(mentions()),
                        DemoKeyResult.count("10000", "shares", "Shares on social media")
                                .reported(shares()))
                .with(
                        new Work(
                                "A customer story every fortnight",
                                "Lena",
                                LocalDate.of(2026, 9, 30),
                                Status.DOING,
                                LocalDate.of(2026, 7, 3)),
                        new Work(
                                "Press list for the trade papers",
                                "Lena",
                                LocalDate.of(2026, 7, 10),
                                Status.DONE,
                                LocalDate.of(2026, 7, 9)));
    }

    private static List<DemoReport> traffic() {
        return weekly(
                FIRST_FRIDAY,
                says("40100", 8),
                says("41200", 8, "The comparison page is live, and it is already our third most read."),
                says("42000", 8),
                says("43600", 8, "Somebody with a large following liked our post. Won't happen every week."),
                says("44300", 8),
                says("45200", 8),
                says("46000", 8, "Half of the way at half-time. I'll take it."));
    }

    private static List<DemoReport> mentions() {
        return weekly(
                FIRST_FRIDAY,
                says("1", 8),
                says("2", 8),
                says("4", 9, "Two at once, both thanks to the survey."),
                says("4", 8, "Nothing this week."),
                says("6", 8),
                says("8", 9, "A national paper! Half a sentence, but still."),
                says("9", 9));
    }

    private static List<DemoReport> shares() {
        return weekly(
                FIRST_FRIDAY,
                says("700", 8),
                says("850", 8),
                says("900", 8, "Short clips beat everything else by a factor of three."),
                says("1050", 8),
                says("800", 8),
                says("950", 8, "").afterTyping("9500"),
                says("950", 8, "6,200 in total now."));
    }

    private static DemoObjective website() {
        return DemoObjective.of(
                        "Website revamp",
                        """
                Half of our visitors leave from the first page. A new look alone will not change that, so we count the one \
                thing we can see: whether they stay.""",
                        new Place("Marketing", "Lena", "2026 Q3", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 6, 22)))
                .aiming(GoalLevel.TEAM, Horizon.TACTICAL, Ambition.COMMITTED)
                .helpedBy("Kai")
                .measuredBy(
                        DemoKeyResult.yesOrNo("New website released")
                                .asActivity()
                                .by("Kai")
                                .reported(released()),
                        DemoKeyResult.from("52", Comparator.LE, "40", "%", "Bounce rate")
                                .reported(bounces()))
                .with(
                        new Work(
                                "Move the pages people really read",
                                "Lena",
                                LocalDate.of(2026, 8, 21),
                                Status.DOING,
                                LocalDate.of(2026, 7, 27)),
                        new Work(
                                "Try the new start page on a tenth of the visitors",
                                "Kai",
                                LocalDate.of(2026, 7, 24),
                                Status.DONE,
                                LocalDate.of(2026, 7, 23)),
                        new Work(
                                "Chat window on every page",
                                "Lena",
                                LocalDate.of(2026, 9, 4),
                                Status.DROPPED,
                                LocalDate.of(2026, 7, 30)));
    }

    private static List<DemoReport> released() {
        return weekly(
                FIRST_FRIDAY,
                says("0", 8, "Not yet. Design is signed off, the build begins on Monday."),
                says("0", 8),
                says("0", 8),
                says("0", 8, "Start page runs for a tenth of the visitors."),
                says("0", 8),
                DemoReport.silence(),
                says("0", 8, "Still planned for the second week of September. No blockers."));
    }

    private static List<DemoReport> bounces() {
        return weekly(
                FIRST_FRIDAY,
                says("52", 8),
                says("51", 8),
                says("50.2", 8),
                says("49", 8, "The trial start page alone does better than I had dared to hope."),
                says("47.8", 8),
                says("46.2", 8),
                says("45", 9, "Ahead of plan, before the real release."));
    }

    private static DemoObjective followers() {
        return DemoObjective.of(
                        "Increase social media followers by 30 % in H1",
                        """
                More people should see what we do without us paying for each of them. Our first try at working with \
                objectives, so be kind.""",
                        new Place("Marketing", "Lena", "2026 H1", LocalDate.of(2026, 1, 1), LocalDate.of(2025, 12, 16)))
                .measuredBy(
                        DemoKeyResult.kept("3", "4", 26, "posts", "Three to four posts a week")
                                .asActivity()
                                .reported(posts()),
                        DemoKeyResult.from("0", Comparator.GE, "5", "giveaways", "Giveaways in Q1 and Q2")
                                .asActivity()
                                .reported(giveaways()),
                        DemoKeyResult.levels("Experiment with new kinds of content")
                                .asActivity()
                                .reported(experiments()));
    }

    private static List<DemoReport> posts() {
        return weekly(
                LocalDate.of(2026, 1, 2),
                says("3", 8, "Three prepared before the holidays, so this one was easy."),
                says("4", 8),
                says("3", 8),
                says("2", 7, "Down with the flu. Two is what I managed."),
                says("3", 8),
                says("4", 8),
                says("3", 8),
                says("5", 8, "Five, because of the fair. Too many is a miss as well, I know."),
                says("3", 8),
                says("4", 8),
                says("3", 8),
                says("3", 8),
                says("2", 7),
                says("4", 8),
                says("3", 8),
                says("4", 8, "Posts with faces get twice the comments."),
                says("1", 7, "Easter week."),
                says("3", 8),
                says("4", 8),
                says("3", 8),
                says("5", 7),
                says("3", 8),
                says("4", 8),
                says("2", 7, "Everything went into the customer day."),
                says("3", 8),
                says("2", 7, "Last week of the half-year, and I ran out of ideas."));
    }

    private static List<DemoReport> giveaways() {
        return every(
                4,
                LocalDate.of(2026, 1, 23),
                says("0", 8, "First one is planned for February."),
                says("1", 8, "Mugs. 340 people took part, for mugs!"),
                says("2", 8),
                says("2", 7),
                says("3", 7, "Tickets for the fair went best so far."),
                says("4", 6, "Four it is. The fifth was stuck in legal for three weeks."));
    }

    private static List<DemoReport> experiments() {
        return every(
                8,
                LocalDate.of(2026, 1, 9),
                reaches("NOT_STARTED", 7, "Collecting ideas from everybody."),
                reaches(
                        "COMMIT",
                        7,
                        "Two formats tried: short clips and a weekly question. Numbers are in the shared folder."),
                reaches("COMMIT", 7, "Clips stay, the question goes. A third format is being filmed."),
                reaches("TARGET", 8, "Four formats tried, two kept, with results written up for each."));
    }
}
