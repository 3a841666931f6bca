package io.cairn.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NestingTests {

    @ParameterizedTest(name = "{0} {1}..{2} in {3} {4}..{5}: {6}")
    @CsvSource({
        "QUARTER, 2026-07-01, 2026-09-30, HALF,       2026-07-01, 2026-12-31, ''",
        "QUARTER, 2026-07-01, 2026-09-30, ANNUAL,     2026-01-01, 2026-12-31, ''",
        "WEEK,    2026-12-28, 2027-01-03, MULTI_YEAR, 2025-01-01, 2027-12-31, ''",
        "ANNUAL,  2026-01-01, 2026-12-31, ANNUAL,     2026-01-01, 2026-12-31, CYCLE_KIND_ORDER",
        "ANNUAL,  2026-07-01, 2026-09-30, QUARTER,    2026-07-01, 2026-09-30, CYCLE_KIND_ORDER",
        "MONTH,   2026-07-01, 2026-07-31, WEEK,       2026-07-01, 2026-07-31, CYCLE_KIND_ORDER",
        "QUARTER, 2026-06-30, 2026-09-30, HALF,       2026-07-01, 2026-12-31, CYCLE_OUTSIDE_PARENT",
        "QUARTER, 2026-10-01, 2027-01-01, HALF,       2026-07-01, 2026-12-31, CYCLE_OUTSIDE_PARENT",
        "CUSTOM,  2026-07-04, 2026-08-11, QUARTER,    2026-07-01, 2026-09-30, ''",
        "CUSTOM,  2026-07-04, 2026-08-11, CUSTOM,     2026-07-01, 2026-09-30, ''",
        "MONTH,   2026-07-01, 2026-07-31, CUSTOM,     2026-07-01, 2026-09-30, ''",
        "CUSTOM,  2026-06-04, 2026-08-11, QUARTER,    2026-07-01, 2026-09-30, CYCLE_OUTSIDE_PARENT",
    })
    void aCycleLiesInALongerOne(
            CycleKind kind,
            LocalDate from,
            LocalDate to,
            CycleKind parentKind,
            LocalDate parentFrom,
            LocalDate parentTo,
            String code) {
        Cycle parent = cycle(parentKind, parentFrom, parentTo, null);
        assertThat(codes(Nesting.check(details(kind, from, to, parent.id()), parent, List.of(), List.of())))
                .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @ParameterizedTest(name = "{0} {1}..{2} beside QUARTER 2026-07-01..2026-09-30: {3}")
    @CsvSource({
        "QUARTER, 2026-10-01, 2026-12-31, ''",
        "QUARTER, 2026-04-01, 2026-06-30, ''",
        "QUARTER, 2026-09-30, 2026-12-31, CYCLE_OVERLAP",
        "QUARTER, 2026-04-01, 2026-07-01, CYCLE_OVERLAP",
        "QUARTER, 2026-01-01, 2026-12-31, CYCLE_OVERLAP",
        "QUARTER, 2026-08-01, 2026-08-31, CYCLE_OVERLAP",
        "MONTH,   2026-08-01, 2026-08-31, ''",
        "HALF,    2026-07-01, 2026-12-31, ''",
    })
    void siblingsOfOneKindDoNotOverlap(CycleKind kind, LocalDate from, LocalDate to, String code) {
        Cycle sibling = cycle(CycleKind.QUARTER, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30), null);
        assertThat(codes(Nesting.check(details(kind, from, to, null), null, List.of(sibling), List.of())))
                .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    void aChangedCycleStillHoldsWhatLiesInIt() {
        Cycle child = cycle(CycleKind.QUARTER, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30), null);
        var shorter = details(CycleKind.HALF, LocalDate.of(2026, 7, 2), LocalDate.of(2026, 12, 31), null);
        assertThat(codes(Nesting.check(shorter, null, List.of(), List.of(child))))
                .containsExactly("CYCLE_OUTSIDE_PARENT");
        var smaller = details(CycleKind.MONTH, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30), null);
        assertThat(codes(Nesting.check(smaller, null, List.of(), List.of(child))))
                .containsExactly("CYCLE_KIND_ORDER");
    }

    @Test
    void nothingNewLiesInAClosedCycle() {
        Cycle open = cycle(CycleKind.ANNUAL, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), null);
        var half = details(CycleKind.HALF, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30), open.id());
        assertThat(codes(Nesting.check(half, open.in(Phase.CLOSED), List.of(), List.of())))
                .containsExactly("CYCLE_CLOSED");
    }

    private static CycleDetails details(CycleKind kind, LocalDate from, LocalDate to, @Nullable UUID parent) {
        return CycleDetails.of("Cycle", kind, from, to, parent, null);
    }

    private static Cycle cycle(CycleKind kind, LocalDate from, LocalDate to, @Nullable UUID parent) {
        return new Cycle(UUID.randomUUID(), "Near", kind, from, to, parent, Phase.PLANNING, Cadence.WEEKLY, 1);
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }
}
