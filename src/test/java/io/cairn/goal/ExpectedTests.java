package io.cairn.goal;

import static io.cairn.goal.ProgressTests.four;
import static io.cairn.goal.Samples.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Vectors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExpectedTests {
    record Elapsed(String id, LocalDate start, LocalDate end, LocalDate day, BigDecimal elapsed) {}

    static List<Elapsed> elapsed() {
        return Vectors.rows("elapsed", Elapsed.class);
    }

    @ParameterizedTest
    @MethodSource("elapsed")
    void bothEndsOfAWindowCount(Elapsed row) {
        assertThat(four(new Window(row.start(), row.end()).elapsed(row.day()))).isEqualTo(row.elapsed());
    }

    record Profiles(String id, int elapsedDays, int totalDays, Map<Profile, BigDecimal> expected) {}

    static List<Profiles> profiles() {
        return Vectors.rows("profiles", Profiles.class);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyProfileHasItsShape(Profiles row) {
        var start = Samples.QUARTER_START;
        var window = new Window(start, start.plusDays(row.totalDays() - 1));
        row.expected().forEach((profile, expected) -> {
            var terms = Samples.way("88", Comparator.GE, "92")
                    .draft()
                    .profile(profile)
                    .terms();
            assertThat(four(Expected.of(terms, window, start.plusDays(row.elapsedDays() - 1), null)))
                    .as(profile.name())
                    .isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30, 0", "2026-09-29, 0", "2026-09-30, 1", "2026-11-01, 1"})
    void aStepIsNothingBeforeTheDueDayAndAllFromItOn(LocalDate day, String expected) {
        assertThat(Expected.of(MeasureTerms.of(MeasureKind.BOOLEAN), Samples.QUARTER, day, null))
                .isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-07-14, 0", "2026-07-15, 0.25", "2026-08-31, 0.75", "2026-09-29, 0.75", "2026-09-30, 1"})
    void milestonesAreExpectedByTheirOwnDaysOrTheMeasures(LocalDate day, String expected) {
        var terms = MeasureTerms.milestones(List.of(
                new Milestone("First", number("1"), BigDecimal.ZERO, LocalDate.parse("2026-07-15")),
                new Milestone("Second", number("2"), BigDecimal.ZERO, LocalDate.parse("2026-08-31")),
                new Milestone("Third", number("1"), BigDecimal.ZERO, null)));
        assertThat(Expected.of(terms, Samples.QUARTER, day, null)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01, 0.1",
        "2026-07-10, 1.0",
        "2026-07-15, 0.5",
        "2026-07-20, 0.0",
        "2026-07-25, 0.5",
        "2026-07-30, 1",
        "2026-09-30, 1"
    })
    void aPlanRunsStraightFromPointToPoint(LocalDate day, String expected) {
        var terms = Samples.way("12", Comparator.LE, "2")
                .draft()
                .plan(List.of(
                        new PlanPoint(LocalDate.parse("2026-07-10"), number("2")),
                        new PlanPoint(LocalDate.parse("2026-07-20"), number("12"))))
                .terms();
        var window = new Window(Samples.QUARTER_START, LocalDate.parse("2026-07-30"));
        assertThat(Expected.of(terms, window, day, null)).isEqualByComparingTo(expected);
    }

    @Test
    void aPlanWithoutPointsIsSteady() {
        var steady = Samples.way("88", Comparator.GE, "92");
        var planned = steady.draft().plan(List.of()).terms();
        Samples.QUARTER_START
                .datesUntil(LocalDate.parse("2026-10-03"))
                .forEach(day -> assertThat(Expected.of(planned, Samples.QUARTER, day, null))
                        .isEqualByComparingTo(Expected.of(steady, Samples.QUARTER, day, null)));
    }

    @Test
    void whatIsToBeKeptIsExpectedEveryDayFromTheStart() {
        var range = MeasureTerms.range(number("3"), number("4"));
        assertThat(Expected.of(range, Samples.QUARTER, Samples.QUARTER_START.minusDays(1), null))
                .isZero();
        assertThat(Expected.of(range, Samples.QUARTER, Samples.QUARTER_START, null))
                .isOne();
    }

    @Test
    void aHitRateExpectsTheCheckInsDueSoFar() {
        var terms = new MeasureDraft(MeasureKind.MAINTAIN)
                .way(null, Comparator.GE, number("99.9"))
                .kept(MaintainMode.HIT_RATE, 13)
                .terms();
        assertThat(due(terms, "2026-07-06", null)).isEqualByComparingTo("0");
        assertThat(due(terms, "2026-07-07", null)).isEqualTo(thirteenths(1));
        assertThat(due(terms, "2026-08-15", null)).isEqualTo(thirteenths(6));
        assertThat(due(terms, "2026-08-15", "2026-08-14")).isEqualTo(thirteenths(7));
        assertThat(due(terms, "2026-08-15", "2026-08-10")).isEqualTo(thirteenths(6));
        assertThat(due(terms, "2026-09-30", null)).isEqualByComparingTo("1");
    }

    @Test
    void aMeasureDueEarlierHasItsOwnWindow() {
        var terms = Samples.way("0", Comparator.GE, "10")
                .draft()
                .dueOn(LocalDate.parse("2026-08-31"))
                .terms();
        var figures = Figures.of(Samples.quarterly(Samples.at("Early", terms, "5")), LocalDate.parse("2026-07-31"));
        assertThat(figures.expected()).isEqualByComparingTo("0.5");
        assertThat(Figures.of(Samples.quarterly(Samples.at("Early", terms, "5")), LocalDate.parse("2026-09-01"))
                        .measures()
                        .getFirst()
                        .overdue())
                .isTrue();
    }

    private static BigDecimal due(MeasureTerms terms, String day, String checkedInOn) {
        return Expected.of(
                terms,
                Samples.QUARTER,
                LocalDate.parse(day),
                checkedInOn == null ? null : LocalDate.parse(checkedInOn));
    }

    private static BigDecimal thirteenths(int count) {
        return number(String.valueOf(count)).divide(number("13"), 18, java.math.RoundingMode.HALF_EVEN);
    }
}
