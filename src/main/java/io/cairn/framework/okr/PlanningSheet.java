package io.cairn.framework.okr;

import io.cairn.cycle.Cycle;
import io.cairn.cycle.Cycles;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalHistory;
import io.cairn.goal.GoalSearch;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Measure;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Viewer;
import io.cairn.organization.People;
import io.cairn.organization.Team;
import io.cairn.organization.Teams;
import io.cairn.template.Filled;
import io.cairn.template.LiveFile;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRows;
import io.cairn.template.Template;
import io.cairn.template.TemplateForm;
import io.cairn.template.Variant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** OKRs of a cycle as a file: everybody's, or those of a team and the teams below it. */
@Component
@Transactional(readOnly = true)
class PlanningSheet implements Template {
    private static final int MOST = 2000;
    private static final int PEOPLE = 500;
    private static final TemplateForm FORM = PlanningForm.form();

    private final Cycles cycles;
    private final Teams teams;
    private final People people;
    private final GoalSearch goals;
    private final GoalHistory history;
    private final DomainClock clock;

    PlanningSheet(Cycles cycles, Teams teams, People people, GoalSearch goals, GoalHistory history, DomainClock clock) {
        this.cycles = cycles;
        this.teams = teams;
        this.people = people;
        this.goals = goals;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public TemplateForm form() {
        return FORM;
    }

    @Override
    public Filled sample() {
        return PlanningSample.filled();
    }

    /** For the cycle that runs, with the names to choose from. */
    @Override
    public Filled blank(Viewer viewer) {
        List<Cycle> all = cycles.all();
        Cycle usual = Cycles.usual(all, clock.today()).orElse(null);
        return filled(Variant.BLANK, "", "", all, names(teams.all()), usual, List.of(), List.of());
    }

    @Override
    public List<LiveFile> liveFiles(Viewer viewer) {
        List<LiveFile> files = new ArrayList<>();
        List<Cycle> all = new ArrayList<>(cycles.all().reversed());
        // the one that runs is what most want
        Cycles.usual(all, clock.today()).ifPresent(usual -> {
            all.remove(usual);
            all.addFirst(usual);
        });
        for (Cycle cycle : all) {
            var period = new LiveFile.Choice(cycle.id().toString(), cycle.name());
            files.add(new LiveFile(period.id(), cycle.name(), cycle.name() + ", everybody", List.of(), period));
            for (Viewer.Team team : viewer.teams()) {
                String label = cycle.name() + ", " + team.name();
                var of = List.of(new LiveFile.Choice(team.id().toString(), team.name()));
                files.add(new LiveFile(cycle.id() + ":" + team.id(), cycle.name(), label, of, period));
            }
        }
        return files;
    }

    @Override
    public Filled live(Viewer viewer, String subject) {
        List<Team> groups = teams.all();
        return live(subject, groups, names(groups));
    }

    @Override
    public Filled shown(Viewer viewer, String subject) {
        return live(subject, subject.contains(":") ? teams.all() : List.of(), Map.of());
    }

    private Filled live(String subject, List<Team> groups, Map<String, List<String>> names) {
        String[] parts = subject.split(":", 2);
        UUID asked = id(parts[0]);
        List<Cycle> all = cycles.all();
        Cycle cycle = all.stream()
                .filter(one -> one.id().equals(asked))
                .findFirst()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
        Team team = parts.length == 1 ? null : team(groups, id(parts[1]));
        GoalSearch.Wanted wanted = okr(cycle.id());
        List<Goal> found = goals.find(team == null ? wanted : wanted.ofTeams(List.of(team.id()), true), MOST, null)
                .items();
        var rows = new PlanningRows(cycle.startsOn(), cycle.endsOn(), clock.today(), clock.getZone());
        List<Measure> measures =
                found.stream().flatMap(goal -> goal.live().stream()).toList();
        GoalHistory.Told told = history.toldOf(measures);
        found.forEach(goal -> rows.add(goal, told));
        String about = cycle.name() + (team == null ? "" : ", " + team.name());
        return filled(Variant.LIVE, about, subject, all, names, cycle, rows.objectives(), rows.keyResults());
    }

    private static Team team(List<Team> all, UUID asked) {
        return all.stream()
                .filter(one -> one.id().equals(asked))
                .findFirst()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    private static GoalSearch.Wanted okr(UUID cycle) {
        return GoalSearch.Wanted.ANY
                .ofFramework("okr")
                .inCycles(List.of(cycle))
                .inStates(
                        GoalStatus.DRAFT, GoalStatus.ACTIVE, GoalStatus.ON_HOLD, GoalStatus.SCORING, GoalStatus.CLOSED);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
    }

    private Map<String, List<String>> names(List<Team> groups) {
        return Map.of(
                "team", groups.stream().map(Team::name).toList(),
                "owner",
                        people.choices(PEOPLE).stream().map(People.Choice::name).toList());
    }

    private Filled filled(
            Variant variant,
            String about,
            String subject,
            List<Cycle> all,
            Map<String, List<String>> names,
            @Nullable Cycle cycle,
            List<SheetRow> objectives,
            List<SheetRow> keyResults) {
        List<SheetRow> of = cycle == null ? List.of() : List.of(cycle(cycle, clock.today()));
        return new Filled(
                FORM,
                variant,
                about,
                subject,
                "",
                List.of(
                        SheetRows.of(FORM.sheet(PlanningForm.CYCLE), of)
                                .choosing(Map.of(
                                        "cycle", all.stream().map(Cycle::name).toList())),
                        SheetRows.of(FORM.sheet(PlanningForm.OBJECTIVES), objectives)
                                .choosing(names),
                        SheetRows.of(FORM.sheet(PlanningForm.KEY_RESULTS), keyResults)));
    }

    private static SheetRow cycle(Cycle cycle, LocalDate today) {
        return SheetRow.row()
                .with("cycle", cycle.name())
                .with("startsOn", cycle.startsOn())
                .with("endsOn", cycle.endsOn())
                .with("asOf", today)
                .done();
    }
}
