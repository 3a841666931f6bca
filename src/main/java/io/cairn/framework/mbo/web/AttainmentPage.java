package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.Plan;
import io.cairn.kernel.Explained;
import io.cairn.web.FullPage;
import io.cairn.web.Section;

/**
 * How an attainment came about; opened in place by its figure, or a page of its own.
 *
 * @param shown the figure as pages show it
 */
public record AttainmentPage(Plan plan, String heading, Explained<?> explained, String shown) implements FullPage {
    @Override
    public String title() {
        return heading;
    }

    @Override
    public Section section() {
        return Section.PLANS;
    }

    public String crumb() {
        return PlanDays.period(plan.period(), plan.startsOn(), plan.endsOn());
    }
}
