package io.cairn.guide.web;

import io.cairn.guide.Need;
import io.cairn.guide.Signal;
import io.cairn.guide.WorkArea;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import java.util.stream.Stream;

/** Which framework fits? Three questions and one that may stay open. */
public record GuidePage(GuideForm form, List<Problem> problems) implements FullPage {
    @Override
    public String title() {
        return "Which framework fits?";
    }

    @Override
    public Section section() {
        return Section.FRAMEWORKS;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public List<WorkArea> functions() {
        return List.of(WorkArea.values());
    }

    /** Those of the tables first, derived ones after them. */
    public List<Need> needs() {
        return Stream.of(Need.values()).filter(need -> !need.derived()).toList();
    }

    public List<Need> derivedNeeds() {
        return Stream.of(Need.values()).filter(Need::derived).toList();
    }

    public List<Signal> signals() {
        return List.of(Signal.values());
    }
}
