package io.cairn.framework.okr;

import io.cairn.goal.Goal;
import io.cairn.goal.GoalContent;
import io.cairn.goal.ManyGoals;
import io.cairn.goal.Measure;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Viewer;
import io.cairn.template.CellWords;
import io.cairn.template.ReturnProblem;
import io.cairn.template.Returned;
import io.cairn.template.ReturnedRows;
import io.cairn.template.RowChange.CellChange;
import io.cairn.template.SheetForm;
import io.cairn.template.SheetRow;
import io.cairn.template.TemplateForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Holds a planning sheet against what is there and against the rules, all of it at once. */
@Component
class PlanningJudge {
    private static final TemplateForm FORM = PlanningForm.form();
    private static final SheetForm OBJECTIVES = FORM.sheet(PlanningForm.OBJECTIVES);
    private static final SheetForm KEY_RESULTS = FORM.sheet(PlanningForm.KEY_RESULTS);

    /** Fields of goals and measures by the columns that hold them; others have the same name. */
    private static final Map<String, String> COLUMNS = Map.of(
            "name",
            "title",
            "ownerTeamId",
            "team",
            "ownerPersonId",
            "team",
            "leadId",
            "owner",
            "relativeTarget",
            "target");

    private final PlanningWorld worlds;
    private final ManyGoals goals;

    PlanningJudge(PlanningWorld worlds, ManyGoals goals) {
        this.worlds = worlds;
        this.goals = goals;
    }

    /** @param goals those of which anything is to be done and nothing is refused as a whole */
    record Judged(ReturnedRows rows, List<PlanningGoal> goals) {}

    Judged judge(Viewer viewer, Returned file) {
        return new Judging(viewer, file, worlds.of(viewer, file)).done();
    }

    /** One file. */
    private final class Judging {
        private final Viewer viewer;
        private final PlanningWorld.World world;
        private final ReturnedRows rows;
        private final List<Returned.Row> heads;
        private final List<Returned.Row> lines;
        private final List<PlanningGoal> wanted = new ArrayList<>();
        private final Map<UUID, PlanningGoal> ofStored = new HashMap<>();
        private final Map<String, PlanningGoal> ofNumber = new LinkedHashMap<>();
        private final Map<Returned.Row, Set<String>> changed = new IdentityHashMap<>();

        Judging(Viewer viewer, Returned file, PlanningWorld.World world) {
            this.viewer = viewer;
            this.world = world;
            this.rows = new ReturnedRows(file);
            this.heads = ReturnedRows.of(file, PlanningForm.OBJECTIVES);
            this.lines = ReturnedRows.of(file, PlanningForm.KEY_RESULTS);
            ReturnedRows.of(file, PlanningForm.CYCLE).forEach(this::cycle);
        }

        private void cycle(Returned.Row row) {
            rows.says(row);
            rows.about(row, Objects.requireNonNullElse(row.row().text("cycle"), ""));
            if (world.cycle() == null) {
                rows.refuse(row, ReturnProblem.NAME_UNKNOWN.at("cycle"));
            }
        }

        Judged done() {
            heads.forEach(this::head);
            lines.forEach(this::line);
            for (PlanningGoal goal : wanted) {
                compare(goal);
            }
            settle();
            return new Judged(rows, wanted.stream().filter(this::acts).toList());
        }

        private void head(Returned.Row row) {
            SheetRow said = row.row();
            rows.about(row, Objects.requireNonNullElse(said.text("title"), ""));
            UUID id = said.id().orElse(null);
            Goal stored = id == null ? null : world.goals().get(id);
            if (id != null && stored == null) {
                rows.refuse(row, ReturnProblem.UNKNOWN_ID.at("id"));
                return;
            }
            PlanningGoal goal = new PlanningGoal(stored, row);
            wanted.add(goal);
            if (id != null) {
                ofStored.put(id, goal);
            }
            String number = said.text("number");
            if (number != null && ofNumber.putIfAbsent(number, goal) != null) {
                rows.refuse(
                        row,
                        ReturnProblem.FIXED
                                .saying("Two objectives have this number.")
                                .at("number"));
            }
        }

        private void line(Returned.Row row) {
            rows.about(row, Objects.requireNonNullElse(row.row().text("title"), ""));
            UUID id = row.row().id().orElse(null);
            if (id == null) {
                PlanningGoal goal =
                        ofNumber.get(Objects.requireNonNullElse(row.row().text("objective"), ""));
                if (goal != null) {
                    goal.lines().add(row);
                } else {
                    rows.refuse(
                            row,
                            ReturnProblem.PART_REFUSED
                                    .saying("No objective of this file that can be read has this number.")
                                    .at("objective"));
                }
                return;
            }
            Goal stored = world.ofMeasure().get(id);
            if (stored == null) {
                rows.refuse(row, ReturnProblem.UNKNOWN_ID.at("id"));
                return;
            }
            PlanningGoal goal = ofStored.computeIfAbsent(stored.id(), key -> {
                PlanningGoal fresh = new PlanningGoal(stored, null);
                wanted.add(fresh);
                return fresh;
            });
            goal.lines().add(row);
            String number = Objects.requireNonNullElse(row.row().text("objective"), "");
            PlanningGoal named = ofNumber.putIfAbsent(number, goal);
            if (named != null && named != goal) {
                rows.refuse(
                        row,
                        ReturnProblem.FIXED
                                .saying("A key result stays with its objective.")
                                .at("objective"));
            }
        }

        private void compare(PlanningGoal goal) {
            Returned.Row head = goal.head();
            if (head != null && goal.before() != null) {
                compare(OBJECTIVES, head, goal.before().version(), Set.of("number"));
                if (changed(head).contains("alignedTo")) {
                    rows.refuse(head, ReturnProblem.FIXED.at("alignedTo"));
                }
            } else if (head != null && head.row().text("alignedTo") != null) {
                rows.refuse(
                        head,
                        ReturnProblem.FIXED
                                .saying("A new objective is aligned on its page; clear the cell.")
                                .at("alignedTo"));
            }
            for (Returned.Row line : goal.lines()) {
                line.row()
                        .id()
                        .map(goal::measure)
                        .ifPresentOrElse(measure -> keyResult(goal, measure, line), () -> fresh(line));
            }
        }

        private void keyResult(PlanningGoal goal, Measure measure, Returned.Row line) {
            boolean reports = WeekValues.isReported(world.before(measure.id()), line.row());
            compare(KEY_RESULTS, line, measure.version(), reports ? Set.of("objective") : Set.of("objective", "notes"));
            if (reports) {
                new WeekValues(viewer, Objects.requireNonNull(goal.before()), measure, world.today())
                        .read(line, changed(line), rows, goal.checkIns());
            }
        }

        /** What is not there yet has no values either. */
        private void fresh(Returned.Row line) {
            line.row().cells().keySet().stream()
                    .filter(WeekValues::isReport)
                    .sorted()
                    .findFirst()
                    .ifPresent(column -> rows.refuse(
                            line,
                            ReturnProblem.FIXED
                                    .saying("Values come with check-ins once the objective is active; clear them here.")
                                    .at(column)));
        }

        private void compare(SheetForm form, Returned.Row row, int version, Set<String> leftOut) {
            SheetRow before = world.before(row.row().id().orElseThrow());
            List<CellChange> changes = CellWords.changes(form, before, row.row()).stream()
                    .filter(change -> !leftOut.contains(change.column()))
                    .filter(change ->
                            !(change.column().equals("owner") && change.after().isEmpty()))
                    .filter(change -> !row.unreadable().containsKey(change.column()))
                    .filter(change -> !world.isSameName(change.column(), before, row.row()))
                    .toList();
            rows.changes(row, changes);
            changed.put(row, changes.stream().map(CellChange::column).collect(Collectors.toSet()));
            if (!changes.isEmpty() && ReturnedRows.isOvertaken(row.row(), version)) {
                rows.refuse(row, ReturnProblem.CHANGED_MEANWHILE.problem());
            }
        }

        private Set<String> changed(Returned.Row row) {
            return changed.getOrDefault(row, Set.of());
        }

        /** Rows that the rules refuse are left out until the rest of their objective holds. */
        private void settle() {
            List<PlanningGoal> open = wanted;
            while (!open.isEmpty()) {
                open.forEach(this::refuseWithHead);
                List<PlanningGoal> acting = open.stream().filter(this::acts).toList();
                Map<PlanningGoal, List<Returned.Row>> counted = new IdentityHashMap<>();
                for (PlanningGoal goal : acting) {
                    List<Returned.Row> own = own(goal);
                    counted.put(goal, own);
                    goal.putTogether(content(goal), own, changed);
                }
                // a second problem may lie in content that the first kept from being made
                acting = acting.stream().filter(this::acts).toList();
                List<List<Problem>> problems = goals.judge(
                        viewer, acting.stream().map(PlanningGoal::sought).toList());
                List<PlanningGoal> again = new ArrayList<>();
                for (int i = 0; i < acting.size(); i++) {
                    PlanningGoal goal = acting.get(i);
                    problems.get(i).forEach(problem -> refuse(goal, problem));
                    boolean remade =
                            Objects.requireNonNull(counted.get(goal)).stream().anyMatch(rows::isRefused);
                    if (!problems.get(i).isEmpty() || remade) {
                        again.add(goal);
                    }
                }
                open = again;
            }
        }

        /** The rows of an objective that are not refused. */
        private List<Returned.Row> own(PlanningGoal goal) {
            return Stream.concat(Stream.ofNullable(goal.head()), goal.lines().stream())
                    .filter(row -> !rows.isRefused(row))
                    .toList();
        }

        /** Key results of a new objective that is refused have nothing to belong to. */
        private void refuseWithHead(PlanningGoal goal) {
            if (goal.before() == null && goal.head() != null && rows.isRefused(goal.head())) {
                goal.lines().stream()
                        .filter(line -> !rows.isRefused(line))
                        .forEach(line -> rows.refuse(line, ReturnProblem.PART_REFUSED.problem()));
            }
        }

        private boolean acts(PlanningGoal goal) {
            return own(goal).stream().anyMatch(this::says);
        }

        private boolean says(Returned.Row row) {
            return row.row().id().isEmpty() || rows.isChanged(row);
        }

        private GoalContent content(PlanningGoal goal) {
            Returned.Row head = goal.head();
            Goal before = goal.before();
            if (before == null) {
                return world.fresh(Objects.requireNonNull(head), rows);
            }
            return head == null || rows.isRefused(head) || changed(head).isEmpty()
                    ? GoalContent.of(before)
                    : world.changed(before, head, changed(head), rows);
        }

        private void refuse(PlanningGoal goal, Problem problem) {
            var place = ReturnedRows.Indexed.of("measures", problem);
            Returned.Row line = place == null ? null : goal.places().get(place.place());
            if (place != null && line != null && says(line)) {
                rows.refuse(line, at(problem, KEY_RESULTS, place.field()));
                return;
            }
            Returned.Row head = goal.head();
            if (place == null && head != null && !"measures".equals(problem.field()) && says(head)) {
                rows.refuse(head, at(problem, OBJECTIVES, Objects.requireNonNullElse(problem.field(), "")));
                return;
            }
            own(goal).stream().filter(this::says).forEach(row -> rows.refuse(row, problem.whole()));
        }
    }

    private static Problem at(Problem problem, SheetForm form, String field) {
        String column = COLUMNS.getOrDefault(field, field);
        return form.column(column).isPresent() ? problem.at(column) : problem.whole();
    }
}
