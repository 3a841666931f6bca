package io.cairn.framework.kpi.web;

import io.cairn.framework.kpi.Dashboard;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Viewer;
import io.cairn.metric.Metric;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.util.List;

/**
 * A dashboard that is being arranged.
 *
 * @param q what the list of KPIs to add is searched by
 * @param found the first that fit and are not there yet
 */
public record ArrangePage(
        Viewer viewer,
        Dashboard dashboard,
        Board board,
        DashboardForm form,
        List<Problem> problems,
        String q,
        List<Metric> found)
        implements FullPage {

    @Override
    public String title() {
        return "Arrange " + dashboard.name();
    }

    @Override
    public Section section() {
        return Section.KPIS;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public String at() {
        return "/kpis/" + dashboard.id();
    }

    public List<Option> audiences() {
        return Readers.audiences();
    }

    public List<Option> teams() {
        return Readers.teams(viewer, dashboard);
    }
}
