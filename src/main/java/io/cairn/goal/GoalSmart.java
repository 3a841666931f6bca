package io.cairn.goal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cairn.smart.SmartCheck;
import io.cairn.smart.SmartFinding;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How SMART a goal is, and each of its measures.
 *
 * @param goalId null while it has never been saved
 * @param state whether somebody has said that it can be reached as it stands
 * @param score how many of the five letters pass
 * @param smart whether all five do
 * @param attestation the newest one of the goal as a whole
 */
public record GoalSmart(
        @Nullable UUID goalId,
        State state,
        int score,
        boolean smart,
        List<SmartFinding> letters,
        @Nullable SmartAttestation attestation,
        List<OfMeasure> measures) {

    /** Where the check stands (frameworks 2.4). */
    public enum State {
        UNCHECKED,
        CHECKED,
        STALE
    }

    /**
     * The same of a measure.
     *
     * @param measureId null while it has never been saved
     * @param attestation the newest one of it, or of its goal while that holds
     */
    public record OfMeasure(
            @Nullable UUID measureId,
            String name,
            State state,
            int score,
            boolean smart,
            List<SmartFinding> letters,
            @Nullable SmartAttestation attestation) {

        @JsonIgnore
        public SmartCheck check() {
            return new SmartCheck(letters, score, smart);
        }
    }

    @JsonIgnore
    public SmartCheck check() {
        return new SmartCheck(letters, score, smart);
    }

    public Optional<OfMeasure> of(UUID measure) {
        return measures.stream().filter(one -> measure.equals(one.measureId())).findFirst();
    }
}
