package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.Plan;
import io.cairn.framework.mbo.PlanState;
import io.cairn.framework.mbo.PlanTurns;
import io.cairn.incentive.Pool;
import io.cairn.kernel.Display;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Viewer;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each objective came to: what is measured, what employee and manager say of it, and the final value, side by side.
 *
 * @param pools those that the viewer gives out of for this plan, newest first; none for who does not score it
 */
public record MeasuringPage(
        Viewer viewer, Plan plan, PlanTurns turns, ValuesForm form, List<Pool> pools, List<Problem> problems)
        implements FullPage {
    @Override
    public String title() {
        return "Measuring";
    }

    @Override
    public Section section() {
        return viewer.id().equals(plan.employee().id()) ? Section.PLANS : Section.TEAM_PLANS;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public String href() {
        return "/plans/" + plan.id();
    }

    public String period() {
        return PlanDays.period(plan.period(), plan.startsOn(), plan.endsOn());
    }

    public List<LineView> lines() {
        return PlanPage.lines(plan);
    }

    public boolean isEmployee() {
        return turns.part() == Plan.Part.EMPLOYEE;
    }

    public boolean isManager() {
        return turns.part() == Plan.Part.MANAGER;
    }

    /** Whether this side's estimates can be written now. */
    public boolean estimates() {
        return turns.estimates();
    }

    public boolean scores() {
        return turns.scores();
    }

    public boolean writes() {
        return estimates() || scores();
    }

    public String lede() {
        if (plan.state() == PlanState.SCORED && scores()) {
            return "Scoring again changes the final values; what changed after scoring is marked.";
        }
        if (scores()) {
            return "Every objective needs a final value. Where it is more than ten points from the employee’s estimate, say why.";
        }
        return estimates()
                ? "Both estimate while the plan runs, and each sees what the other says."
                : "What each of the two said, and what was settled.";
    }

    /** What stands in the estimate's field. */
    public String estimate(LineView view) {
        return form.text(
                at(view, "objectives", "value"),
                ValuesForm.typed(
                        view.terms(),
                        isEmployee()
                                ? view.line().employeeEstimate()
                                : view.line().managerEstimate()));
    }

    public String comment(LineView view) {
        return form.text(
                at(view, "objectives", "comment"),
                isEmployee()
                        ? view.line().employeeEstimate().comment()
                        : view.line().managerEstimate().comment());
    }

    public String settled(LineView view) {
        boolean pool = view.terms().scope() == io.cairn.framework.mbo.ObjectiveScope.DISCRETIONARY;
        return pool
                ? form.text(
                        at(view, "finals", "awarded"),
                        LineForm.number(view.line().awarded()))
                : form.text(
                        at(view, "finals", "value"),
                        ValuesForm.typed(view.terms(), view.line().finalValue()));
    }

    /** Pools with what is left of each. */
    public List<Option> poolOptions() {
        return pools.stream()
                .map(pool ->
                        new Option(pool.id().toString(), pool.name() + ": " + Display.money(pool.left()) + " left"))
                .toList();
    }

    /** The pool that was chosen; the one that gives where nobody chose. */
    public String pool(LineView view) {
        return form.text(at(view, "finals", "poolId"), "");
    }

    public static String at(LineView view, String list, String field) {
        return list + "[" + (view.number() - 1) + "]." + field;
    }

    /** What stands in the field for a final value as long as nobody typed one. */
    public @Nullable String offered(LineView view) {
        return view.terms().metricId() == null || !view.line().current().isGiven() ? null : view.now();
    }
}
