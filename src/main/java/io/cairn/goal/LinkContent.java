package io.cairn.goal;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a goal serves its parent.
 *
 * @param share parts of the child that go to this parent; the effective share is parts over all its roll-up parts
 * @param measureId the parent's measure that is served, if one is meant
 */
public record LinkContent(
        @Nullable LinkKind kind,
        @Nullable BigDecimal share,
        @Nullable BigDecimal weight,
        @Nullable Boolean rollup,
        @Nullable UUID measureId) {}
