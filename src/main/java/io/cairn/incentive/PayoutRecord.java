package io.cairn.incentive;

import io.cairn.kernel.PersonRef;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A payout as it is kept and read.
 *
 * @param manager who led the employee when it was handed in
 * @param currency as ISO 4217 says it
 * @param targetAmount the bonus at 100 %, prorated
 * @param adjusts the payout whose faults this one mends; null for what a plan pays
 * @param reason why it was rejected
 * @param runId the run it belongs to; null as long as there is none, and for those who may not see runs
 * @param explanation how the total was made; with what attainments were worked out from for those who may read the plan
 */
@Schema(name = "Payout")
public record PayoutRecord(
        UUID id,
        UUID planId,
        PayoutKind kind,
        @Nullable UUID adjusts,
        PersonRef employee,
        @Nullable PersonRef manager,
        @Nullable PersonRef scoredBy,
        LocalDate periodStart,
        LocalDate periodEnd,
        String currency,
        BigDecimal targetAmount,
        BigDecimal modifier,
        BigDecimal gate,
        @Nullable BigDecimal planCap,
        BigDecimal total,
        List<Line> lines,
        boolean capped,
        boolean lateOverride,
        boolean estimatesDiffer,
        PayoutState state,
        @Nullable PersonRef submittedBy,
        Instant submittedAt,
        String adjustmentReason,
        @Nullable PersonRef decidedBy,
        @Nullable Instant decidedAt,
        String reason,
        @Nullable UUID runId,
        @Nullable Instant paidAt,
        JsonNode explanation,
        int version) {

    /**
     * What one objective brought, or what was wrong with it.
     *
     * @param goalId null for an adjustment that belongs to no objective
     * @param title null for those who may see the amount but not the objective
     * @param weight in percent
     * @param label what an adjustment says of itself
     */
    @Schema(name = "PayoutRecordLine")
    public record Line(
            int position,
            @Nullable UUID goalId,
            @Nullable String title,
            BigDecimal weight,
            @Nullable BigDecimal attainment,
            @Nullable BigDecimal factor,
            BigDecimal amount,
            String label) {}

    PayoutRecord with(List<Line> newLines) {
        return new PayoutRecord(
                id,
                planId,
                kind,
                adjusts,
                employee,
                manager,
                scoredBy,
                periodStart,
                periodEnd,
                currency,
                targetAmount,
                modifier,
                gate,
                planCap,
                total,
                newLines,
                capped,
                lateOverride,
                estimatesDiffer,
                state,
                submittedBy,
                submittedAt,
                adjustmentReason,
                decidedBy,
                decidedAt,
                reason,
                runId,
                paidAt,
                explanation,
                version);
    }
}
