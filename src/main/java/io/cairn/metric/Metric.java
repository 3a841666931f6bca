package io.cairn.metric;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cairn.access.Audience;
import java.util.UUID;

/**
 * A metric as it is read: its definition sheet and what its measurements say now.
 *
 * @param mayEdit whether the viewer may change it and enter its values
 */
public record Metric(
        UUID id,
        String name,
        MetricState state,
        @JsonUnwrapped MetricSheet sheet,
        @JsonUnwrapped MetricFigures figures,
        int version,
        @JsonIgnore boolean mayEdit,
        @JsonIgnore Audience key) {

    public MetricStatus status() {
        return figures.status();
    }

    /** The same with other figures. */
    Metric with(MetricFigures now) {
        return new Metric(id, name, state, sheet, now, version, mayEdit, key);
    }
}
