package io.cairn.goal.web;

import io.cairn.goal.Goal;
import io.cairn.goal.LinkKind;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.util.Arrays;
import java.util.List;

/** How one goal serves another. */
public record AlignmentPage(Goal child, Goal parent, LinkForm form, boolean linked, List<Problem> problems)
        implements FullPage {
    static AlignmentPage of(Goal child, Goal parent, LinkForm form, List<Problem> problems) {
        boolean linked = child.parents().stream().anyMatch(link -> link.id().equals(parent.id()));
        return new AlignmentPage(child, parent, form, linked, problems);
    }

    @Override
    public String title() {
        return linked ? "Change a link" : "Link a goal";
    }

    @Override
    public Section section() {
        return Section.ofGoals(child.framework());
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public List<Option> kinds() {
        return Arrays.stream(LinkKind.values())
                .map(kind -> new Option(kind.name(), kind.label()))
                .toList();
    }

    public List<Option> measures() {
        return parent.live().stream()
                .map(measure -> new Option(measure.id().toString(), measure.name()))
                .toList();
    }
}
