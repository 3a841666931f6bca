package io.cairn.goal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Health of one measure: the worse of pace and confidence, one step worse when stale (frameworks 1.0 and 1.7). */
public final class HealthRule {
    private HealthRule() {}

    /** What was set by hand wins; what is achieved is on track; null when there is neither pace nor confidence. */
    public static @Nullable Health of(
            @Nullable Pace pace,
            @Nullable Integer confidence,
            boolean stale,
            boolean achieved,
            @Nullable Health override) {
        if (override != null) {
            return override;
        }
        if (achieved) {
            return Health.ON_TRACK;
        }
        var health = Health.worst(
                pace == null ? null : Health.of(pace), confidence == null ? null : Health.ofConfidence(confidence));
        return health != null && stale ? health.stepWorse() : health;
    }

    /** CONFIDENCE_DROP: the latest is lower by three or more, or fell twice in a row; oldest first. */
    public static boolean confidenceDrops(List<Integer> confidences) {
        int last = confidences.size() - 1;
        if (last < 1) {
            return false;
        }
        int fall = confidences.get(last - 1) - confidences.get(last);
        return fall >= 3 || (fall > 0 && last >= 2 && confidences.get(last - 2) > confidences.get(last - 1));
    }
}
