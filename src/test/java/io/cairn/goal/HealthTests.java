package io.cairn.goal;

import static io.cairn.goal.ProgressTests.four;
import static io.cairn.goal.Samples.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Vectors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HealthTests {
    record PaceRow(
            String id,
            @Nullable BigDecimal progress,
            @Nullable BigDecimal expected,
            LocalDate day,
            @Nullable List<KeyResult> keyResults,
            @Nullable BigDecimal ratio,
            Pace pace,
            boolean ahead,
            boolean overdue) {}

    record KeyResult(
            MeasureKind kind,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            BigDecimal value) {

        MeasureState measure() {
            var terms = new MeasureDraft(kind)
                    .way(baseline, kind.usualComparator(), target)
                    .terms();
            return Samples.with(kind.name(), terms, Reading.ofValue(value));
        }
    }

    static List<PaceRow> paces() {
        return Vectors.rows("pace", PaceRow.class);
    }

    @ParameterizedTest
    @MethodSource("paces")
    void paceIsProgressAgainstWhatIsExpected(PaceRow row) {
        Pacing pacing;
        BigDecimal ratio;
        if (row.keyResults() == null) {
            pacing = Pacing.of(row.progress(), row.expected(), Samples.QUARTER, row.day(), false, false);
            ratio = Pacing.ratio(row.progress(), row.expected());
        } else {
            var goal = Samples.quarterly(
                    row.keyResults().stream().map(KeyResult::measure).toArray(MeasureState[]::new));
            var figures = Figures.of(goal, row.day());
            pacing = new Pacing(figures.pace(), figures.ahead(), figures.overdue());
            ratio = Pacing.ratio(figures.progress(), figures.expected());
        }
        assertThat(pacing).isEqualTo(new Pacing(row.pace(), row.ahead(), row.overdue()));
        assertThat(four(ratio)).isEqualTo(row.ratio());
    }

    @ParameterizedTest
    @CsvSource({"2026-07-09, AT_RISK", "2026-07-10, OFF_TRACK"})
    void nothingIsOffTrackInTheFirstTenth(LocalDate day, Pace pace) {
        assertThat(Pacing.of(BigDecimal.ZERO, number("0.1"), Samples.QUARTER, day, false, false)
                        .pace())
                .isEqualTo(pace);
    }

    @Test
    void lostGroundIsARiskEvenWhereNothingIsExpected() {
        var before = Samples.QUARTER_START.minusDays(1);
        assertThat(Pacing.of(BigDecimal.ZERO, BigDecimal.ZERO, Samples.QUARTER, before, false, true)
                        .pace())
                .isEqualTo(Pace.AT_RISK);
    }

    @Test
    void aheadBeginsAtOneHundredAndFifteenPercent() {
        var day = Samples.TODAY;
        assertThat(Pacing.of(number("0.575"), number("0.5"), Samples.QUARTER, day, false, false)
                        .ahead())
                .isTrue();
        assertThat(Pacing.of(number("0.5749"), number("0.5"), Samples.QUARTER, day, false, false)
                        .ahead())
                .isFalse();
    }

    @Test
    void theDueDayItselfIsNotOverdue() {
        assertThat(Pacing.of(number("0.96"), BigDecimal.ONE, Samples.QUARTER, Samples.QUARTER_END, false, false))
                .isEqualTo(new Pacing(Pace.ON_TRACK, false, false));
        assertThat(Pacing.of(
                        number("0.96"), BigDecimal.ONE, Samples.QUARTER, Samples.QUARTER_END.plusDays(1), true, false))
                .isEqualTo(new Pacing(Pace.ON_TRACK, false, false));
    }

    record HealthRow(
            String id,
            @Nullable Pace pace,
            @Nullable Integer confidence,
            @Nullable Integer checkedInDaysAgo,
            @Nullable Integer cadenceDays,
            @Nullable Health override,
            @Nullable List<Integer> confidences,
            @Nullable List<Part> keyResults,
            @Nullable Health health,
            boolean stale,
            boolean confidenceDrops) {
        record Part(Health health, BigDecimal weight) {
            /** On pace, with a health set by hand. */
            MeasureState measure() {
                return new MeasureState(
                        UUID.randomUUID(),
                        "Key result",
                        Samples.way("0", Comparator.GE, "1")
                                .draft()
                                .weight(weight)
                                .terms(),
                        Reading.ofValue(number("0.5")),
                        false,
                        Samples.TODAY,
                        null,
                        health);
            }
        }
    }

    static List<HealthRow> healths() {
        return Vectors.rows("health", HealthRow.class);
    }

    @ParameterizedTest
    @MethodSource("healths")
    void healthIsTheWorstOfWhatIsKnown(HealthRow row) {
        if (row.confidences() != null) {
            assertThat(HealthRule.confidenceDrops(row.confidences())).isEqualTo(row.confidenceDrops());
        } else if (row.keyResults() != null) {
            var goal = Samples.quarterly(
                    row.keyResults().stream().map(HealthRow.Part::measure).toArray(MeasureState[]::new));
            assertThat(Figures.of(goal, Samples.TODAY).health()).isEqualTo(row.health());
        } else {
            var figures = onPace(row);
            assertThat(figures.pace()).isEqualTo(row.pace());
            assertThat(figures.stale()).isEqualTo(row.stale());
            assertThat(figures.health()).isEqualTo(row.health());
        }
    }

    private static MeasureFigures onPace(HealthRow row) {
        var measure = new MeasureState(
                UUID.randomUUID(),
                "Key result",
                Samples.way("0", Comparator.GE, "1"),
                Reading.ofValue(number("0.5")),
                false,
                Samples.TODAY.minusDays(row.checkedInDaysAgo()),
                row.confidence(),
                row.override());
        return Figures.of(Samples.quarterly(measure), Samples.TODAY).measures().getFirst();
    }

    @ParameterizedTest
    @CsvSource({"10, ON_TRACK", "8, ON_TRACK", "7, AT_RISK", "4, AT_RISK", "3, OFF_TRACK", "0, OFF_TRACK"})
    void confidenceHasThreeBands(int confidence, Health health) {
        assertThat(Health.ofConfidence(confidence)).isEqualTo(health);
    }

    @Test
    void confidenceDropsByThreeOrByTwoFallsInARow() {
        assertThat(HealthRule.confidenceDrops(List.of(8, 7, 6))).isTrue();
        assertThat(HealthRule.confidenceDrops(List.of(9, 6, 7))).isFalse();
        assertThat(HealthRule.confidenceDrops(List.of(8, 8, 6))).isFalse();
        assertThat(HealthRule.confidenceDrops(List.of(8))).isFalse();
    }

    @Test
    void staleIsMoreThanTwoCadencesAndNeverWorseThanOffTrack() {
        assertThat(stale(Samples.TODAY.minusDays(14), Samples.TODAY)).isFalse();
        assertThat(stale(Samples.TODAY.minusDays(15), Samples.TODAY)).isTrue();
        assertThat(HealthRule.of(Pace.OFF_TRACK, 1, true, false, null)).isEqualTo(Health.OFF_TRACK);
    }

    @Test
    void ageCountsFromActivationOrTheStartWithoutACheckIn() {
        assertThat(stale(null, Samples.QUARTER_START.plusDays(14))).isFalse();
        assertThat(stale(null, Samples.QUARTER_START.plusDays(15))).isTrue();
        var state = Samples.quarterly(measure(null));
        var activatedLater = activated(state, Samples.TODAY, null);
        assertThat(Figures.of(activatedLater, Samples.TODAY).stale()).isFalse();
        var activatedLongBefore = activated(state, Samples.QUARTER_START.minusDays(30), null);
        assertThat(Figures.of(activatedLongBefore, Samples.QUARTER_START).stale())
                .isFalse();
        assertThat(Figures.of(activated(state, null, null), Samples.QUARTER_END).stale())
                .isFalse();
    }

    @Test
    void aGoalOnHoldStandsStill() {
        var state = activated(Samples.quarterly(measure(Samples.QUARTER_START)), Samples.QUARTER_START, Samples.TODAY);
        var later = Figures.of(state, Samples.QUARTER_END.plusDays(30));
        assertThat(later).isEqualTo(Figures.of(state, Samples.TODAY));
        assertThat(later.on()).isEqualTo(Samples.TODAY);
        assertThat(later.stale()).isFalse();
        assertThat(later.overdue()).isFalse();
    }

    @Test
    void whatIsAchievedIsOnTrackAndNeverStale() {
        var measure = Samples.measure(
                "Done",
                Samples.way("0", Comparator.GE, "1"),
                Reading.ofValue(BigDecimal.ONE),
                Samples.QUARTER_START,
                1);
        var figures = Figures.of(Samples.quarterly(measure), Samples.QUARTER_END.plusDays(9));
        assertThat(figures.achieved()).isTrue();
        assertThat(figures.health()).isEqualTo(Health.ON_TRACK);
        assertThat(figures.stale()).isFalse();
        assertThat(figures.overdue()).isFalse();
        assertThat(figures.suggestedGrade()).isEqualTo("1.0");
    }

    @Test
    void theWeakestIsTheFurthestBehindOfTheWorst() {
        var far = Samples.at("Far", Samples.way("0", Comparator.GE, "1"), "0.1");
        var near = Samples.at("Near", Samples.way("0", Comparator.GE, "1"), "0.2");
        var fine = Samples.at("Fine", Samples.way("0", Comparator.GE, "1"), "0.9");
        assertThat(Figures.of(Samples.quarterly(near, far, fine), Samples.TODAY).weakest())
                .isEqualTo(far.id());
    }

    private static GoalState activated(GoalState goal, @Nullable LocalDate activatedOn, @Nullable LocalDate heldOn) {
        return new GoalState(
                goal.startsOn(),
                goal.endsOn(),
                activatedOn,
                heldOn,
                goal.cadenceDays(),
                goal.progressMode(),
                goal.noDataPolicy(),
                null,
                goal.measures(),
                List.of());
    }

    private static MeasureState measure(@Nullable LocalDate checkedInOn) {
        return Samples.measure("Key result", Samples.way("0", Comparator.GE, "1"), Reading.none(), checkedInOn, null);
    }

    private static boolean stale(@Nullable LocalDate checkedInOn, LocalDate day) {
        return Figures.of(Samples.quarterly(measure(checkedInOn)), day).stale();
    }

    record GuardrailRow(
            String id,
            @Nullable BigDecimal target,
            @Nullable BigDecimal amberAt,
            List<BigDecimal> values,
            boolean linked,
            boolean open,
            @Nullable Integer left,
            @Nullable String verdict,
            @Nullable String cycle,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable String objective,
            @Nullable Health health,
            @Nullable Health capped) {}

    static List<GuardrailRow> guardrails() {
        return Vectors.rows("hybrid", GuardrailRow.class).stream()
                .filter(row -> row.health() != null)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("guardrails")
    void aRedGuardrailCapsHealth(GuardrailRow row) {
        var open = Samples.quarterly(Samples.at("One", Samples.way("0", Comparator.GE, "1"), "0.9"));
        var guarded = new GoalState(
                open.startsOn(),
                open.endsOn(),
                open.activatedOn(),
                null,
                open.cadenceDays(),
                open.progressMode(),
                open.noDataPolicy(),
                null,
                open.measures(),
                open.aligned(),
                true);
        assertThat(Figures.of(open, Samples.TODAY).health()).isEqualTo(row.health());
        assertThat(Figures.of(guarded, Samples.TODAY).health()).isEqualTo(row.capped());
    }
}
