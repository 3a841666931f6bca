package io.cairn.template;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row as values by column key; computed columns hold our own figures, so that a file shows them before it is recalculated.
 *
 * @param cells no entry where a cell is empty; {@code id} and {@code version} say what the row stands for
 * @param fixed computed columns in which this row holds a figure instead of the formula, which does not know its case
 */
public record SheetRow(Map<String, Cell> cells, Set<String> fixed) {
    public SheetRow {
        cells = Map.copyOf(cells);
        fixed = Set.copyOf(fixed);
    }

    public SheetRow(Map<String, Cell> cells) {
        this(cells, Set.of());
    }

    public Optional<Cell> cell(String column) {
        return Optional.ofNullable(cells.get(column));
    }

    public @Nullable String text(String column) {
        return cells.get(column) instanceof Cell.Words words ? words.text() : null;
    }

    public @Nullable BigDecimal figure(String column) {
        return cells.get(column) instanceof Cell.Figure figure ? figure.value() : null;
    }

    /** Empty for a row that stands for nothing yet. */
    public Optional<UUID> id() {
        return Optional.ofNullable(text("id")).map(UUID::fromString);
    }

    /** Begins a row. */
    public static Making row() {
        return new Making();
    }

    /** A row being made; what is null or blank is left out. */
    public static final class Making {
        private final Map<String, Cell> cells = new LinkedHashMap<>();
        private final Set<String> fixed = new HashSet<>();

        public Making with(String column, @Nullable Object value) {
            Cell cell = Cell.of(value);
            if (cell != null) {
                cells.put(column, cell);
            }
            return this;
        }

        /** A figure in place of the column's formula. */
        public Making fixed(String column, @Nullable Object value) {
            fixed.add(column);
            return with(column, value);
        }

        public SheetRow done() {
            return new SheetRow(cells, fixed);
        }
    }
}
