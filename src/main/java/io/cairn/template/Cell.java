package io.cairn.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands in one place of a row; an empty one is not there at all. Of a choice it is the value, not the label. */
public sealed interface Cell {
    record Words(String text) implements Cell {}

    /** Exact; of a percent column the fraction. */
    record Figure(BigDecimal value) implements Cell {}

    record Date(LocalDate day) implements Cell {}

    /** Null for null and for blank text. */
    static @Nullable Cell of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> new Figure(number);
            case Integer whole -> new Figure(BigDecimal.valueOf(whole));
            case LocalDate day -> new Date(day);
            case UUID id -> new Words(id.toString());
            case Enum<?> word -> new Words(word.name());
            default -> value.toString().isBlank() ? null : new Words(value.toString());
        };
    }
}
