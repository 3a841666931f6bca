package io.cairn.goal;

import static io.cairn.goal.ProgressTests.four;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Vectors;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RollUpTests {
    record Row(
            String id,
            @Nullable ProgressMode mode,
            List<KeyResult> keyResults,
            @Nullable List<BigDecimal> aligned,
            @Nullable BigDecimal progress,
            @Nullable BigDecimal progressExcluding,
            @Nullable String problem) {

        GoalState goal(NoDataPolicy policy) {
            return Samples.goal(
                    Samples.QUARTER_START,
                    Samples.QUARTER_END,
                    mode == null ? ProgressMode.KR_ONLY : mode,
                    policy,
                    keyResults.stream().map(KeyResult::measure).toList(),
                    aligned == null
                            ? List.of()
                            : aligned.stream().map(RollUpTests::aligned).toList());
        }
    }

    record KeyResult(
            @Nullable BigDecimal raw,
            BigDecimal weight,
            @Nullable Boolean cancelled) {
        MeasureTerms terms() {
            return Samples.way("0", Comparator.GE, "1").draft().weight(weight).terms();
        }

        MeasureState measure() {
            return new MeasureState(
                    UUID.randomUUID(),
                    "Key result",
                    terms(),
                    raw == null ? Reading.none() : Reading.ofValue(raw),
                    Boolean.TRUE.equals(cancelled),
                    raw == null ? null : Samples.TODAY,
                    null,
                    null);
        }
    }

    static AlignedGoal aligned(BigDecimal progress) {
        return new AlignedGoal(
                UUID.randomUUID(),
                "Aligned goal",
                BigDecimal.ONE,
                BigDecimal.ONE,
                progress,
                new BigDecimal("0.5"),
                Health.ON_TRACK,
                false,
                false,
                false);
    }

    static List<Row> rows() {
        return Vectors.rows("roll-up", Row.class);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theMeanOfWhatCounts(Row row) {
        assertThat(four(Figures.of(row.goal(NoDataPolicy.ZERO), Samples.TODAY).progress()))
                .isEqualTo(row.progress());
        if (row.progressExcluding() != null) {
            assertThat(four(Figures.of(row.goal(NoDataPolicy.EXCLUDE), Samples.TODAY)
                            .progress()))
                    .isEqualTo(row.progressExcluding());
        }
        if (row.problem() != null) {
            assertThat(MeasureRules.activation(
                            row.keyResults().stream().map(KeyResult::terms).toList(),
                            2,
                            5,
                            Samples.QUARTER_START,
                            Samples.QUARTER_END))
                    .extracting(Problem::code)
                    .containsExactly(row.problem());
        }
    }

    @Test
    void alignedGoalsAloneCountByWeightAndShare() {
        var half = new AlignedGoal(
                UUID.randomUUID(),
                "Half",
                BigDecimal.ONE,
                new BigDecimal("0.5"),
                BigDecimal.ONE,
                BigDecimal.ONE,
                Health.OFF_TRACK,
                true,
                false,
                false);
        var goal = Samples.goal(
                Samples.QUARTER_START,
                Samples.QUARTER_END,
                ProgressMode.ALIGNED_ONLY,
                NoDataPolicy.ZERO,
                List.of(Samples.at("Not counted", Samples.way("0", Comparator.GE, "1"), "0")),
                List.of(half, aligned(BigDecimal.ZERO)));
        var figures = Figures.of(goal, Samples.TODAY);
        assertThat(four(figures.progress())).isEqualTo("0.3333");
        assertThat(figures.weakest()).isEqualTo(half.id());
        assertThat(figures.health()).isEqualTo(Health.OFF_TRACK);
    }

    @Test
    void keyResultsAndAlignedGoalsNeedNotBothBeThere() {
        var alone = new GoalState(
                Samples.QUARTER_START,
                Samples.QUARTER_END,
                Samples.QUARTER_START,
                null,
                7,
                ProgressMode.BOTH,
                NoDataPolicy.ZERO,
                null,
                List.of(),
                List.of(aligned(new BigDecimal("0.4"))));
        assertThat(Figures.of(alone, Samples.TODAY).progress()).isEqualByComparingTo("0.4");
    }

    @Test
    void aGoalSetByHandKeepsWhatItsKeyResultsSay() {
        var goal = new GoalState(
                Samples.QUARTER_START,
                Samples.QUARTER_END,
                Samples.QUARTER_START,
                null,
                7,
                ProgressMode.MANUAL,
                NoDataPolicy.ZERO,
                new BigDecimal("0.7"),
                List.of(Samples.at("Renewal", Samples.way("88", Comparator.GE, "92"), "90")),
                List.of());
        var figures = Figures.of(goal, Samples.TODAY);
        assertThat(figures.progress()).isEqualByComparingTo("0.7");
        assertThat(figures.computedProgress()).isEqualByComparingTo("0.5");
        assertThat(figures.expected()).isEqualByComparingTo("0.5");
    }

    @Test
    void nothingThatCountsGivesNoFigures() {
        var figures = Figures.of(Samples.quarterly(), Samples.TODAY);
        assertThat(figures.progress()).isNull();
        assertThat(figures.pace()).isNull();
        assertThat(figures.health()).isNull();
        assertThat(figures.suggestedGrade()).isNull();
        assertThat(figures.achieved()).isFalse();
        assertThat(figures.noData()).isTrue();
    }
}
