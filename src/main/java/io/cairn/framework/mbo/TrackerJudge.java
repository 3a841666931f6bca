package io.cairn.framework.mbo;

import io.cairn.kernel.GeneralProblem;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds a tracker against what is there and against the rules, all of it at once. */
@Component
class TrackerJudge {
    private static final TemplateForm FORM = TrackerForm.form();
    private static final SheetForm PLAN = FORM.sheet(TrackerForm.PLAN);
    private static final SheetForm LINES = FORM.sheet(TrackerForm.OBJECTIVES);
    private static final List<String> ON_PAGES =
            List.of("actual", "employeeComment", "managerComment", "supports", "employee");

    /** Left blank they are what is usual, and stay so. */
    private static final List<String> USUAL = List.of("planCap", "modifier", "endsOn");

    private final TrackerWorld worlds;
    private final Plans plans;

    TrackerJudge(TrackerWorld worlds, Plans plans) {
        this.worlds = worlds;
        this.plans = plans;
    }

    /**
     * @param before null for a new plan
     * @param places the rows by their place among the content's objectives
     */
    record Judged(ReturnedRows rows, @Nullable Plan before, PlanContent content, Map<Integer, Returned.Row> places) {}

    Judged judge(Viewer viewer, Returned file) {
        return new Judging(viewer, file, worlds.of(viewer, file)).done();
    }

    /** One file. */
    private final class Judging {
        private final Viewer viewer;
        private final TrackerWorld.World world;
        private final ReturnedRows rows;
        private final @Nullable Plan before;
        private final Returned.@Nullable Row head;
        private final List<Returned.Row> lines;

        Judging(Viewer viewer, Returned file, TrackerWorld.World world) {
            this.viewer = viewer;
            this.world = world;
            this.rows = new ReturnedRows(file);
            this.before = world.before();
            this.lines = ReturnedRows.of(file, TrackerForm.OBJECTIVES);
            List<Returned.Row> heads = ReturnedRows.of(file, TrackerForm.PLAN);
            this.head = heads.isEmpty() ? null : heads.getFirst();
            lines.forEach(line -> about(line, "title"));
            heads.forEach(one -> about(one, "employee"));
            heads.stream()
                    .skip(1)
                    .forEach(one -> rows.refuse(one, GeneralProblem.INVALID.saying("A tracker holds one plan.")));
            if (world.isMissing()) {
                heads.forEach(one -> rows.refuse(one, ReturnProblem.UNKNOWN_ID.at("id")));
                lines.forEach(this::refuseWithoutPlan);
            }
        }

        private void about(Returned.Row row, String column) {
            rows.about(row, Objects.requireNonNullElse(row.row().text(column), ""));
        }

        private void refuseWithoutPlan(Returned.Row line) {
            rows.refuse(
                    line,
                    line.row().id().isPresent()
                            ? ReturnProblem.UNKNOWN_ID.at("id")
                            : ReturnProblem.PART_REFUSED.saying("The file does not say which plan this belongs to."));
        }

        Judged done() {
            if (before != null) {
                compare(before);
            } else {
                lines.forEach(this::refuseOnPages);
            }
            UUID employee = before == null ? employee() : before.employee().id();
            if (before == null && head != null && rows.isRefused(head)) {
                lines.forEach(line -> rows.refuse(line, ReturnProblem.PART_REFUSED.problem()));
            }
            return settled(employee);
        }

        private void compare(Plan plan) {
            if (head != null) {
                compare(PLAN, world.storedPlan(), head, plan);
            }
            for (Returned.Row line : lines) {
                UUID id = line.row().id().orElse(null);
                SheetRow stored = id == null ? null : world.storedLine(id).orElse(null);
                if (id == null) {
                    refuseOnPages(line);
                } else if (stored != null) {
                    compare(LINES, stored, line, plan);
                } else {
                    rows.refuse(line, ReturnProblem.UNKNOWN_ID.at("id"));
                }
            }
        }

        private void compare(SheetForm form, SheetRow stored, Returned.Row row, Plan plan) {
            List<CellChange> changes = CellWords.changes(form, stored, row.row()).stream()
                    .filter(change -> !row.unreadable().containsKey(change.column()))
                    .filter(change -> !(change.column().equals("employee") && world.isEmployee(row)))
                    .filter(change ->
                            !(USUAL.contains(change.column()) && change.after().isEmpty()))
                    .toList();
            rows.changes(row, changes);
            for (CellChange change : changes) {
                if (ON_PAGES.contains(change.column())) {
                    rows.refuse(row, ReturnProblem.FIXED.at(change.column()));
                }
            }
            if (!changes.isEmpty() && ReturnedRows.isOvertaken(row.row(), plan.version())) {
                rows.refuse(row, ReturnProblem.CHANGED_MEANWHILE.problem());
            }
        }

        /** A new line has nothing yet of what is told on other pages. */
        private void refuseOnPages(Returned.Row line) {
            ON_PAGES.stream()
                    .filter(column -> line.row().cells().containsKey(column))
                    .forEach(column -> rows.refuse(
                            line,
                            ReturnProblem.FIXED
                                    .saying("A new objective has none yet; clear the cell and add it on its page.")
                                    .at(column)));
        }

        private @Nullable UUID employee() {
            if (head == null || head.row().text("employee") == null) {
                return null;
            }
            UUID found = world.employee(head);
            if (found == null) {
                rows.refuse(head, ReturnProblem.PERSON_UNKNOWN.at("employee"));
            }
            return found;
        }

        /** Rows that the rules refuse are left out, until the rest holds. */
        private Judged settled(@Nullable UUID employee) {
            while (true) {
                Judged judged = content(employee);
                boolean nothing = rows.all().stream().allMatch(row -> rows.isRefused(row) || !says(row));
                List<Problem> problems = nothing ? List.of() : plans.refusals(viewer, before, judged.content());
                if (problems.isEmpty()) {
                    return judged;
                }
                problems.forEach(problem -> refuse(problem, judged));
            }
        }

        private boolean says(Returned.Row row) {
            return row.row().id().isEmpty() || rows.isChanged(row);
        }

        private Judged content(@Nullable UUID employee) {
            Map<Integer, Returned.Row> places = new HashMap<>();
            List<ObjectiveContent> objectives = new ArrayList<>();
            List<ObjectiveContent> stored =
                    before == null ? List.of() : PlanContent.of(before).objectivesOrNone();
            for (ObjectiveContent line : stored) {
                Returned.Row row = counted(line.id());
                if (row != null) {
                    places.put(objectives.size(), row);
                }
                objectives.add(row != null && rows.isChanged(row) ? TrackerWorld.line(line, row.row()) : line);
            }
            for (Returned.Row row : lines) {
                if (row.row().id().isEmpty() && !rows.isRefused(row)) {
                    places.put(objectives.size(), row);
                    objectives.add(TrackerWorld.line(null, row.row()));
                }
            }
            return new Judged(rows, before, plan(employee, objectives), places);
        }

        private Returned.@Nullable Row counted(@Nullable UUID line) {
            return lines.stream()
                    .filter(row -> row.row().id().filter(id -> id.equals(line)).isPresent())
                    .filter(row -> !rows.isRefused(row))
                    .findFirst()
                    .orElse(null);
        }

        private PlanContent plan(@Nullable UUID employee, List<ObjectiveContent> objectives) {
            if (head != null && !rows.isRefused(head) && (before == null || rows.isChanged(head))) {
                return world.plan(employee, head.row(), objectives);
            }
            return before == null
                    ? TrackerWorld.none(employee, objectives)
                    : PlanContent.of(before).with(objectives);
        }

        private void refuse(Problem problem, Judged judged) {
            var place = ReturnedRows.Indexed.of("objectives", problem);
            Returned.Row line = place == null ? null : judged.places().get(place.place());
            if (place != null && line != null && says(line)) {
                rows.refuse(line, at(problem, LINES, place.field().equals("objectiveCap") ? "cap" : place.field()));
                return;
            }
            String field = problem.field();
            if (head != null
                    && field != null
                    && PLAN.column(field).isPresent()
                    && (before == null || rows.isChanged(head))) {
                rows.refuse(head, at(problem, PLAN, field));
                if (before != null) {
                    return;
                }
            }
            rows.all().stream()
                    .filter(row -> !rows.isRefused(row) && says(row))
                    .forEach(row -> rows.refuse(row, problem.whole()));
        }
    }

    private static Problem at(Problem problem, SheetForm form, String column) {
        return form.column(column).isPresent() ? problem.at(column) : problem.whole();
    }
}
