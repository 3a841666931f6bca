package io.cairn.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyTests {
    @ParameterizedTest
    @CsvSource({
        "DAILY, 2026-02-28, 2026-02-28, 2026-02-28",
        "WEEKLY, 2026-11-22, 2026-11-16, 2026-11-22",
        "WEEKLY, 2026-01-01, 2025-12-29, 2026-01-04",
        "BIWEEKLY, 1970-01-05, 1970-01-05, 1970-01-18",
        "BIWEEKLY, 1970-01-04, 1969-12-22, 1970-01-04",
        "BIWEEKLY, 2026-11-22, 2026-11-09, 2026-11-22",
        "MONTHLY, 2028-02-29, 2028-02-01, 2028-02-29",
        "QUARTERLY, 2026-11-22, 2026-10-01, 2026-12-31",
        "QUARTERLY, 2026-03-31, 2026-01-01, 2026-03-31",
        "ANNUAL, 2026-11-22, 2026-01-01, 2026-12-31"
    })
    void everyDayHasItsPeriod(Frequency frequency, LocalDate day, LocalDate start, LocalDate end) {
        assertThat(frequency.periodOf(day)).isEqualTo(new Period(start, end));
    }

    @ParameterizedTest
    @CsvSource({
        "MONTHLY, 2026-01-15, 2026-02-14, 2026-02-15, 2026-03-14, 2025-12-15",
        "MONTHLY, 2026-01-10, 2026-01-31, 2026-02-01, 2026-02-28, 2025-12-10",
        "WEEKLY, 2026-11-18, 2026-11-24, 2026-11-25, 2026-12-01, 2026-11-11",
        "ANNUAL, 2026-04-01, 2027-03-31, 2027-04-01, 2028-03-31, 2025-04-01"
    })
    void neighboursTouchEvenPeriodsThatAreNotTheCalendars(
            Frequency frequency,
            LocalDate start,
            LocalDate end,
            LocalDate nextStart,
            LocalDate nextEnd,
            LocalDate previousStart) {
        var period = new Period(start, end);
        assertThat(frequency.next(period)).isEqualTo(new Period(nextStart, nextEnd));
        assertThat(frequency.previous(period)).isEqualTo(new Period(previousStart, start.minusDays(1)));
    }

    /** February has 28 days: due from March 1, half of 28 days of grace, so the 15th is the first day too late. */
    @ParameterizedTest
    @CsvSource({
        "DAILY, 2026-11-20, 2026-11-22",
        "WEEKLY, 2026-11-15, 2026-11-26",
        "BIWEEKLY, 2026-11-15, 2026-12-07",
        "MONTHLY, 2026-01-31, 2026-03-15",
        "MONTHLY, 2026-02-28, 2026-04-16",
        "QUARTERLY, 2026-09-30, 2027-02-16",
        "ANNUAL, 2025-12-31, 2027-07-02"
    })
    void halfAPeriodOfGraceAndThenAValueIsOverdue(Frequency frequency, LocalDate periodEnd, LocalDate staleOn) {
        assertThat(frequency.staleOn(periodEnd)).isEqualTo(staleOn);
    }

    @Test
    void aYearHasItsPeriods() {
        var year = LocalDate.of(2026, 1, 1);
        for (Frequency frequency : Frequency.values()) {
            int weekMore = frequency == Frequency.WEEKLY ? 1 : 0;
            assertThat(frequency.periodsOfYear(year)).hasSize(frequency.perYear() + weekMore);
        }
        assertThat(Frequency.WEEKLY.periodsOfYear(LocalDate.of(2027, 1, 1)))
                .hasSize(52)
                .first()
                .isEqualTo(new Period(LocalDate.of(2027, 1, 4), LocalDate.of(2027, 1, 10)));
        assertThat(Frequency.QUARTERLY.periodsOfYear(LocalDate.of(2026, 4, 1)))
                .hasSize(4)
                .first()
                .isEqualTo(new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30)));
    }

    @Test
    void aPeriodDoesNotEndBeforeItStarts() {
        var day = LocalDate.of(2026, 1, 1);
        assertThat(new Period(day, day).days()).isEqualTo(1);
        assertThatThrownBy(() -> new Period(day, day.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void periodsOverlapOnASharedDay() {
        var january = Frequency.MONTHLY.periodOf(LocalDate.of(2026, 1, 1));
        var february = Frequency.MONTHLY.next(january);
        assertThat(january.overlaps(february)).isFalse();
        assertThat(february.overlaps(january)).isFalse();
        assertThat(january.overlaps(new Period(january.end(), february.end()))).isTrue();
        assertThat(january.overlaps(new Period(january.start(), january.start())))
                .isTrue();
    }

    @Property
    void theCalendarsPeriodsFollowEachOtherWithoutGaps(@ForAll Frequency frequency, @ForAll("days") LocalDate day) {
        var period = frequency.periodOf(day);
        var next = frequency.next(period);
        assertThat(period.contains(day)).isTrue();
        assertThat(frequency.periodOf(next.start())).isEqualTo(next);
        assertThat(frequency.previous(next)).isEqualTo(period);
        assertThat(period.days()).isLessThanOrEqualTo(frequency.longest());
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(-20_000, 40_000).map(LocalDate::ofEpochDay);
    }
}
