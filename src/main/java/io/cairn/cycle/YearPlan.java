package io.cairn.cycle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * A financial year with its halves and quarters, starting in any month. A calendar year is called FY2026, 2026 H1, 2026 Q1;
 * one from April 2026 on FY2026/27, 2026/27 H1, 2026/27 Q1.
 */
record YearPlan(YearMonth first, Cadence cadence) {
    private static final int QUARTERS = 4;
    private static final int MONTHS_OF_QUARTER = 3;

    /** The year, a half or a quarter; {@code parent} is its place in this list, −1 at the top. */
    record Part(String name, CycleKind kind, LocalDate startsOn, LocalDate endsOn, int parent) {}

    /** The year first, each half before its quarters. */
    List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(part("FY" + label(), CycleKind.ANNUAL, 0, QUARTERS, -1));
        for (int half = 0; half < 2; half++) {
            parts.add(part(label() + " H" + (half + 1), CycleKind.HALF, 2 * half, 2, 0));
            int place = parts.size() - 1;
            for (int quarter = 2 * half; quarter < 2 * half + 2; quarter++) {
                parts.add(part(label() + " Q" + (quarter + 1), CycleKind.QUARTER, quarter, 1, place));
            }
        }
        return parts;
    }

    private Part part(String name, CycleKind kind, int fromQuarter, int quarters, int parent) {
        YearMonth begin = first.plusMonths((long) MONTHS_OF_QUARTER * fromQuarter);
        YearMonth end = begin.plusMonths((long) MONTHS_OF_QUARTER * quarters - 1);
        return new Part(name, kind, begin.atDay(1), end.atEndOfMonth(), parent);
    }

    private String label() {
        int year = first.getYear();
        return first.getMonthValue() == 1 ? String.valueOf(year) : "%d/%02d".formatted(year, (year + 1) % 100);
    }
}
