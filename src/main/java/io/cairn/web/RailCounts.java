package io.cairn.web;

import io.cairn.kernel.Viewer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All counts of the rail, read in one transaction because entering one costs a statement. */
@Component
class RailCounts {
    private final List<RailCount> counts;
    private final ObjectProvider<PlatformTransactionManager> transactions;

    RailCounts(List<RailCount> counts, ObjectProvider<PlatformTransactionManager> transactions) {
        this.counts = counts;
        this.transactions = transactions;
    }

    Map<Section, Integer> of(Viewer viewer) {
        if (counts.isEmpty()) {
            return Map.of();
        }
        var reading = new TransactionTemplate(transactions.getObject());
        reading.setReadOnly(true);
        return reading.execute(status -> count(viewer));
    }

    private Map<Section, Integer> count(Viewer viewer) {
        Map<Section, Integer> bySection = new EnumMap<>(Section.class);
        for (RailCount count : counts) {
            bySection.merge(count.section(), count.count(viewer), Integer::sum);
        }
        return bySection;
    }
}
