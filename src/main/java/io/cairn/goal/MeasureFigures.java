package io.cairn.goal;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measure's figures on one day, ratios with 18 decimals.
 *
 * @param progress null where nothing can be said, and then pace is null too; 0 without data
 * @param ahead progress is at least 1.15 times what is expected
 * @param overdue the due day has passed and the target is not achieved
 */
public record MeasureFigures(
        UUID id,
        @Nullable BigDecimal raw,
        @Nullable BigDecimal progress,
        boolean achieved,
        boolean noData,
        BigDecimal expected,
        @Nullable Pace pace,
        @Nullable Health health,
        boolean ahead,
        boolean overdue,
        boolean stale) {

    public boolean regressed() {
        return raw != null && raw.signum() < 0;
    }
}
