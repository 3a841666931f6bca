package io.cairn.goal;

import io.cairn.kernel.Comparator;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a measure promises, or promised from a day on. */
public record Target(
        LocalDate fromOn,
        @Nullable BigDecimal target,
        @Nullable Comparator comparator,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high) {}
