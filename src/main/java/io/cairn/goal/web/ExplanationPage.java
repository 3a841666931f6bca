package io.cairn.goal.web;

import io.cairn.goal.Goal;
import io.cairn.kernel.Explained;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;

/**
 * How a figure came about; opened in place by its figure, or a page of its own.
 *
 * @param shown the figure as pages show it
 * @param asOf the day of the figures
 * @param parts the key results that went in, where they say more than the inputs' list
 */
public record ExplanationPage(
        Goal goal, String heading, Explained<?> explained, String shown, String asOf, List<Part> parts, String ofPart)
        implements FullPage {

    /** A key result with where it began, stands and goes, and the share of the figure it gives. */
    public record Part(String name, String from, String now, String to, String figure) {}

    @Override
    public String title() {
        return heading;
    }

    @Override
    public Section section() {
        return Section.ofGoals(goal.framework());
    }
}
