package io.cairn.metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a load would do.
 *
 * @param changes the first few hundred rows that would be kept or are known, in the order of lines
 * @param digest of all that would be done; the same plan has the same
 */
public record LoadPlan(
        long rows,
        long created,
        long corrected,
        long unchanged,
        long refused,
        List<Row> changes,
        List<Loaded.Error> errors,
        String digest) {

    /** What becomes of a row. */
    public enum Fate {
        CREATED("New"),
        CORRECTED("Corrected"),
        UNCHANGED("Unchanged");

        private final String label;

        Fate(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param before what the period's value is so far; null where there is none */
    public record Row(
            long line,
            String metric,
            String unit,
            LocalDate periodStart,
            LocalDate periodEnd,
            @Nullable BigDecimal before,
            @Nullable BigDecimal value,
            Fate fate) {}
}
