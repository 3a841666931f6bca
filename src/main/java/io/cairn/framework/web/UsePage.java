package io.cairn.framework.web;

import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;

/** Which frameworks the organisation uses, for administrators and champions. */
public record UsePage(List<FrameworkView> all) implements FullPage {
    @Override
    public String title() {
        return "Frameworks in use";
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
