package io.cairn.framework.smart;

import io.cairn.goal.ManyGoals;
import io.cairn.goal.Measure;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Viewer;
import io.cairn.organization.People;
import io.cairn.organization.Team;
import io.cairn.organization.Teams;
import io.cairn.template.CellWords;
import io.cairn.template.ReturnProblem;
import io.cairn.template.Returned;
import io.cairn.template.ReturnedRows;
import io.cairn.template.RowChange.CellChange;
import io.cairn.template.SheetForm;
import io.cairn.template.SheetRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds a worksheet against the goals that are there and against the rules, all rows at once. */
@Component
class WorksheetJudge {
    private static final SheetForm FORM = WorksheetForm.form().sheet(WorksheetForm.GOALS);
    private static final Set<String> OF_THE_NUMBER = Set.of("unit", "baseline", "target");

    /** Fields of a worksheet by the columns that hold them; others have the same name. */
    private static final Map<String, String> COLUMNS =
            Map.of("measureName", "measure", "ownerPersonId", "owner", "ownerTeamId", "owner", "endsOn", "dueOn");

    private final ManySheets sheets;
    private final ManyGoals goals;
    private final People people;
    private final Teams teams;

    WorksheetJudge(ManySheets sheets, ManyGoals goals, People people, Teams teams) {
        this.sheets = sheets;
        this.goals = goals;
        this.people = people;
        this.teams = teams;
    }

    /**
     * A row of which something is to be done.
     *
     * @param before null for a new goal
     */
    record Wanted(Returned.Row row, @Nullable SmartSheet before, SmartSheetContent content) {}

    /** @param wanted rows that nothing keeps from being applied */
    record Judged(ReturnedRows rows, List<Wanted> wanted) {}

    Judged judge(Viewer viewer, Returned file) {
        return new Judging(viewer, file).done();
    }

    private record Owner(@Nullable UUID team, @Nullable UUID person) {
        boolean owns(SmartSheet sheet) {
            return sheet.owner().id().equals(sheet.owner().isTeam() ? team : person);
        }
    }

    /** One file. */
    private final class Judging {
        private final Viewer viewer;
        private final ReturnedRows rows;
        private final List<Returned.Row> goalRows;
        private final Map<UUID, SmartSheet> stored = new HashMap<>();
        private final Map<String, Owner> owners;
        private final List<Wanted> wanted = new ArrayList<>();

        Judging(Viewer viewer, Returned file) {
            this.viewer = viewer;
            this.rows = new ReturnedRows(file);
            this.goalRows = ReturnedRows.of(file, WorksheetForm.GOALS);
            List<UUID> ids =
                    goalRows.stream().flatMap(row -> row.row().id().stream()).toList();
            sheets.of(goals.read(ids, List.of())).forEach(sheet -> stored.put(sheet.id(), sheet));
            this.owners = owners();
        }

        /** People before teams of the same name; a name of several is nobody's. */
        private Map<String, Owner> owners() {
            List<String> typed = goalRows.stream()
                    .flatMap(row -> Stream.ofNullable(row.row().text("owner")))
                    .map(WorksheetJudge::lower)
                    .distinct()
                    .toList();
            Map<String, Owner> named = new HashMap<>();
            Map<String, List<Team>> byName =
                    teams.all().stream().collect(Collectors.groupingBy(team -> lower(team.name())));
            byName.forEach((name, found) -> {
                if (found.size() == 1) {
                    named.put(name, new Owner(found.getFirst().id(), null));
                }
            });
            people.named(typed).forEach((name, person) -> named.put(name, new Owner(null, person)));
            named.putIfAbsent(lower(viewer.name()), new Owner(null, viewer.id()));
            return named;
        }

        Judged done() {
            goalRows.forEach(this::row);
            List<Wanted> open = open();
            List<List<Problem>> problems = goals.judge(
                    viewer,
                    open.stream()
                            .map(one -> SmartSheets.sought(viewer, one.content(), one.before()))
                            .toList());
            for (int i = 0; i < open.size(); i++) {
                refuse(open.get(i).row(), SmartSheets.fields(problems.get(i)));
            }
            return new Judged(rows, open());
        }

        private List<Wanted> open() {
            return wanted.stream().filter(one -> !rows.isRefused(one.row())).toList();
        }

        private void row(Returned.Row row) {
            rows.about(row, Objects.requireNonNullElse(row.row().text("title"), ""));
            UUID id = row.row().id().orElse(null);
            SmartSheet before = id == null ? null : stored.get(id);
            if (id != null && before == null) {
                rows.refuse(row, ReturnProblem.UNKNOWN_ID.at("id"));
                return;
            }
            SmartSheetContent content = before == null ? fresh(row) : changed(row, before);
            if (content != null) {
                refuse(row, SmartSheetText.problems(content));
                wanted.add(new Wanted(row, before, content));
            }
        }

        private void refuse(Returned.Row row, List<Problem> problems) {
            for (Problem problem : problems) {
                String field = Objects.requireNonNullElse(problem.field(), "");
                String column = COLUMNS.getOrDefault(field, field);
                rows.refuse(row, FORM.column(column).isPresent() ? problem.at(column) : problem.whole());
            }
        }

        private SmartSheetContent fresh(Returned.Row row) {
            if (row.row().cells().containsKey("current")) {
                rows.refuse(
                        row,
                        ReturnProblem.FIXED
                                .saying("Values come with check-ins once the goal is active; clear the cell.")
                                .at("current"));
            }
            Owner owner = owner(row);
            return content(row.row(), null, owner == null ? null : owner.team(), owner == null ? null : owner.person());
        }

        private @Nullable Owner owner(Returned.Row row) {
            String typed = row.row().text("owner");
            Owner found = typed == null ? null : owners.get(lower(typed));
            if (typed != null && found == null) {
                rows.refuse(row, ReturnProblem.PERSON_UNKNOWN.at("owner"));
            }
            return found;
        }

        /** Null where nothing of it changes. */
        private @Nullable SmartSheetContent changed(Returned.Row row, SmartSheet before) {
            List<CellChange> changes = CellWords.changes(FORM, WorksheetRows.row(before), row.row()).stream()
                    .filter(change -> !row.unreadable().containsKey(change.column()))
                    .filter(change -> !isKept(change, row.row(), before))
                    .toList();
            rows.changes(row, changes);
            if (changes.isEmpty()) {
                return null;
            }
            changes.stream()
                    .map(CellChange::column)
                    .filter(column -> isFixed(column, before))
                    .forEach(column -> rows.refuse(row, ReturnProblem.FIXED.at(column)));
            if (ReturnedRows.isOvertaken(row.row(), before.version())) {
                rows.refuse(row, ReturnProblem.CHANGED_MEANWHILE.problem());
            }
            SmartSheetContent was = SmartSheetContent.of(before);
            return content(row.row(), was, was.ownerTeamId(), was.ownerPersonId());
        }

        /** A cell that only says in another way what is there: an owner's e-mail, or nothing where something is usual. */
        private boolean isKept(CellChange change, SheetRow row, SmartSheet before) {
            boolean cleared = change.after().isEmpty();
            return switch (change.column()) {
                case "owner" ->
                    cleared
                            || Optional.ofNullable(owners.get(lower(change.after())))
                                    .filter(owner -> owner.owns(before))
                                    .isPresent();
                case "measure" -> cleared && before.measureName().equals(row.text("title"));
                case "dueOn" -> cleared && before.cycleId() != null;
                case "current" -> cleared;
                default -> false;
            };
        }
    }

    /** What is told on the goal's own page: who owns it, its values, and what measures it otherwise than by a number. */
    private static boolean isFixed(String column, SmartSheet before) {
        Measure measure = SheetMeasure.of(before.goal());
        boolean written = measure == null || SheetMeasure.isWritten(measure);
        return switch (column) {
            case "owner", "current" -> true;
            case "measure" -> !written;
            default ->
                OF_THE_NUMBER.contains(column) && !(written && before.steps().isEmpty());
        };
    }

    /** As the row has it; what a sheet does not hold stays. */
    private static SmartSheetContent content(
            SheetRow row, @Nullable SmartSheetContent was, @Nullable UUID team, @Nullable UUID person) {
        LocalDate dueOn = ReturnedRows.day(row, "dueOn");
        if (dueOn == null && was != null && was.cycleId() != null) {
            dueOn = was.dueOn();
        }
        return new SmartSheetContent(
                row.text("title"),
                row.text("specific"),
                row.text("measurable"),
                row.text("achievable"),
                row.text("relevant"),
                row.text("timeBound"),
                team,
                person,
                was == null ? null : was.audience(),
                was == null ? null : was.cycleId(),
                row.text("measure"),
                row.text("unit"),
                row.figure("baseline"),
                row.figure("target"),
                was == null ? null : was.steps(),
                dueOn,
                row.text("obstacles"),
                row.text("firstStep"),
                ReturnedRows.day(row, "reviewOn"));
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
