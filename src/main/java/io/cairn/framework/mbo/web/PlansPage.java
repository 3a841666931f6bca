package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.Payable;
import io.cairn.framework.mbo.Plan;
import io.cairn.kernel.Display;
import io.cairn.kernel.Money;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Viewer;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The viewer's own plans.
 *
 * @param current those that are not over, the one that ends first before the others
 * @param past newest first
 * @param manager who agrees a plan with the viewer; null without one
 * @param projected what the first of the current plans would pay by what is known now; null where none pays, or nobody knows
 * @param team whether the viewer may find plans of others
 */
public record PlansPage(
        Viewer viewer,
        List<PlanLine> current,
        List<PlanLine> past,
        @Nullable PersonRef manager,
        @Nullable Projected projected,
        boolean team)
        implements FullPage {

    /** What a plan would pay. */
    public record Projected(UUID plan, String amount, String currency) {
        static Projected of(Plan plan, Payable payable) {
            Money total = payable.payout().total();
            String currency = total.currency().getCurrencyCode();
            String all = Display.money(total);
            return new Projected(plan.id(), all.substring(0, all.length() - currency.length() - 1), currency);
        }
    }

    /** Null where it is not this plan's. */
    public @Nullable Projected projected(PlanLine line) {
        return projected != null && projected.plan().equals(line.plan().id()) ? projected : null;
    }

    @Override
    public String title() {
        return "My plan";
    }

    @Override
    public Section section() {
        return Section.PLANS;
    }

    public List<LineView> lines(PlanLine line) {
        var objectives = line.plan().objectives();
        return IntStream.range(0, objectives.size())
                .mapToObj(i -> new LineView(line.plan().id(), i + 1, objectives.get(i)))
                .toList();
    }

    public WeightsBar bar(PlanLine line) {
        return WeightsBar.of(line.plan().terms().objectives());
    }

    /** The one blue button of the page: what the viewer can do about the first plan that waits for them. */
    public @Nullable PlanLine open() {
        return current.stream().filter(line -> line.next().isOpen()).findFirst().orElse(null);
    }
}
