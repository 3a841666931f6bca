package io.cairn.metric;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A metric as another one's page names it. */
public record RelatedMetric(
        UUID id,
        String name,
        Relation relation,
        MetricState state,
        MetricStatus status,
        @Nullable BigDecimal value,
        String unit,
        int decimals) {

    /** What it is to the other one. */
    public enum Relation {
        INPUT("Made of"),
        USER("Used by"),
        CHILD("Below it");

        private final String label;

        Relation(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
