package io.cairn.framework.kpi.web;

import io.cairn.kernel.Problem;
import io.cairn.kernel.Viewer;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.util.List;

/** A dashboard that is to be made. */
public record NewDashboardPage(Viewer viewer, DashboardForm form, List<Problem> problems) implements FullPage {
    @Override
    public String title() {
        return "New dashboard";
    }

    @Override
    public Section section() {
        return Section.KPIS;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public List<Option> audiences() {
        return Readers.audiences();
    }

    public List<Option> teams() {
        return Readers.teams(viewer, null);
    }
}
