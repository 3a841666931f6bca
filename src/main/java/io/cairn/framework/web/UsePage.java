package io.cairn.framework.web;

import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import java.util.Set;

/**
 * Which frameworks the organisation uses, for administrators and champions.
 *
 * @param proposed the keys that are ticked although nothing is decided by it; empty where what is in use is ticked
 * @param first whether Cairn has just been set up, and the question comes by itself
 */
public record UsePage(List<FrameworkView> all, Set<String> proposed, boolean first) implements FullPage {
    /** What a new organisation is offered: the simple ones. Pay and private plans are for whoever means to have them. */
    static final Set<String> USUAL = Set.of("okr", "kpi", "hybrid", "smart");

    @Override
    public String title() {
        return first ? "Which of these will you use?" : "Frameworks in use";
    }

    public boolean ticked(FrameworkView view) {
        return proposed.isEmpty() ? view.inUse() : proposed.contains(view.key());
    }

    /** Whether the ticks come from an answer of the guide. */
    public boolean answered() {
        return !first && !proposed.isEmpty();
    }

    @Override
    public Section section() {
        return Section.ADMINISTRATION;
    }

    List<FrameworkView> here() {
        return all.stream().filter(FrameworkView::inCairn).toList();
    }

    /** {@code Balanced scorecard, Hoshin Kanri}. */
    public String others() {
        return String.join(
                ", ",
                all.stream()
                        .filter(view -> !view.inCairn())
                        .map(FrameworkView::name)
                        .toList());
    }

    /** What it would be for, to somebody who meets it for the first time. */
    static String plainly(FrameworkView view) {
        return switch (view.key()) {
            case "okr" -> "What teams want to change this quarter, and how everybody will know.";
            case "kpi" -> "The figures that have to stay healthy, watched all the time.";
            case "mbo" ->
                "What each person agrees on with their manager, in private, and what it pays where you say so.";
            case "smart" -> "Clear goals of a person or a small team, one worksheet each.";
            case "hybrid" -> "One board of both; a red KPI proposes an objective.";
            default -> view.purpose() + ".";
        };
    }

    static String parts(FrameworkView view) {
        return view.policy() == null || view.policy().parts().isEmpty()
                ? ""
                : "Needs "
                        + String.join(
                                " and ",
                                view.policy().parts().stream()
                                        .map(ComparisonPage::name)
                                        .toList())
                        + ".";
    }
}
