package io.cairn.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Comparator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of a metric's targets when a year of them is written. */
class TargetYearTests {
    private static MetricTarget target(String from, @Nullable String to, int target) {
        return MetricTarget.of(
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                Comparator.GE,
                BigDecimal.valueOf(target),
                null);
    }

    private static TargetYear year(MetricTarget... all) {
        return new TargetYear(2026, List.of(all));
    }

    private static List<String> told(TargetYear year) {
        return year.all().stream()
                .map(one -> one.from() + " " + one.to() + " " + one.target())
                .toList();
    }

    @Test
    void theYearShowsWhatItEndsWithAndTheMonthsThatDiffer() {
        TargetYear year = year(
                target("2025-01-01", "2026-02-28", 80), target("2026-03-01", null, 90), target("2027-05-01", null, 95));
        assertThat(year.atEnd()).isEqualTo(target("2026-03-01", null, 90));
        assertThat(year.months()).hasToString("{1=80, 2=80}");
        assertThat(year(target("2026-01-01", "2026-06-30", 80)).atEnd()).isNull();
    }

    @Test
    void anotherEndLeavesYearsBeforeAndMonthsOfTheirOwn() {
        assertThat(told(year(target("2025-01-01", null, 90)).endingWith(target("2020-01-01", null, 92))))
                .containsExactly("2025-01-01 2025-12-31 90", "2026-01-01 null 92");
        assertThat(told(year(
                                target("2026-01-01", "2026-03-31", 90),
                                target("2026-04-01", "2026-04-30", 70),
                                target("2026-05-01", null, 90))
                        .endingWith(target("2020-01-01", null, 92))))
                .containsExactly("2026-01-01 2026-03-31 92", "2026-04-01 2026-04-30 70", "2026-05-01 null 92");
        assertThat(told(year().endingWith(target("2020-01-01", null, 92)))).containsExactly("2026-01-01 null 92");
        assertThat(told(year(target("2026-01-01", "2026-06-30", 80), target("2027-02-01", null, 99))
                        .endingWith(target("2020-01-01", null, 92))))
                .containsExactly("2026-01-01 2026-06-30 80", "2026-07-01 2027-01-31 92", "2027-02-01 null 99");
    }

    @Test
    void aMonthIsCutOutOfWhatHeldThen() {
        TargetYear cut = year(target("2025-01-01", null, 90)).with(9, target("2020-01-01", null, 95));
        assertThat(told(cut))
                .containsExactly("2025-01-01 2026-08-31 90", "2026-09-01 2026-09-30 95", "2026-10-01 null 90");
        assertThat(told(cut.with(9, target("2020-01-01", null, 96))))
                .containsExactly("2025-01-01 2026-08-31 90", "2026-09-01 2026-09-30 96", "2026-10-01 null 90");
        assertThat(cut.months()).hasToString("{9=95}");
        assertThat(told(year().with(2, target("2020-01-01", null, 5)))).containsExactly("2026-02-01 2026-02-28 5");
    }
}
