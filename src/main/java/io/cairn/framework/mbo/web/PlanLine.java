package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.NextStep;
import io.cairn.framework.mbo.Plan;
import io.cairn.framework.mbo.PlanAttained;
import io.cairn.framework.mbo.PlanDesk;
import io.cairn.kernel.Display;

/** A plan as a row of a list. */
public record PlanLine(Plan plan, NextStep next) {
    static PlanLine of(PlanDesk.Placed placed) {
        return new PlanLine(placed.plan(), placed.next());
    }

    public String href() {
        return "/plans/" + plan.id();
    }

    public String period() {
        return PlanDays.period(plan.period(), plan.startsOn(), plan.endsOn());
    }

    public PlanMark mark() {
        return PlanMark.of(plan.state());
    }

    public String objectives() {
        int count = plan.objectives().size();
        return count + (count == 1 ? " objective" : " objectives");
    }

    public String weights() {
        return Display.number(plan.terms().weights()) + " of 100";
    }

    public boolean hasAttainment() {
        return PlanAttained.of(plan) != null;
    }

    public String attainment() {
        PlanAttained attained = PlanAttained.of(plan);
        return attained == null ? Display.NONE : Integer.toString(Display.percentage(attained.value()));
    }

    public String explanation() {
        return href() + "/explanation";
    }

    /** Where the next step is done. */
    public String nextUrl() {
        return next.step() == NextStep.Step.ESTIMATE || next.step() == NextStep.Step.SCORE
                ? href() + "/measurement"
                : next.step() == NextStep.Step.COMPLETE ? href() + "/edit" : href();
    }
}
