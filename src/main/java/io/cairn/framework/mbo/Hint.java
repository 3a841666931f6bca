package io.cairn.framework.mbo;

import org.jspecify.annotations.Nullable;

/**
 * Something about a plan that is worth a thought and never refused.
 *
 * @param code stable, such as {@code STRETCH_TARGET_PAID}
 * @param objective the line it is about, from 0; null for the whole plan
 */
public record Hint(String code, String message, @Nullable Integer objective) {}
