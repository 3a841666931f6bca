package io.cairn.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.Display;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Vectors;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProgressTests {
    private static final Window QUARTER = new Window(LocalDate.parse("2026-07-01"), LocalDate.parse("2026-09-30"));

    record Way(
            String id,
            @JsonProperty("case") @Nullable String note,
            BigDecimal baseline,
            Comparator comparator,
            @Nullable BigDecimal target,
            @Nullable BigDecimal relativeTarget,
            @Nullable BigDecimal value,
            @Nullable BigDecimal raw,
            @Nullable BigDecimal progress,
            boolean achieved,
            boolean noData,
            @Nullable BigDecimal grade,
            @Nullable String problem) {}

    static List<Way> ways() {
        return Vectors.rows("progress", Way.class);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void wayFromBaselineToTarget(Way way) {
        if (way.problem() != null) {
            assertThatThrownBy(() -> RelativeTarget.of(MeasureKind.INCREASE, way.baseline(), way.relativeTarget()))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> {
                        assertThat(refused.first().code()).isEqualTo(way.problem());
                        assertThat(refused.first().status()).isEqualTo(422);
                    });
            return;
        }
        var made = Progress.of(
                MeasureTerms.from(way.baseline(), way.comparator(), way.target()),
                way.value() == null ? Reading.none() : Reading.ofValue(way.value()));
        assertThat(four(made.raw())).isEqualTo(way.raw());
        assertThat(four(made.progress())).isEqualTo(way.progress());
        assertThat(made.achieved()).isEqualTo(way.achieved());
        assertThat(made.noData()).isEqualTo(way.noData());
        if (way.grade() != null) {
            assertThat(Grade.of(made.progress(), made.achieved())).isEqualTo(way.grade());
        }
    }

    record Range(
            String id,
            BigDecimal low,
            BigDecimal high,
            BigDecimal floor,
            BigDecimal ceiling,
            BigDecimal value,
            BigDecimal progress,
            boolean achieved) {}

    static List<Range> ranges() {
        return Vectors.rows("range", Range.class);
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void distanceFromARange(Range range) {
        var terms = MeasureTerms.range(range.low(), range.high())
                .draft()
                .limits(range.floor(), range.ceiling())
                .terms();
        var made = Progress.of(terms, Reading.ofValue(range.value()));
        assertThat(four(made.progress())).isEqualTo(range.progress());
        assertThat(made.achieved()).isEqualTo(range.achieved());
    }

    @Test
    void aRangeReachesOneWidthBeyondItsEndsWhenNobodySaysOtherwise() {
        var terms = MeasureTerms.range(number("4"), number("5"));
        assertThat(progress(terms, "3.5")).isEqualByComparingTo("0.5");
        assertThat(progress(terms, "5.75")).isEqualByComparingTo("0.25");
    }

    @Test
    void aRangeWithoutWidthAllowsATenth() {
        var terms = MeasureTerms.range(number("-50"), number("-50"));
        assertThat(progress(terms, "-50")).isEqualByComparingTo("1");
        assertThat(progress(terms, "-52")).isEqualByComparingTo("0.6");
        assertThat(progress(MeasureTerms.range(number("0"), number("0")), "1")).isEqualByComparingTo("0");
    }

    @Test
    void aRangeOpenAboveHasNoPenaltyThere() {
        var terms = MeasureTerms.range(number("4"), number("5"))
                .draft()
                .openAbove(true)
                .terms();
        assertThat(progress(terms, "900")).isEqualByComparingTo("1");
        assertThat(Progress.of(terms, Reading.ofValue(number("900"))).achieved())
                .isTrue();
    }

    record Kept(
            String id,
            MaintainMode mode,
            Comparator comparator,
            @Nullable BigDecimal target,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable Integer expectedCheckIns,
            @Nullable Integer hits,
            @Nullable Integer periodsOver,
            @Nullable List<@Nullable BigDecimal> values,
            @Nullable List<Integer> percentAfterEach,
            @Nullable List<BigDecimal> raws,
            @Nullable List<BigDecimal> progresses,
            @Nullable BigDecimal progress,
            @Nullable BigDecimal toDate) {

        MeasureTerms terms() {
            var draft = new MeasureDraft(MeasureKind.MAINTAIN).kept(mode, expectedCheckIns);
            return (comparator == Comparator.BETWEEN ? draft.band(low, high) : draft.way(null, comparator, target))
                    .terms();
        }
    }

    static List<Kept> kept() {
        return Vectors.rows("hit-rate", Kept.class);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void aValueToBeKept(Kept kept) {
        if (kept.percentAfterEach() != null) {
            hitsAfterEachWeek(kept);
        } else if (kept.raws() != null) {
            distances(kept);
        } else {
            var reading = kept.hits() == null ? Reading.none() : Reading.ofHits(kept.hits());
            assertThat(four(Progress.of(kept.terms(), reading).progress())).isEqualTo(kept.progress());
        }
        if (kept.toDate() != null) {
            toDate(kept);
        }
    }

    private static void hitsAfterEachWeek(Kept kept) {
        var values = new ArrayList<HitRate.Value>();
        var percents = new ArrayList<Integer>();
        for (int week = 0; week < kept.values().size(); week++) {
            var value = kept.values().get(week);
            if (value != null) {
                values.add(new HitRate.Value(QUARTER.startsOn().plusWeeks(week), value));
            }
            var made = Progress.of(kept.terms(), HitRate.read(kept.terms(), QUARTER, values));
            percents.add(Display.percentage(made.progress(), made.achieved()));
        }
        assertThat(percents).isEqualTo(kept.percentAfterEach());
        assertThat(four(Progress.of(kept.terms(), HitRate.read(kept.terms(), QUARTER, values))
                        .progress()))
                .isEqualTo(kept.progress());
    }

    private static void distances(Kept kept) {
        for (int i = 0; i < kept.values().size(); i++) {
            var made = Progress.of(kept.terms(), Reading.ofValue(kept.values().get(i)));
            assertThat(made.raw()).isEqualByComparingTo(kept.raws().get(i));
            assertThat(made.progress()).isEqualByComparingTo(kept.progresses().get(i));
        }
    }

    /** What was kept of what was due so far is progress over expected. */
    private static void toDate(Kept kept) {
        var half = new Window(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-07-01"));
        var day = half.startsOn().plusDays(kept.periodsOver() * 7L - 1);
        var expected = Expected.of(kept.terms(), half, day, null);
        assertThat(four(Pacing.ratio(
                        Progress.of(kept.terms(), Reading.ofHits(kept.hits())).progress(), expected)))
                .isEqualTo(kept.toDate());
    }

    record Steps(
            String id,
            @Nullable List<Share> milestones,
            @Nullable String level,
            @Nullable BigDecimal progress) {
        record Share(BigDecimal weight, BigDecimal done) {}
    }

    static List<Steps> steps() {
        return Vectors.rows("milestones", Steps.class);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void milestonesAndLevels(Steps steps) {
        MeasureProgress made;
        if (steps.milestones() == null) {
            made = Progress.of(MeasureTerms.of(MeasureKind.RUBRIC), Reading.ofLevel(steps.level()));
        } else {
            var terms = MeasureTerms.milestones(steps.milestones().stream()
                    .map(share -> new Milestone("Step", share.weight(), BigDecimal.ZERO, null))
                    .toList());
            made = Progress.of(
                    terms,
                    Reading.ofMilestones(
                            steps.milestones().stream().map(Steps.Share::done).toList()));
        }
        assertThat(four(made.progress())).isEqualTo(steps.progress());
    }

    @Test
    void milestonesDoneWhenWrittenDownAreDataAndNoneIsNot() {
        var first = Milestone.of("First");
        var done = MeasureTerms.milestones(List.of(first.withDone(BigDecimal.ONE), Milestone.of("Second")));
        assertThat(Progress.of(done, Reading.none()).progress()).isEqualByComparingTo("0.5");
        assertThat(Progress.of(done, Reading.none()).noData()).isFalse();
        assertThat(Progress.of(MeasureTerms.milestones(List.of(first)), Reading.none())
                        .noData())
                .isTrue();
    }

    @Test
    void aYesOrNoIsAllOrNothing() {
        var terms = MeasureTerms.of(MeasureKind.BOOLEAN);
        assertThat(Progress.of(terms, Reading.ofAnswer(true)))
                .isEqualTo(new MeasureProgress(BigDecimal.ONE, BigDecimal.ONE, true, false));
        assertThat(Progress.of(terms, Reading.ofAnswer(false)).achieved()).isFalse();
    }

    @Test
    void theLatestValueAloneDecidesInModeLatest() {
        var terms = new MeasureDraft(MeasureKind.MAINTAIN)
                .way(null, Comparator.GT, number("99.9"))
                .kept(MaintainMode.LATEST, null)
                .terms();
        assertThat(progress(terms, "99.9")).isEqualByComparingTo("0");
        assertThat(progress(terms, "99.95")).isEqualByComparingTo("1");
    }

    @Test
    void aHitRateIsAchievedWhenEveryExpectedCheckInKeptIt() {
        var terms = new MeasureDraft(MeasureKind.MAINTAIN)
                .band(number("4"), number("5"))
                .kept(MaintainMode.HIT_RATE, 3)
                .terms();
        assertThat(Progress.of(terms, Reading.ofHits(2)).achieved()).isFalse();
        assertThat(Progress.of(terms, Reading.ofHits(3)).achieved()).isTrue();
    }

    @Test
    void theLastCheckInOfAWeekAnswersForIt() {
        var terms = new MeasureDraft(MeasureKind.MAINTAIN)
                .band(number("4"), number("5"))
                .kept(MaintainMode.HIT_RATE, 13)
                .terms();
        var monday = QUARTER.startsOn();
        var kept = new HitRate.Value(monday, number("4.5"));
        var missed = new HitRate.Value(monday.plusDays(3), number("9"));
        assertThat(HitRate.read(terms, QUARTER, List.of(kept, missed))).isEqualTo(Reading.ofHits(0));
        assertThat(HitRate.read(terms, QUARTER, List.of(missed, kept))).isEqualTo(Reading.ofHits(1));
        assertThat(HitRate.read(terms, QUARTER, List.of())).isEqualTo(Reading.none());
    }

    @Test
    void aDistanceToANegativeTargetIsAShareOfItsSize() {
        var terms = new MeasureDraft(MeasureKind.MAINTAIN)
                .way(null, Comparator.GE, number("-10"))
                .kept(MaintainMode.DISTANCE, null)
                .terms();
        assertThat(progress(terms, "-12")).isEqualByComparingTo("0.8");
        assertThat(progress(terms, "-8")).isEqualByComparingTo("1");
    }

    @Test
    void aLevelIsAchievedAtItsHighestScoreOnly() {
        var terms = MeasureTerms.of(MeasureKind.RUBRIC);
        assertThat(Progress.of(terms, Reading.ofLevel("TARGET")).achieved()).isFalse();
        assertThat(Progress.of(terms, Reading.ofLevel("STRETCH")).achieved()).isTrue();
    }

    @Test
    void aRelativeTargetGrowsAndShrinksByTheKind() {
        assertThat(RelativeTarget.of(MeasureKind.INCREASE, number("40"), number("0.1")))
                .isEqualTo(number("44"));
        assertThat(RelativeTarget.of(MeasureKind.DECREASE, number("30"), number("0.2")))
                .isEqualTo(number("24"));
        assertThat(RelativeTarget.of(MeasureKind.INCREASE, number("-20"), number("0.1")))
                .isEqualTo(number("-18"));
    }

    @Test
    void countsAreTotalsOrIncrements() {
        var values = List.of(number("100"), number("271"));
        assertThat(Counting.TOTAL.current(BigDecimal.ZERO, values)).isEqualTo(number("271"));
        assertThat(Counting.INCREMENT.current(BigDecimal.ZERO, values)).isEqualTo(number("371"));
        assertThat(Counting.INCREMENT.current(number("5"), List.of())).isNull();
    }

    static BigDecimal number(String number) {
        return new BigDecimal(number);
    }

    static @Nullable BigDecimal four(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(4, RoundingMode.HALF_UP);
    }

    private static BigDecimal progress(MeasureTerms terms, String value) {
        return Progress.of(terms, Reading.ofValue(number(value))).progress();
    }
}
