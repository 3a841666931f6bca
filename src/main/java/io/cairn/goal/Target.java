package io.cairn.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A target that a measure has, or had from a day on. */
public record Target(LocalDate fromOn, @Nullable BigDecimal target) {}
