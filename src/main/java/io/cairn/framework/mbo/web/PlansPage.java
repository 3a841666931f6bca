package io.cairn.framework.mbo.web;

import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Viewer;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The viewer's own plans.
 *
 * @param current those that are not over, the one that ends first before the others
 * @param past newest first
 * @param manager who agrees a plan with the viewer; null without one
 * @param team whether the viewer may find plans of others
 */
public record PlansPage(
        Viewer viewer,
        List<PlanLine> current,
        List<PlanLine> past,
        @Nullable PersonRef manager,
        boolean team) implements FullPage {
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
