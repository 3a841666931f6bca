package io.cairn.goal;

import static io.cairn.goal.ProgressTests.four;
import static io.cairn.goal.Samples.TODAY;
import static io.cairn.goal.Samples.at;
import static io.cairn.goal.Samples.number;
import static io.cairn.goal.Samples.quarterly;
import static io.cairn.goal.Samples.way;
import static io.cairn.goal.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Comparator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The objectives of frameworks 6.2 as they stand on 2026-08-15. */
class WorkedExampleTests {
    @Test
    void revenueRetention() {
        var figures = Figures.of(
                quarterly(
                        at("Renewal rate", way("88", Comparator.GE, "92"), "90"),
                        at("Cross-sell penetration", way("40", Comparator.GE, "44"), "41.6"),
                        at("Time to escalation", way("30", Comparator.LE, "24"), "28")),
                TODAY);
        assertThat(progresses(figures)).containsExactly("0.5000", "0.4000", "0.3333");
        assertThat(healths(figures)).containsExactly(Health.ON_TRACK, Health.AT_RISK, Health.OFF_TRACK);
        assertThat(figures.pace()).isEqualTo(Pace.AT_RISK);
        assertThat(figures.suggestedGrade()).isEqualTo("0.4");
        shows(figures, "0.4111", Health.OFF_TRACK);
    }

    @Test
    void brandAwareness() {
        var figures = Figures.of(
                quarterly(
                        at("Traffic", way("40000", Comparator.GE, "52000"), "46000"),
                        at("Media mentions", way("0", Comparator.GE, "15"), "9"),
                        at("Social shares", way("0", Comparator.GE, "10000"), "6200")),
                TODAY);
        assertThat(progresses(figures)).containsExactly("0.5000", "0.6000", "0.6200");
        shows(figures, "0.5733", Health.ON_TRACK);
    }

    @Test
    void customerSatisfaction() {
        var figures = Figures.of(
                quarterly(
                        at("NPS", way("55", Comparator.GE, "70"), "61"),
                        at("Resolution time", way("20", Comparator.LT, "12"), "16")),
                TODAY);
        assertThat(progresses(figures)).containsExactly("0.4000", "0.5000");
        shows(figures, "0.4500", Health.AT_RISK);
    }

    @Test
    void unforgettableExperience() {
        var figures = Figures.of(
                quarterly(
                        at("Retention", way("85", Comparator.GE, "92"), "88.5"),
                        at("Onboarding CSAT", way("70", Comparator.GE, "85"), "79")),
                TODAY);
        assertThat(progresses(figures)).containsExactly("0.5000", "0.6000");
        shows(figures, "0.5500", Health.ON_TRACK);
    }

    @Test
    void salesRevenueOfTheFirstQuarter() {
        var figures = Figures.of(
                Samples.goal(
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2026-03-31"),
                        at("Inbound reps", way("0", Comparator.GE, "2"), "2"),
                        at("Upsell", way("0", Comparator.GE, "15"), "12"),
                        at("Sign-ups", way("0", Comparator.GE, "530"), "371")),
                TODAY);
        assertThat(progresses(figures)).containsExactly("1.0000", "0.8000", "0.7000");
        assertThat(figures.overdue()).isTrue();
        assertThat(figures.suggestedGrade()).isEqualTo("0.8");
        assertThat(four(figures.progress())).isEqualTo("0.8333");
    }

    @Test
    void followersOfTheFirstHalf() {
        var posts = new MeasureDraft(MeasureKind.MAINTAIN)
                .band(number("3"), number("4"))
                .kept(MaintainMode.HIT_RATE, 26)
                .terms();
        var figures = Figures.of(
                Samples.goal(
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2026-06-30"),
                        with("Posts a week", posts, Reading.ofHits(19)),
                        at("Giveaways", way("0", Comparator.GE, "5"), "4"),
                        with("New content", MeasureTerms.of(MeasureKind.RUBRIC), Reading.ofLevel("TARGET"))),
                TODAY);
        assertThat(progresses(figures)).containsExactly("0.7308", "0.8000", "0.7000");
        assertThat(figures.suggestedGrade()).isEqualTo("0.7");
        assertThat(four(figures.progress())).isEqualTo("0.7436");
    }

    @Test
    void annualRevenue() {
        var figures = Figures.of(
                Samples.goal(
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2026-12-31"),
                        at("Revenue", way("12.0", Comparator.GE, "15.0"), "13.6"),
                        at("Salespeople", way("0", Comparator.GE, "12"), "8")),
                TODAY);
        assertThat(progresses(figures)).containsExactly("0.5333", "0.6667");
        assertThat(healths(figures)).containsExactly(Health.AT_RISK, Health.ON_TRACK);
        assertThat(four(figures.expected())).isEqualTo("0.6219");
        assertThat(four(Pacing.ratio(figures.progress(), figures.expected()))).isEqualTo("0.9648");
        shows(figures, "0.6000", Health.AT_RISK);
    }

    @Test
    void growingPeople() {
        var modules = MeasureTerms.milestones(List.of(
                Milestone.of("One").withDueOn(LocalDate.parse("2026-07-15")),
                Milestone.of("Two").withDueOn(LocalDate.parse("2026-07-31")),
                Milestone.of("Three").withDueOn(LocalDate.parse("2026-09-15")),
                Milestone.of("Four").withDueOn(LocalDate.parse("2026-09-30"))));
        var done = List.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO);
        var figures = Figures.of(
                quarterly(
                        with("Training", modules, Reading.ofMilestones(done)),
                        at("Attrition", way("18", Comparator.LE, "14"), "16.5")),
                TODAY);
        assertThat(progresses(figures)).containsExactly("0.5000", "0.3750");
        assertThat(healths(figures)).containsExactly(Health.ON_TRACK, Health.AT_RISK);
        shows(figures, "0.4375", Health.AT_RISK);
    }

    @Test
    void websiteRevamp() {
        var release = with("Release done", MeasureTerms.of(MeasureKind.BOOLEAN), Reading.ofAnswer(false));
        var goal = quarterly(release, at("Bounce rate", way("52", Comparator.LE, "40"), "45"));
        var figures = Figures.of(goal, TODAY);
        assertThat(progresses(figures)).containsExactly("0.0000", "0.5833");
        assertThat(figures.ahead()).isTrue();
        shows(figures, "0.2917", Health.ON_TRACK);
        assertThat(Figures.of(goal, Samples.QUARTER_END).health()).isEqualTo(Health.OFF_TRACK);
    }

    @Test
    void newProductLine() {
        var figures = Figures.of(quarterly(), TODAY);
        assertThat(figures.progress()).isNull();
        assertThat(MeasureRules.activation(List.of(), 2, 5, Samples.QUARTER_START, Samples.QUARTER_END))
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("KEY_RESULT_COUNT"));
    }

    private static void shows(Figures figures, String progress, Health health) {
        assertThat(four(figures.progress())).isEqualTo(progress);
        assertThat(figures.health()).isEqualTo(health);
        assertThat(figures.noData()).isFalse();
        assertThat(figures.stale()).isFalse();
    }

    private static List<String> progresses(Figures figures) {
        return figures.measures().stream()
                .map(measure -> four(measure.progress()).toPlainString())
                .toList();
    }

    private static List<Health> healths(Figures figures) {
        return figures.measures().stream().map(MeasureFigures::health).toList();
    }
}
