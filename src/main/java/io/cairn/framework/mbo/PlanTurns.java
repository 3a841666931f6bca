package io.cairn.framework.mbo;

import io.cairn.agreement.Side;
import io.cairn.agreement.Version;
import io.cairn.framework.mbo.Plan.Part;
import io.cairn.kernel.Viewer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do with a plan today, so that pages offer just that; the use cases decide it again.
 *
 * @param part what the viewer is to the plan
 * @param offer what lies on the table; null where nothing does
 */
public record PlanTurns(
        Plan plan, @Nullable Part part, @Nullable Version offer, LocalDate today) {

    public static PlanTurns of(Plan plan, Viewer viewer, @Nullable Version offer, LocalDate today) {
        return new PlanTurns(plan, plan.partOf(viewer), offer, today);
    }

    private boolean isSide() {
        return part == Part.EMPLOYEE || part == Part.MANAGER;
    }

    public boolean edits() {
        return plan.state() == PlanState.DRAFT && isSide();
    }

    /** Whether it is the viewer's signature that is missing. */
    public boolean signs() {
        return switch (plan.state()) {
            case PENDING_EMPLOYEE -> part == Part.EMPLOYEE;
            case PENDING_MANAGER -> part == Part.MANAGER;
            case AMENDMENT -> isOn(Side.FIRST, Part.EMPLOYEE) || isOn(Side.SECOND, Part.MANAGER);
            default -> false;
        };
    }

    public boolean approves() {
        return plan.state() == PlanState.AMENDMENT && isOn(Side.APPROVER, Part.HR);
    }

    private boolean isOn(Side side, Part whose) {
        return offer != null && offer.turn() == side && part == whose;
    }

    /** Whether the viewer's side has made the offer that is open. */
    public boolean withdraws() {
        return isSide() && plan.state().isOffered() && offer != null && !signs();
    }

    public boolean cancels() {
        return plan.state().isWritten() && (part == Part.MANAGER || part == Part.HR);
    }

    public boolean amends() {
        return part == Part.MANAGER && (plan.state() == PlanState.AGREED || plan.state() == PlanState.ACTIVE);
    }

    public boolean estimates() {
        return isSide()
                && (plan.state() == PlanState.ACTIVE
                        || plan.state() == PlanState.AMENDMENT
                        || plan.state() == PlanState.MEASURE);
    }

    public boolean scores() {
        return part == Part.MANAGER && (plan.state() == PlanState.MEASURE || plan.state() == PlanState.SCORED);
    }

    public boolean disputes() {
        return part == Part.EMPLOYEE
                && plan.state() == PlanState.SCORED
                && plan.scoredOn() != null
                && PlanLife.mayDispute(plan.scoredOn(), today);
    }

    public boolean resolves() {
        return part == Part.HR && plan.state() == PlanState.DISPUTED;
    }

    public boolean handsIn() {
        return part == Part.MANAGER && plan.state() == PlanState.SCORED && plan.pays();
    }

    /** The first day on which the plan is measured. */
    public LocalDate measuredFrom() {
        return PlanLife.measuredFrom(plan.endsOn());
    }
}
