package io.cairn.framework.mbo;

import io.cairn.kernel.Needed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Other terms from a day on. Whoever writes one begins with the terms that hold: what is not named stays, null takes away.
 *
 * @param effectiveFrom the first day of the new terms; the old ones hold before it
 * @param planCap null for no cap
 * @param modifier 1 when null
 * @param gate null for none
 * @param accelerators null for none
 * @param curveId null for the usual curve
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
        @Nullable List<AcceleratorContent> accelerators,
        @Nullable UUID curveId,
        @Nullable List<ObjectiveContent> objectives) {

    /** The terms that hold, with nothing changed yet. */
    static Amendment of(PlanContent agreed) {
        return new Amendment(
                null,
                null,
                null,
                agreed.planCap(),
                agreed.modifier(),
                agreed.capBeforeModifier(),
                agreed.gate(),
                agreed.accelerators(),
                agreed.curveId(),
                agreed.objectives());
    }

    PlanContent onto(PlanContent agreed) {
        return new PlanContent(
                agreed.employeeId(),
                agreed.period(),
                agreed.cycleId(),
                agreed.startsOn(),
                agreed.endsOn(),
                agreed.pays(),
                planCap,
                modifier,
                capBeforeModifier,
                gate,
                accelerators,
                curveId,
                objectives);
    }
}
