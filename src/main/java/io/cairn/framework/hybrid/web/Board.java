package io.cairn.framework.hybrid.web;

import io.cairn.framework.hybrid.Proposal;
import io.cairn.framework.hybrid.web.BoardPage.Arrow;
import io.cairn.framework.hybrid.web.BoardPage.Held;
import io.cairn.framework.hybrid.web.BoardPage.Kpi;
import io.cairn.framework.hybrid.web.BoardPage.Okr;
import io.cairn.goal.Goal;
import io.cairn.metric.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts KPIs beside the objectives they hang together with: red ones that nothing follows first, then so that lines cross little. */
final class Board {
    private final List<Goal> goals;
    private final Map<UUID, Metric> metrics = new LinkedHashMap<>();
    private final Map<UUID, Proposal> open;

    Board(List<Goal> goals, List<Metric> own, List<Proposal> open) {
        this.goals = goals;
        this.open = open.stream()
                .collect(Collectors.toMap(
                        proposal -> proposal.metric().id(), proposal -> proposal, (one, other) -> one));
        add(own);
    }

    void add(List<Metric> more) {
        more.forEach(metric -> metrics.put(metric.id(), metric));
    }

    /** What belongs on the board besides: what objectives hang on, and, where wanted, what proposes one. */
    List<UUID> besides(boolean withProposals) {
        return Stream.concat(
                        goals.stream().flatMap(goal -> links(goal).map(Link::metric)),
                        withProposals ? open.keySet().stream() : Stream.empty())
                .distinct()
                .toList();
    }

    private record Link(UUID metric, String name, boolean guards) {}

    private static Stream<Link> links(Goal goal) {
        return Stream.concat(
                goal.live().stream()
                        .filter(measure -> measure.metricId() != null)
                        .map(measure -> new Link(Objects.requireNonNull(measure.metricId()), measure.name(), false)),
                goal.guardrails().stream().map(guardrail -> new Link(guardrail.id(), guardrail.name(), true)));
    }

    List<Kpi> kpis() {
        return metrics.values().stream()
                .map(this::kpi)
                .sorted(Comparator.comparing((Kpi kpi) -> !kpi.alone())
                        .thenComparing(this::firstGoal)
                        .thenComparing(kpi -> kpi.line().metric().name()))
                .toList();
    }

    private int firstGoal(Kpi kpi) {
        for (int i = 0; i < goals.size(); i++) {
            UUID goal = goals.get(i).id();
            if (kpi.held().stream().anyMatch(held -> held.id().equals(goal))) {
                return i;
            }
        }
        return goals.size();
    }

    private Kpi kpi(Metric metric) {
        List<Held> held = goals.stream()
                .flatMap(goal -> links(goal)
                        .filter(link -> link.metric().equals(metric.id()))
                        .map(link -> new Held(goal.id(), goal.title(), link.guards())))
                .distinct()
                .toList();
        return new Kpi(new KpiLine(metric), held, open.get(metric.id()));
    }

    List<Okr> okrs() {
        return goals.stream()
                .map(goal -> new Okr(
                        goal,
                        links(goal)
                                .filter(link -> metrics.containsKey(link.metric()))
                                .map(link -> new Held(
                                        link.metric(),
                                        Objects.requireNonNull(metrics.get(link.metric()))
                                                .name(),
                                        link.guards()))
                                .distinct()
                                .toList()))
                .toList();
    }

    List<Arrow> arrows() {
        List<UUID> right = goals.stream().map(Goal::id).toList();
        List<Kpi> left = kpis();
        List<Arrow> arrows = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            for (Held held : left.get(i).held()) {
                arrows.add(new Arrow(i, right.indexOf(held.id()), held.guards()));
            }
        }
        return List.copyOf(arrows);
    }
}
