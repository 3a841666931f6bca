package io.cairn.metric;

import io.cairn.access.Audience;
import java.util.UUID;

/** Says for a module above whether something there shows a metric's values. */
public interface MetricUse {
    /** Whether it shows them to others than those who hold this key, which is to become the metric's own. */
    boolean shownTo(UUID metric, Audience narrower);
}
