package io.cairn.framework.okr;

import io.cairn.cycle.Cycle;
import io.cairn.cycle.Cycles;
import io.cairn.goal.Ambition;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalContent;
import io.cairn.goal.GoalHistory;
import io.cairn.goal.GoalLevel;
import io.cairn.goal.Horizon;
import io.cairn.goal.ManyGoals;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Viewer;
import io.cairn.organization.People;
import io.cairn.organization.Team;
import io.cairn.organization.Teams;
import io.cairn.template.ReturnProblem;
import io.cairn.template.Returned;
import io.cairn.template.ReturnedRows;
import io.cairn.template.SheetRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the rows of a planning sheet may mean, read in a fixed number of statements. */
@Component
class PlanningWorld {
    private final Cycles cycles;
    private final Teams teams;
    private final People people;
    private final ManyGoals goals;
    private final GoalHistory history;
    private final DomainClock clock;

    PlanningWorld(Cycles cycles, Teams teams, People people, ManyGoals goals, GoalHistory history, DomainClock clock) {
        this.cycles = cycles;
        this.teams = teams;
        this.people = people;
        this.goals = goals;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Everything a file names.
     *
     * @param cycle of new objectives; null where the file names one that is not there
     * @param goals by id
     * @param ofMeasure goals by the ids of their measures
     * @param before rows of what is there, by id
     * @param teams by their names in lower case; null for a name of several
     * @param people by what was typed in lower case
     */
    record World(
            LocalDate today,
            @Nullable Cycle cycle,
            Map<UUID, Goal> goals,
            Map<UUID, Goal> ofMeasure,
            Map<UUID, SheetRow> before,
            Map<String, @Nullable UUID> teams,
            Map<String, UUID> people) {

        SheetRow before(UUID id) {
            return Objects.requireNonNull(before.get(id));
        }

        /** Whether a person or team is named in another way. */
        boolean isSameName(String column, SheetRow was, SheetRow is) {
            String before = was.text(column);
            String now = is.text(column);
            return column.equals("owner")
                    && before != null
                    && now != null
                    && people.containsKey(lower(now))
                    && Objects.equals(people.get(lower(now)), people.get(lower(before)));
        }

        GoalContent fresh(Returned.Row head, ReturnedRows rows) {
            SheetRow row = head.row();
            if (cycle == null) {
                rows.refuse(head, ReturnProblem.PART_REFUSED.saying("The file names no cycle that is there."));
            }
            return new GoalContent(
                    "okr",
                    null,
                    row.text("title"),
                    row.text("why"),
                    cycle == null ? null : cycle.id(),
                    team(head, rows),
                    null,
                    person(head, rows),
                    PlanningGoal.one(GoalLevel.class, row.text("level")),
                    PlanningGoal.one(Horizon.class, row.text("horizon")),
                    PlanningGoal.one(Ambition.class, row.text("ambition")),
                    List.of(),
                    List.of(),
                    null,
                    null,
                    null,
                    null);
        }

        GoalContent changed(Goal goal, Returned.Row head, Set<String> columns, ReturnedRows rows) {
            GoalContent was = GoalContent.of(goal);
            SheetRow row = head.row();
            boolean team = columns.contains("team");
            return new GoalContent(
                    was.framework(),
                    was.kind(),
                    columns.contains("title") ? row.text("title") : was.title(),
                    columns.contains("why") ? row.text("why") : was.why(),
                    was.cycleId(),
                    team ? team(head, rows) : was.ownerTeamId(),
                    team ? null : was.ownerPersonId(),
                    columns.contains("owner") ? person(head, rows) : was.leadId(),
                    columns.contains("level") ? PlanningGoal.one(GoalLevel.class, row.text("level")) : was.level(),
                    columns.contains("horizon") ? PlanningGoal.one(Horizon.class, row.text("horizon")) : was.horizon(),
                    columns.contains("ambition")
                            ? PlanningGoal.one(Ambition.class, row.text("ambition"))
                            : was.ambition(),
                    was.sharedTeamIds(),
                    was.contributorIds(),
                    was.startsOn(),
                    was.endsOn(),
                    was.audience(),
                    null);
        }

        private @Nullable UUID team(Returned.Row head, ReturnedRows rows) {
            String typed = head.row().text("team");
            UUID found = typed == null ? null : teams.get(lower(typed));
            if (found == null) {
                rows.refuse(head, ReturnProblem.NAME_UNKNOWN.at("team"));
            }
            return found;
        }

        private @Nullable UUID person(Returned.Row head, ReturnedRows rows) {
            String typed = head.row().text("owner");
            UUID found = typed == null ? null : people.get(lower(typed));
            if (typed != null && found == null) {
                rows.refuse(head, ReturnProblem.PERSON_UNKNOWN.at("owner"));
            }
            return found;
        }
    }

    World of(Viewer viewer, Returned file) {
        LocalDate today = clock.today();
        List<Returned.Row> heads = ReturnedRows.of(file, PlanningForm.OBJECTIVES);
        List<Goal> found = goals.read(ids(heads), ids(ReturnedRows.of(file, PlanningForm.KEY_RESULTS))).stream()
                .filter(goal -> goal.framework().equals("okr"))
                .toList();
        Map<UUID, Goal> byId = new HashMap<>();
        Map<UUID, Goal> ofMeasure = new HashMap<>();
        for (Goal goal : found) {
            byId.put(goal.id(), goal);
            goal.live().forEach(measure -> ofMeasure.put(measure.id(), goal));
        }
        return new World(
                today,
                cycle(file, today),
                byId,
                ofMeasure,
                before(found, today),
                teams(),
                people(viewer, heads, found));
    }

    private static List<UUID> ids(List<Returned.Row> rows) {
        return rows.stream().flatMap(row -> row.row().id().stream()).toList();
    }

    /** The one the file names, the one it was made for, or the one that runs. */
    private @Nullable Cycle cycle(Returned file, LocalDate today) {
        List<Cycle> all = cycles.all();
        String named = ReturnedRows.of(file, PlanningForm.CYCLE).stream()
                .findFirst()
                .map(row -> Objects.requireNonNullElse(row.row().text("cycle"), ""))
                .orElse(null);
        if (named != null) {
            return all.stream()
                    .filter(cycle -> cycle.name().equalsIgnoreCase(named))
                    .findFirst()
                    .orElse(null);
        }
        return all.stream()
                .filter(cycle -> file.mark().subject().startsWith(cycle.id().toString()))
                .findFirst()
                .or(() -> Cycles.usual(all, today))
                .orElse(null);
    }

    /** As their file would have them today. */
    private Map<UUID, SheetRow> before(List<Goal> found, LocalDate today) {
        GoalHistory.Told told = history.toldOf(
                found.stream().flatMap(goal -> goal.live().stream()).toList());
        Map<UUID, SheetRow> rows = new HashMap<>();
        for (Goal goal : found) {
            LocalDate starts =
                    goal.cycle() == null ? goal.startsOn() : goal.cycle().startsOn();
            LocalDate ends = goal.cycle() == null ? goal.endsOn() : goal.cycle().endsOn();
            PlanningRows written = new PlanningRows(
                    Objects.requireNonNullElse(starts, today),
                    Objects.requireNonNullElse(ends, today),
                    today,
                    clock.getZone());
            written.add(goal, told);
            Stream.concat(written.objectives().stream(), written.keyResults().stream())
                    .forEach(row -> row.id().ifPresent(id -> rows.put(id, row)));
        }
        return rows;
    }

    private Map<String, @Nullable UUID> teams() {
        Map<String, @Nullable UUID> named = new HashMap<>();
        for (Team team : teams.all()) {
            String name = lower(team.name());
            named.put(name, named.containsKey(name) ? null : team.id());
        }
        return named;
    }

    private Map<String, UUID> people(Viewer viewer, List<Returned.Row> heads, List<Goal> found) {
        Set<String> typed = new HashSet<>();
        heads.forEach(row -> Stream.ofNullable(row.row().text("owner"))
                .map(PlanningWorld::lower)
                .forEach(typed::add));
        Map<String, UUID> named = new HashMap<>(people.named(new ArrayList<>(typed)));
        named.putIfAbsent(lower(viewer.name()), viewer.id());
        found.forEach(
                goal -> named.putIfAbsent(lower(goal.lead().name()), goal.lead().id()));
        return named;
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
