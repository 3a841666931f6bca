package io.cairn.framework.mbo;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cairn.access.Audience;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person is accountable for in a period, between employee, manager and HR.
 *
 * @param manager the employee's manager now; of a plan that is over, the one who managed then
 * @param pays whether a bonus hangs on it
 * @param terms as they are written, or as they were agreed last
 * @param mine what the viewer is to the plan
 * @param dispute the newest, if there was any
 */
public record Plan(
        UUID id,
        PersonRef employee,
        PersonRef manager,
        PlanPeriod period,
        @Nullable UUID cycleId,
        LocalDate startsOn,
        LocalDate endsOn,
        PlanState state,
        boolean pays,
        @Nullable BigDecimal planCap,
        BigDecimal modifier,
        boolean capBeforeModifier,
        PlanTerms.@Nullable Gate gate,
        List<PlanTerms.Accelerator> accelerators,
        @Nullable UUID curveId,
        List<PlanObjective> objectives,
        @Nullable LocalDate agreedOn,
        @Nullable LocalDate scoredOn,
        @Nullable UUID scoredBy,
        @Nullable String reason,
        @Nullable Dispute dispute,
        int version,
        @JsonIgnore PlanTerms terms) {

    /** What somebody is to a plan. */
    public enum Part {
        EMPLOYEE("employee"),
        MANAGER("manager"),
        HR("HR");

        private final String word;

        Part(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** That the employee does not accept the score, and what HR made of it. */
    public record Dispute(
            int number,
            PersonRef raisedBy,
            LocalDate raisedOn,
            String reason,
            @Nullable PersonRef resolvedBy,
            @Nullable LocalDate resolvedOn,
            @Nullable String resolution) {
        @JsonIgnore
        public boolean isOpen() {
            return resolvedOn == null;
        }
    }

    Plan with(List<PlanObjective> newObjectives) {
        return new Plan(
                id,
                employee,
                manager,
                period,
                cycleId,
                startsOn,
                endsOn,
                state,
                pays,
                planCap,
                modifier,
                capBeforeModifier,
                gate,
                accelerators,
                curveId,
                newObjectives,
                agreedOn,
                scoredOn,
                scoredBy,
                reason,
                dispute,
                version,
                terms);
    }

    /** Whether nothing about it is expected any more: paid, cancelled, or scored for no pay and past every dispute. */
    public boolean isOver(LocalDate today) {
        boolean settled =
                !pays && state == PlanState.SCORED && scoredOn != null && !PlanLife.mayDispute(scoredOn, today);
        return state.isOver() || settled;
    }

    @JsonIgnore
    public Audience key() {
        return Audience.pair(employee.id());
    }

    /** The two sides go before the role: nobody decides as HR on a plan of their own. */
    public @Nullable Part partOf(Viewer viewer) {
        if (viewer.id().equals(employee.id())) {
            return Part.EMPLOYEE;
        }
        if (viewer.id().equals(manager.id())) {
            return Part.MANAGER;
        }
        return viewer.is(Role.HR) ? Part.HR : null;
    }
}
