package io.cairn.cycle;

import java.time.LocalDate;
import java.util.Optional;

/** Where a cycle stands; it goes through these in order and never back. Source: frameworks 1.14. */
public enum Phase {
    PLANNING("Planning"),
    ACTIVE("Active"),
    SCORING("Scoring"),
    CLOSED("Closed");

    private final String label;

    Phase(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public Optional<Phase> next() {
        return this == CLOSED ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    /** Where a cycle that is planned only today should stand already. */
    static Phase on(LocalDate today, LocalDate startsOn, LocalDate endsOn) {
        if (today.isBefore(startsOn)) {
            return PLANNING;
        }
        return today.isAfter(endsOn) ? SCORING : ACTIVE;
    }
}
