package io.cairn.connector;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Viewer;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Metrics on paper until there are real ones. */
@Component
class PaperMetrics implements FedMetrics {
    final Map<UUID, UUID> owners = new ConcurrentHashMap<>();
    final Map<UUID, List<Reading>> values = new ConcurrentHashMap<>();
    private final DomainClock clock;

    PaperMetrics(DomainClock clock) {
        this.clock = clock;
    }

    UUID metric(Viewer owner) {
        UUID id = UUID.randomUUID();
        owners.put(id, owner.id());
        return id;
    }

    @Override
    public List<FedMetric> of(Viewer viewer, Collection<UUID> metrics) {
        var monday = clock.today().with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
        return metrics.stream()
                .filter(id -> viewer.id().equals(owners.get(id)))
                .map(id -> new FedMetric(id, "Metric " + id, true, clock.today(), monday, monday.minusDays(1)))
                .toList();
    }

    @Override
    public List<FedMetric> enterable(Viewer viewer) {
        return of(viewer, owners.keySet());
    }

    @Override
    public Outcome record(Viewer owner, UUID metric, List<Reading> readings) {
        values.computeIfAbsent(metric, id -> new ArrayList<>()).addAll(readings);
        return new Outcome(readings.size(), 0, List.of());
    }
}
