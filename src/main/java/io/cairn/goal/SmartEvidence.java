package io.cairn.goal;

import io.cairn.smart.SmartHistory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the SMART check of a goal hangs on besides its own words.
 *
 * @param attestations newest first
 * @param histories what the metrics that its measures follow did so far
 * @param links the goals it serves, by title
 * @param agreed whether its framework has both sides agree on its goals
 * @param peer whether the viewer manages its lead or works with them, and so may say that it can be reached
 */
record SmartEvidence(
        List<SmartAttestation> attestations,
        Map<UUID, SmartHistory> histories,
        List<String> links,
        boolean agreed,
        boolean peer) {
    static final SmartEvidence NONE = new SmartEvidence(List.of(), Map.of(), List.of(), false, false);

    /** Without what those said who answer for the goal by now: a hand-over may make whoever said it the owner. */
    SmartEvidence ofOthers(Goal goal) {
        List<SmartAttestation> others = attestations.stream()
                .filter(said -> !SmartChecks.isOwner(said.by().id(), goal, measure(goal, said)))
                .toList();
        return new SmartEvidence(others, histories, links, agreed, peer);
    }

    private static @Nullable Measure measure(Goal goal, SmartAttestation said) {
        return goal.live().stream()
                .filter(measure -> measure.id().equals(said.measureId()))
                .findFirst()
                .orElse(null);
    }
}
