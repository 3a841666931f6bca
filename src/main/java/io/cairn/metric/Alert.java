package io.cairn.metric;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cairn.kernel.PersonRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a metric's final value changed its status or is a signal, and who has taken note of it.
 *
 * @param value what the period says now, which may have been corrected since
 * @param fromStatus null with {@code toStatus} where only a signal was raised
 * @param rule the rule of the process behaviour chart that the value breaks, if any
 * @param note what was said of the period; empty when nothing was
 * @param mine whether the viewer owns the metric or leads its owner or its team
 * @param mayAcknowledge whether the viewer may take note of it and say why
 */
public record Alert(
        UUID id,
        Subject metric,
        LocalDate periodStart,
        @Nullable LocalDate periodEnd,
        @Nullable BigDecimal value,
        @Nullable MetricStatus fromStatus,
        @Nullable MetricStatus toStatus,
        @Nullable Rule rule,
        String note,
        Instant raisedAt,
        @Nullable PersonRef acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        boolean mine,
        @JsonIgnore boolean mayAcknowledge) {

    /** The metric it is about. */
    public record Subject(UUID id, String name, String unit, int decimals, Frequency frequency, PersonRef owner) {}

    /** What the signal says, in words; null without one. */
    public @Nullable String meaning() {
        return rule == null ? null : rule.label();
    }

    @JsonIgnore
    public boolean open() {
        return acknowledgedAt == null;
    }

    /** Whether it turned red and nobody has said why. */
    @JsonIgnore
    public boolean unexplained() {
        return toStatus == MetricStatus.RED && note.isBlank();
    }
}
