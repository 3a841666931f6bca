package io.cairn.metric;

import io.cairn.framework.Visibility;
import io.cairn.kernel.PersonRef;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A metric's definition sheet (frameworks 1.2): what it means, whose it is, how its values come about.
 *
 * @param formula over other metrics, each as {@code {id}}; null for one whose values come in
 * @param definitionVersion counts up when what the values mean changes; values before {@code definedFrom} meant something else
 */
public record MetricSheet(
        String unit,
        int decimals,
        Direction direction,
        Frequency frequency,
        Aggregation timeAggregation,
        Aggregation orgAggregation,
        String category,
        MetricLevel level,
        LeadLag leadLag,
        String segment,
        String source,
        String definition,
        String includes,
        String excludes,
        String consequences,
        @Nullable String formula,
        boolean addsUp,
        @Nullable Named parent,
        @Nullable Named team,
        PersonRef owner,
        Visibility audience,
        List<UUID> readerIds,
        BreachPolicy breachPolicy,
        boolean proposeOkr,
        @Nullable LocalDate limitsFrom,
        int definitionVersion,
        @Nullable LocalDate definedFrom) {

    /** Something that is named and linked to. */
    public record Named(UUID id, String name) {}

    public boolean computed() {
        return addsUp || formula != null;
    }

    /** A ratio in percent is shown times a hundred. */
    public boolean inPercent() {
        return unit.equals("%");
    }

    /** Where the limits begin: at a confirmed shift or a changed definition, whichever came last. */
    @Nullable
    LocalDate behaviourFrom() {
        if (definitionVersion == 1 || definedFrom == null) {
            return limitsFrom;
        }
        return limitsFrom != null && limitsFrom.isAfter(definedFrom) ? limitsFrom : definedFrom;
    }
}
