package io.cairn.metric;

import static io.cairn.metric.Points.START;
import static io.cairn.metric.Points.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeasonalTests {
    @Test
    void everyMonthHasItsOwnTarget() {
        var targets = Seasonal.year(Frequency.MONTHLY, START, Comparator.GE, numbered(12));
        assertThat(targets).hasSize(12);
        assertThat(targets.get(1))
                .isEqualTo(MetricTarget.of(
                        LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28), Comparator.GE, number("2"), null));
    }

    @ParameterizedTest
    @EnumSource
    void aYearsTargetsFollowEachOtherAndNeverOverlap(Frequency frequency) {
        var periods = frequency.periodsOfYear(START);
        var targets = Seasonal.year(frequency, START, Comparator.LE, numbered(periods.size()));
        assertThat(TargetRules.overlaps(targets)).isEmpty();
        for (int i = 1; i < targets.size(); i++) {
            var before = targets.get(i - 1).to();
            assertThat(before).isNotNull();
            assertThat(targets.get(i).from()).isEqualTo(before.plusDays(1));
        }
        var next = frequency.periodsOfYear(START.plusYears(1)).getFirst();
        assertThat(next.start()).isEqualTo(periods.getLast().end().plusDays(1));
    }

    @Test
    void aPeriodMayGoWithoutATarget() {
        var entries = List.of(
                Seasonal.Entry.of(BigDecimal.ONE),
                Seasonal.Entry.NONE,
                Seasonal.Entry.of(BigDecimal.TWO),
                Seasonal.Entry.NONE);
        assertThat(Seasonal.year(Frequency.QUARTERLY, START, Comparator.GE, entries))
                .extracting(MetricTarget::from)
                .containsExactly(START, LocalDate.of(2026, 7, 1));
    }

    @Test
    void bandsToo() {
        var entries = Collections.nCopies(4, Seasonal.Entry.band(BigDecimal.ONE, BigDecimal.TWO));
        assertThat(Seasonal.year(Frequency.QUARTERLY, START, Comparator.BETWEEN, entries))
                .allMatch(target -> TargetRules.check(Direction.BAND, target).isEmpty());
    }

    @Test
    void elevenMonthsAreNoYear() {
        var thrown = catchThrowableOfType(
                ProblemException.class, () -> Seasonal.year(Frequency.MONTHLY, START, Comparator.GE, numbered(11)));
        assertThat(thrown).isNotNull();
        assertThat(thrown.first().code()).isEqualTo("TARGET_COUNT");
        assertThat(thrown.first().field()).isEqualTo("targets");
        assertThat(thrown.first().details()).containsEntry("wanted", 12);
    }

    private static List<Seasonal.Entry> numbered(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Seasonal.Entry.of(BigDecimal.valueOf(i)))
                .toList();
    }
}
