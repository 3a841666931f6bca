package io.cairn.incentive;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Whoever gives out of pools says how much it was so far. */
public interface PoolSpending {
    /** By pool; asked only of pools that the viewer may read. A pool that nothing was given out of may be missing. */
    Map<UUID, BigDecimal> of(Collection<UUID> pools);
}
