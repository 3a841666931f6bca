package io.cairn.incentive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scored plan as it is handed in for pay.
 *
 * @param manager whoever leads the employee now; null without one
 * @param scoredBy who gave the final values and so never decides about the pay; null for the system
 * @param target the bonus at 100 %, prorated
 * @param planCap the most the plan's factor may be; null for no cap
 * @param total what the lines add up to, at the currency's minor units
 * @param lateOverride whether a final value was changed after the employee had seen it
 * @param estimatesDiffer whether manager and employee were more than 10 points apart
 * @param explanation how the total was made, written as JSON. Compensation reads it: no titles, and attainments as they are given
 * @param terms the same with what attainments were worked out from, for those who read the plan; null where there is no more to tell
 */
public record Submission(
        UUID plan,
        UUID employee,
        @Nullable UUID manager,
        @Nullable UUID scoredBy,
        LocalDate periodStart,
        LocalDate periodEnd,
        Currency currency,
        BigDecimal target,
        BigDecimal modifier,
        BigDecimal gate,
        @Nullable BigDecimal planCap,
        BigDecimal total,
        List<Line> lines,
        boolean capped,
        boolean lateOverride,
        boolean estimatesDiffer,
        Object explanation,
        @Nullable Object terms) {

    public Submission {
        lines = List.copyOf(lines);
    }

    /**
     * What one objective brings. Its title is not kept: compensation reads amounts, not what they were for.
     *
     * @param goal of a framework that may be paid for; null where the line is nobody's goal, as of the company or a pool
     * @param weight in percent, two decimals
     * @param attainment as a share; null where none was worked out, as for a discretionary amount
     * @param factor what the curve gives, as a share; null likewise
     * @param label needed without a goal; says nothing of what it is about, as compensation reads it
     */
    public record Line(
            @Nullable UUID goal,
            BigDecimal weight,
            @Nullable BigDecimal attainment,
            @Nullable BigDecimal factor,
            BigDecimal amount,
            String label) {

        public Line(
                UUID goal,
                BigDecimal weight,
                @Nullable BigDecimal attainment,
                @Nullable BigDecimal factor,
                BigDecimal amount) {
            this(goal, weight, attainment, factor, amount, "");
        }
    }
}
