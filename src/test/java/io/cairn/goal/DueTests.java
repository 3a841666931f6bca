package io.cairn.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTests {
    private static final LocalDate SINCE = LocalDate.of(2026, 7, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 9, 30);
    /** A Saturday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 15);

    @ParameterizedTest(name = "last {0}, every {1} days: {2}")
    @CsvSource({
        // last check-in, cadence, what is said, whether it is due
        ",           7,  45 days late,     true",
        "2026-08-01, 7,  7 days late,      true",
        "2026-08-05, 7,  3 days late,      true",
        "2026-08-07, 7,  1 day late,       true",
        "2026-08-08, 7,  due today,        true",
        "2026-08-09, 7,  due Sunday,       false",
        "2026-08-10, 7,  due Monday,       false",
        "2026-08-14, 7,  due Friday,       false",
        "2026-08-15, 7,  due 22 August,    false",
        "2026-08-01, 14, due today,        true",
        "2026-08-02, 14, due Sunday,       false",
        "2026-07-16, 30, due today,        true",
        "2026-08-15, 30, due 14 September, false",
    })
    void aCheckInIsDueACadenceAfterTheLast(@Nullable LocalDate last, int every, String words, boolean due) {
        Due next = Due.of(SINCE, UNTIL, last, every);
        assertThat(next.words(TODAY)).isEqualTo(words);
        assertThat(next.by(TODAY)).isEqualTo(due);
    }

    @ParameterizedTest(name = "from {0} on: {1}")
    @CsvSource({
        "2026-08-15, due today,    true",
        "2026-08-14, 1 day late,   true",
        "2026-08-17, due Monday,   false",
        "2026-10-01, due 1 October, false",
    })
    void theFirstIsDueAsSoonAsItCanBeMade(LocalDate since, String words, boolean due) {
        Due first = Due.of(since, UNTIL.plusYears(1), null, 7);
        assertThat(first.words(TODAY)).isEqualTo(words);
        assertThat(first.by(TODAY)).isEqualTo(due);
    }

    @ParameterizedTest(name = "last {0} of a measure that ends on {1}")
    @CsvSource({
        "2026-08-07, 2026-08-13, ''",
        "2026-08-06, 2026-08-13, last value missing",
        "2026-08-06, 2026-08-15, 2 days late",
        "2026-08-13, 2026-08-31, due Thursday",
        "2026-08-13, 2026-08-13, ''",
    })
    void nothingIsDueAfterTheLastDay(LocalDate last, LocalDate until, String words) {
        assertThat(Due.of(SINCE, until, last, 7).words(TODAY)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({",2026-07-01,2026-09-30", "2026-07-01,,2026-09-30", "2026-07-01,2026-07-01,"})
    void nothingIsDueOfADraft(@Nullable LocalDate activated, @Nullable LocalDate starts, @Nullable LocalDate until) {
        assertThat(Due.of(activated, starts, until, null, 7)).isEqualTo(Due.NEVER);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-20,2026-07-01", "2026-07-01,2026-06-20"})
    void theFirstWaitsForBothActivationAndStart(LocalDate activated, LocalDate starts) {
        assertThat(Due.of(activated, starts, UNTIL, null, 7).on()).isEqualTo(SINCE);
    }
}
