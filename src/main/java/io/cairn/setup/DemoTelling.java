package io.cairn.setup;

import io.cairn.cycle.Cadence;
import io.cairn.cycle.Cycle;
import io.cairn.cycle.CyclePlan;
import io.cairn.cycle.Cycles;
import io.cairn.cycle.Phase;
import io.cairn.goal.CheckIn;
import io.cairn.goal.CheckIns;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalContent;
import io.cairn.goal.Goals;
import io.cairn.goal.Initiative;
import io.cairn.goal.Initiatives;
import io.cairn.goal.LinkContent;
import io.cairn.goal.Links;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureContent;
import io.cairn.goal.Measures;
import io.cairn.goal.ProposedObjectives;
import io.cairn.kernel.Viewer;
import io.cairn.metric.Measurements;
import io.cairn.metric.Metrics;
import io.cairn.metric.Source;
import io.cairn.setup.DemoFounding.Founded;
import io.cairn.setup.DemoObjective.Serving;
import io.cairn.setup.DemoObjective.Work;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns the demo company's objectives into what its people did, by the same use cases as everybody's. */
@Component
class DemoTelling {
    private final CyclePlan plan;
    private final Cycles cycles;
    private final Goals goals;
    private final CheckIns checkIns;
    private final Links links;
    private final Initiatives initiatives;
    private final Metrics metrics;
    private final Measurements measurements;
    private final Measures measures;
    private final ProposedObjectives proposed;

    DemoTelling(
            CyclePlan plan,
            Cycles cycles,
            Goals goals,
            CheckIns checkIns,
            Links links,
            Initiatives initiatives,
            Metrics metrics,
            Measurements measurements,
            Measures measures,
            ProposedObjectives proposed) {
        this.plan = plan;
        this.cycles = cycles;
        this.goals = goals;
        this.checkIns = checkIns;
        this.links = links;
        this.initiatives = initiatives;
        this.metrics = metrics;
        this.measurements = measurements;
        this.measures = measures;
        this.proposed = proposed;
    }

    DemoHistory of(Founded company, List<DemoObjective> objectives, List<DemoMetric> kpis) {
        var told = new Told(company, new DemoHistory(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        told.year();
        kpis.forEach(told::metric);
        objectives.forEach(told::objective);
        return told.history;
    }

    /** One telling; what is written in it is looked up again by its name. */
    private final class Told {
        private final Founded company;
        private final DemoHistory history;
        private final Map<String, Cycle> planned;
        private final Map<String, Goal> written;
        private final Map<String, UUID> measured;

        Told(
                Founded company,
                DemoHistory history,
                Map<String, Cycle> planned,
                Map<String, Goal> written,
                Map<String, UUID> measured) {
            this.company = company;
            this.history = history;
            this.planned = planned;
            this.written = written;
            this.measured = measured;
        }

        void year() {
            var champion = company.person("Lena");
            history.add(
                    LocalDateTime.parse("2025-12-08T09:30"),
                    champion,
                    viewer -> plan.planYear(YearMonth.of(2026, 1), Cadence.WEEKLY)
                            .forEach(cycle -> planned.put(cycle.name(), cycle)));
            turn("2026-01-01", Phase.ACTIVE, "FY2026", "2026 H1", "2026 Q1");
            turn("2026-04-01", Phase.SCORING, "2026 Q1");
            turn("2026-04-01", Phase.ACTIVE, "2026 Q2");
            turn("2026-07-01", Phase.SCORING, "2026 Q2", "2026 H1");
            turn("2026-07-01", Phase.ACTIVE, "2026 H2", "2026 Q3");
        }

        private void turn(String day, Phase phase, String... names) {
            for (String name : names) {
                history.add(LocalDate.parse(day).atTime(8, 0), company.person("Lena"), viewer -> {
                    Cycle cycle = cycles.require(cycle(name).id());
                    plan.enter(cycle.id(), cycle.version(), phase);
                });
            }
        }

        void metric(DemoMetric told) {
            Viewer owner = company.person(told.owner());
            UUID team = told.team() == null ? null : company.team(told.team());
            history.add(DemoMetric.DEFINED.atTime(9, 10), company.person(told.by()), viewer -> {
                UUID above = told.below() == null ? null : measured.get(told.below());
                List<UUID> readers = told.readers().stream()
                        .map(name -> company.person(name).id())
                        .toList();
                measured.put(
                        told.name(),
                        metrics.create(viewer, told.content(owner.id(), team, above, readers))
                                .id());
            });
            for (DemoMetric.Value value : told.values()) {
                history.add(
                        value.recordedOn().atTime(8, 20),
                        company.person(told.by()),
                        viewer -> measurements.record(
                                viewer,
                                Objects.requireNonNull(measured.get(told.name())),
                                List.of(value.content()),
                                Source.MANUAL));
            }
        }

        void objective(DemoObjective told) {
            var lead = company.person(told.place().lead());
            history.add(told.place().draftedOn().atTime(10, 15), lead, viewer -> {
                written.put(told.title(), draft(viewer, told));
                told.work()
                        .forEach(work ->
                                initiatives.add(viewer, written(told).id(), initiative(work, Initiative.Status.TODO)));
            });
            if (told.keyResults().isEmpty()) {
                return;
            }
            history.add(
                    told.place().startsOn().atTime(9, 0),
                    lead,
                    viewer -> written.put(
                            told.title(), goals.activate(viewer, written(told).id())));
            if (told.serves() != null) {
                Serving serves = told.serves();
                history.add(told.place().startsOn().atTime(9, 30), lead, viewer -> serve(told, serves));
            }
            told.work().forEach(work -> settle(told, work));
            for (int i = 0; i < told.keyResults().size(); i++) {
                report(told, i);
            }
        }

        /** Where a red KPI asks for it, its proposal is accepted and the rest is written to it. */
        private Goal draft(Viewer viewer, DemoObjective told) {
            GoalContent content = content(told);
            UUID id = accepted(viewer, told, content);
            if (id == null) {
                return goals.create(viewer, content);
            }
            goals.edit(viewer, id, content.with(null), goals.get(id).version());
            told.keyResults().stream().skip(1).forEach(result -> measures.add(viewer, id, measure(told, result)));
            return goals.get(id);
        }

        private @Nullable UUID accepted(Viewer viewer, DemoObjective told, GoalContent content) {
            String name = told.keyResults().isEmpty()
                    ? null
                    : told.keyResults().getFirst().metric();
            UUID metric = name == null ? null : measured.get(name);
            return metric == null
                    ? null
                    : proposed.accept(viewer, metric, content).orElse(null);
        }

        private void serve(DemoObjective told, Serving serves) {
            Goal parent = Objects.requireNonNull(written.get(serves.objective()), serves.objective());
            UUID keyResult = parent.measures().stream()
                    .filter(measure -> measure.name().equals(serves.keyResult()))
                    .map(Measure::id)
                    .findFirst()
                    .orElseThrow();
            links.link(
                    company.person(told.place().lead()),
                    written(told).id(),
                    parent.id(),
                    new LinkContent(serves.kind(), null, null, false, keyResult));
        }

        private void settle(DemoObjective told, Work work) {
            history.add(
                    work.settledOn().atTime(11, 45), company.person(told.place().lead()), viewer -> {
                        Initiative before = initiatives.ofSeen(written(told).id()).stream()
                                .filter(each -> each.title().equals(work.title()))
                                .findFirst()
                                .orElseThrow();
                        initiatives.edit(viewer, before.id(), initiative(work, work.status()), before.version());
                    });
        }

        private void report(DemoObjective told, int place) {
            DemoKeyResult keyResult = told.keyResults().get(place);
            String by = keyResult.owner() == null ? told.place().lead() : keyResult.owner();
            for (DemoReport report : keyResult.reports()) {
                var minute = (7 * report.on().getDayOfYear() + 13 * place) % 50;
                history.add(
                        report.on().atTime(14, minute),
                        company.person(by),
                        viewer -> checkIns.record(viewer, measureId(told, place), report.firstContent()));
                if (report.typedFirst() != null) {
                    correct(told, place, report, company.person(by));
                }
            }
        }

        private void correct(DemoObjective told, int place, DemoReport report, Viewer author) {
            history.add(report.on().atTime(15, 5), author, viewer -> {
                CheckIn wrong =
                        checkIns.of(measureId(told, place), 1, null).items().getFirst();
                checkIns.amend(viewer, wrong.id(), report.content(), wrong.version());
            });
        }

        private UUID measureId(DemoObjective told, int place) {
            return written(told).measures().get(place).id();
        }

        private GoalContent content(DemoObjective told) {
            return new GoalContent(
                    "okr",
                    null,
                    told.title(),
                    told.why(),
                    cycle(told.place().cycle()).id(),
                    company.team(told.place().team()),
                    null,
                    company.person(told.place().lead()).id(),
                    told.aim().level(),
                    told.aim().horizon(),
                    told.aim().ambition(),
                    told.sharedTeams().stream().map(company::team).toList(),
                    told.contributors().stream().map(this::id).toList(),
                    null,
                    null,
                    null,
                    told.keyResults().stream()
                            .map(result -> measure(told, result))
                            .toList());
        }

        private MeasureContent measure(DemoObjective told, DemoKeyResult result) {
            return result.content(
                    cycle(told.place().cycle()).endsOn(),
                    result.owner() == null ? null : id(result.owner()),
                    result.metric() == null ? null : measured.get(result.metric()));
        }

        private Initiative.Content initiative(Work work, Initiative.Status status) {
            return new Initiative.Content(work.title(), id(work.owner()), work.dueOn(), status, List.of());
        }

        private UUID id(String person) {
            return company.person(person).id();
        }

        private Cycle cycle(String name) {
            return Objects.requireNonNull(planned.get(name), name);
        }

        private Goal written(DemoObjective told) {
            return Objects.requireNonNull(written.get(told.title()), told.title());
        }
    }
}
