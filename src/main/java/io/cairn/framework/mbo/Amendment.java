package io.cairn.framework.mbo;

import io.cairn.kernel.Needed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Other terms from a day on; what is null stays as it was agreed.
 *
 * @param effectiveFrom the first day of the new terms; the old ones hold before it
 * @param objectives all lines as they are to be: one that is missing is dropped, one without an id is new
 */
public record Amendment(
        @Needed @Nullable LocalDate effectiveFrom,
        @Needed @Nullable String reason,
        @Nullable String comment,
        @Nullable BigDecimal planCap,
        @Nullable BigDecimal modifier,
        @Nullable Boolean capBeforeModifier,
        PlanTerms.@Nullable Gate gate,
        @Nullable UUID curveId,
        @Nullable List<ObjectiveContent> objectives) {

    PlanContent onto(PlanContent agreed) {
        return new PlanContent(
                agreed.employeeId(),
                agreed.period(),
                agreed.cycleId(),
                agreed.startsOn(),
                agreed.endsOn(),
                agreed.pays(),
                planCap == null ? agreed.planCap() : planCap,
                modifier == null ? agreed.modifier() : modifier,
                capBeforeModifier == null ? agreed.capBeforeModifier() : capBeforeModifier,
                gate == null ? agreed.gate() : gate,
                curveId == null ? agreed.curveId() : curveId,
                objectives == null ? agreed.objectives() : objectives);
    }
}
