package io.cairn.incentive;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Multiplies the plan's modifier once an attainment is reached.
 *
 * @param line the line it waits for, from 0; null for the whole plan, whose attainment is its lines' by weight
 * @param whenAttainmentAtLeast as a share
 * @param multiplier 1 or more
 */
public record Accelerator(@Nullable Integer line, BigDecimal whenAttainmentAtLeast, BigDecimal multiplier) {}
