package io.cairn.framework.hybrid.web;

import io.cairn.cycle.Cycle;
import io.cairn.cycle.Cycles;
import io.cairn.framework.hybrid.Proposal;
import io.cairn.framework.hybrid.ProposalReader;
import io.cairn.framework.hybrid.ProposalState;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalSearch;
import io.cairn.goal.GoalStatus;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Page;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricLevel;
import io.cairn.metric.MetricSearch;
import io.cairn.metric.MetricState;
import io.cairn.metric.Metrics;
import io.cairn.organization.TeamBranch;
import io.cairn.organization.Teams;
import io.cairn.web.Filters;
import io.cairn.web.Html;
import io.cairn.web.ListQuery;
import io.cairn.web.part.Option;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;

/** The hybrid board and the report on what came of red KPIs. */
@Controller
@Transactional(readOnly = true)
class BoardPages {
    private static final int KPIS = 40;
    private static final int OKRS = 40;
    private static final int PROPOSALS = 200;

    private final Cycles cycles;
    private final Teams teams;
    private final GoalSearch goals;
    private final MetricSearch search;
    private final Metrics metrics;
    private final ProposalReader proposals;
    private final DomainClock clock;

    BoardPages(
            Cycles cycles,
            Teams teams,
            GoalSearch goals,
            MetricSearch search,
            Metrics metrics,
            ProposalReader proposals,
            DomainClock clock) {
        this.cycles = cycles;
        this.teams = teams;
        this.goals = goals;
        this.search = search;
        this.metrics = metrics;
        this.proposals = proposals;
        this.clock = clock;
    }

    @GetMapping("/hybrid")
    Html board(@Filters({"cycle", "team"}) ListQuery query) {
        List<Cycle> all = cycles.all();
        Cycle cycle = shown(all, query.uuid("cycle"));
        UUID team = query.uuid("team");
        List<Goal> objectives = cycle == null ? List.of() : objectives(cycle, team);
        Page<Metric> own = search.find(wanted(team), KPIS, null);
        List<Proposal> open = proposals
                .find(ProposalReader.Wanted.in(ProposalState.OPEN), PROPOSALS, null)
                .items();
        Board board = new Board(objectives, own.items(), open);
        board.add(metrics.of(board.besides(team == null)));
        return new BoardPage(
                cycle,
                team,
                all.reversed().stream()
                        .map(one -> new Option(one.id().toString(), one.name()))
                        .toList(),
                TeamBranch.inOrder(teams.all()).stream()
                        .map(branch -> new Option(
                                branch.team().id().toString(),
                                "\u2003".repeat(branch.depth()) + branch.team().name()))
                        .toList(),
                board.kpis(),
                own.nextCursor() != null,
                board.okrs(),
                board.arrows());
    }

    @GetMapping("/hybrid/report")
    Html report() {
        return new ReportPage(proposals.raised(null, null), clock.today());
    }

    private @Nullable Cycle shown(List<Cycle> all, @Nullable UUID named) {
        if (named == null) {
            return Cycles.usual(all, clock.today()).orElse(null);
        }
        return all.stream()
                .filter(cycle -> cycle.id().equals(named))
                .findFirst()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    private List<Goal> objectives(Cycle cycle, @Nullable UUID team) {
        GoalSearch.Wanted wanted = GoalSearch.Wanted.ANY
                .inCycles(List.of(cycle.id()))
                .inStates(
                        GoalStatus.DRAFT, GoalStatus.ACTIVE, GoalStatus.ON_HOLD, GoalStatus.SCORING, GoalStatus.CLOSED);
        return goals.page(
                        team == null ? wanted : wanted.ofTeams(List.of(team), true),
                        GoalSearch.Order.TEAM,
                        null,
                        0,
                        OKRS)
                .goals();
    }

    /** A team's own with those of the teams below; of the whole organisation those that are its own. */
    private static MetricSearch.Wanted wanted(@Nullable UUID team) {
        return new MetricSearch.Wanted(
                null,
                List.of(),
                MetricState.ACTIVE,
                null,
                null,
                team == null ? MetricLevel.ORG : null,
                null,
                null,
                null,
                null,
                team,
                null,
                null);
    }
}
