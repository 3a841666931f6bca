package io.cairn.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One step of a measure that is reached in steps.
 *
 * @param done share that was done when the milestone was written down, 0..1; check-ins say what is done now
 * @param dueOn the measure's due day when null
 */
public record Milestone(
        String name,
        BigDecimal weight,
        BigDecimal done,
        @Nullable LocalDate dueOn) {
    /** As people and programs write it: weight 1 and nothing done when they do not say. */
    @JsonCreator
    static Milestone read(
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("weight") @Nullable BigDecimal weight,
            @JsonProperty("done") @Answer @Nullable BigDecimal done,
            @JsonProperty("dueOn") @Nullable LocalDate dueOn) {
        return new Milestone(
                name == null ? "" : name.strip(),
                weight == null ? BigDecimal.ONE : weight,
                done == null ? BigDecimal.ZERO : done,
                dueOn);
    }

    public static Milestone of(String name) {
        return new Milestone(name, BigDecimal.ONE, BigDecimal.ZERO, null);
    }

    public Milestone withDone(BigDecimal newDone) {
        return new Milestone(name, weight, newDone, dueOn);
    }

    public Milestone withDueOn(@Nullable LocalDate newDueOn) {
        return new Milestone(name, weight, done, newDueOn);
    }
}
