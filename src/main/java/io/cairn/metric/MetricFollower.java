package io.cairn.metric;

import java.util.List;

/** What hangs on metrics in a module above; called as the system, in the transaction that changed them. */
public interface MetricFollower {
    void changed(List<MetricChange> changes);
}
