package io.cairn.metric;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads years of metrics; three statements however many. */
@Component
@Transactional(readOnly = true)
public class MetricYears {
    private final Metrics metrics;
    private final MetricTargets targets;

    MetricYears(Metrics metrics, MetricTargets targets) {
        this.metrics = metrics;
        this.targets = targets;
    }

    /** In the order of the ids; those the viewer may not see are left out. */
    public List<MetricYear> of(List<UUID> ids, int year) {
        Map<UUID, List<SetTarget>> set = targets.of(ids);
        return metrics.told(ids).stream()
                .map(one -> MetricYear.of(
                        one.metric(),
                        one.series(),
                        set.getOrDefault(one.metric().id(), List.of()).stream()
                                .map(SetTarget::target)
                                .toList(),
                        year))
                .toList();
    }
}
