package io.cairn.framework.mbo;

import io.cairn.incentive.Payout;
import io.cairn.incentive.PayoutTerms;
import io.cairn.incentive.Proration;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a plan pays, with the objectives its lines are of.
 *
 * @param gate what the gate leaves of everything: 1 when it is open or there is none
 * @param gateScored whether what the gates hang on is scored; until then they count as shut
 * @param lines of all versions of the terms, in order
 * @param versions of the terms, earliest first
 */
public record Payable(Payout payout, BigDecimal gate, boolean gateScored, List<Line> lines, List<Version> versions) {

    /**
     * A version of the terms as it is paid by.
     *
     * @param stretches the bonus targets of its days
     * @param gateReached what the gate's objective came to; null without a gate and while nobody knows
     */
    public record Version(
            LocalDate from,
            LocalDate to,
            List<Proration.Stretch> stretches,
            PlanTerms agreed,
            @Nullable BigDecimal gateReached,
            PayoutTerms terms) {}

    /**
     * A line of one version of the terms.
     *
     * @param goalId null for a line of the company or a pool
     * @param from the first day of the version it belongs to
     * @param settled whether its value is final
     */
    public record Line(
            UUID objectiveId,
            @Nullable UUID goalId,
            String title,
            LocalDate from,
            LocalDate to,
            boolean settled,
            Payout.Line paid) {}
}
