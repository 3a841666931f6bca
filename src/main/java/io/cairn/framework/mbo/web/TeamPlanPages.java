package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.PlanDesk;
import io.cairn.framework.mbo.PlanState;
import io.cairn.framework.mbo.Plans;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;

/** Plans of others, for those who manage them and for HR; whoever does neither finds none. */
@Controller
class TeamPlanPages {
    private static final int ON_ONE_PAGE = 50;

    private final PlanDesk desk;

    TeamPlanPages(PlanDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/plans/team")
    @Transactional(readOnly = true)
    TeamPlansPage show(Viewer viewer, @Filters({"q", "state"}) ListQuery query, HttpServletResponse response) {
        boolean hr = viewer.is(Role.HR);
        PlanState state = query.one("state", PlanState.class);
        PlanDesk.Team team = desk.team(
                viewer,
                new Plans.Wanted(
                        null,
                        hr ? null : viewer.id(),
                        state == null ? List.of() : List.of(state),
                        null,
                        query.text("q")),
                ON_ONE_PAGE,
                query.cursorId());
        var page = new TeamPlansPage(
                hr,
                query.text("q"),
                state,
                team.plans().stream().map(PlanLine::of).toList(),
                team.without(),
                team.nextCursor());
        response.setHeader("HX-Push-Url", page.address(query.cursor()));
        return page;
    }
}
