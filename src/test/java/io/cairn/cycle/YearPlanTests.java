package io.cairn.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YearPlanTests {

    @Test
    void aCalendarYearHasHalvesAndQuarters() {
        assertThat(new YearPlan(YearMonth.of(2026, 1), Cadence.WEEKLY).parts())
                .extracting(part -> part.name() + " " + part.startsOn() + " " + part.endsOn())
                .containsExactly(
                        "FY2026 2026-01-01 2026-12-31",
                        "2026 H1 2026-01-01 2026-06-30",
                        "2026 Q1 2026-01-01 2026-03-31",
                        "2026 Q2 2026-04-01 2026-06-30",
                        "2026 H2 2026-07-01 2026-12-31",
                        "2026 Q3 2026-07-01 2026-09-30",
                        "2026 Q4 2026-10-01 2026-12-31");
    }

    @Test
    void aYearMayBeginInAnyMonthAndNamesBothItsYears() {
        var parts = new YearPlan(YearMonth.of(2027, 12), Cadence.WEEKLY).parts();
        assertThat(parts.getFirst().name()).isEqualTo("FY2027/28");
        assertThat(parts.get(2).name()).isEqualTo("2027/28 Q1");
        assertThat(parts.get(2).endsOn()).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(parts.getFirst().endsOn()).isEqualTo(LocalDate.of(2028, 11, 30));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 12})
    void partsFillWhatTheyLieIn(int month) {
        var parts = new YearPlan(YearMonth.of(2026, month), Cadence.WEEKLY).parts();
        for (int half : new int[] {1, 4}) {
            assertThat(parts.get(half + 1).startsOn()).isEqualTo(parts.get(half).startsOn());
            assertThat(parts.get(half + 2).startsOn())
                    .isEqualTo(parts.get(half + 1).endsOn().plusDays(1));
            assertThat(parts.get(half + 2).endsOn()).isEqualTo(parts.get(half).endsOn());
            assertThat(parts.get(half + 1).parent()).isEqualTo(half);
        }
        assertThat(parts.get(4).startsOn()).isEqualTo(parts.get(1).endsOn().plusDays(1));
    }
}
