package io.cairn.framework.okr;

import io.cairn.goal.CheckIns;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalContent;
import io.cairn.goal.GoalEditing;
import io.cairn.goal.ManyGoals;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureContent;
import io.cairn.goal.MeasureKind;
import io.cairn.goal.Nature;
import io.cairn.kernel.Comparator;
import io.cairn.template.Returned;
import io.cairn.template.SheetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An objective of a file: what is there, the rows that say something of it, and what they make of it. */
final class PlanningGoal {
    private final @Nullable Goal before;
    private final Returned.@Nullable Row head;
    private final List<Returned.Row> lines = new ArrayList<>();
    private final List<CheckIns.Wanted> checkIns = new ArrayList<>();
    private final Map<Integer, Returned.Row> places = new TreeMap<>();
    private ManyGoals.@Nullable Sought sought;
    private boolean rewritten;

    /**
     * @param before null for a new one
     * @param head its own row; null where only key results are in the file
     */
    PlanningGoal(@Nullable Goal before, Returned.@Nullable Row head) {
        this.before = before;
        this.head = head;
    }

    @Nullable
    Goal before() {
        return before;
    }

    Returned.@Nullable Row head() {
        return head;
    }

    /** Its key results' rows. */
    List<Returned.Row> lines() {
        return lines;
    }

    List<CheckIns.Wanted> checkIns() {
        return checkIns;
    }

    /** The rows by the place of their key result among all. */
    Map<Integer, Returned.Row> places() {
        return places;
    }

    ManyGoals.Sought sought() {
        if (sought == null) {
            throw new IllegalStateException("Not put together yet");
        }
        return sought;
    }

    /** Whether anything else than values of weeks changes. */
    boolean isRewritten() {
        return rewritten;
    }

    /**
     * Puts together what it is to be.
     *
     * @param content of the objective itself
     * @param counted its rows that are not refused
     * @param changed columns that change, by row; of a new row none
     */
    void putTogether(GoalContent content, List<Returned.Row> counted, Map<Returned.Row, Set<String>> changed) {
        places.clear();
        rewritten = before == null || !content.equals(GoalContent.of(before));
        List<GoalEditing.Row> rows = new ArrayList<>();
        for (GoalEditing.Row stored : before == null ? List.<GoalEditing.Row>of() : ManyGoals.rows(before)) {
            Returned.Row line = lines.stream()
                    .filter(counted::contains)
                    .filter(row ->
                            row.row().id().filter(id -> id.equals(stored.id())).isPresent())
                    .findFirst()
                    .orElse(null);
            if (line != null) {
                places.put(rows.size(), line);
            }
            Set<String> columns = line == null ? Set.of() : changed.getOrDefault(line, Set.of());
            MeasureContent now = line == null ? stored.content() : changed(stored.content(), line.row(), columns);
            rewritten |= !now.equals(stored.content());
            rows.add(new GoalEditing.Row(stored.id(), stored.version(), now));
        }
        for (Returned.Row line : lines) {
            if (line.row().id().isEmpty() && counted.contains(line)) {
                places.put(rows.size(), line);
                rewritten = true;
                rows.add(new GoalEditing.Row(null, 0, fresh(line.row())));
            }
        }
        sought = new ManyGoals.Sought(before, content, rows);
    }

    @Nullable
    Measure measure(UUID id) {
        return before == null
                ? null
                : before.live().stream()
                        .filter(measure -> measure.id().equals(id))
                        .findFirst()
                        .orElse(null);
    }

    private static MeasureContent fresh(SheetRow row) {
        return content(
                MeasureContent.named(row.text("title")),
                row,
                Set.of("nature", "kind", "unit", "baseline", "comparator", "target", "weight"));
    }

    private static MeasureContent changed(MeasureContent before, SheetRow row, Set<String> columns) {
        return columns.isEmpty() ? before : content(before, row, columns);
    }

    /** What was written with the named columns as the row has them. */
    private static MeasureContent content(MeasureContent was, SheetRow row, Set<String> columns) {
        boolean target = columns.contains("target");
        return new MeasureContent(
                columns.contains("title") ? row.text("title") : was.name(),
                columns.contains("kind") ? one(MeasureKind.class, row.text("kind")) : was.kind(),
                columns.contains("nature") ? one(Nature.class, row.text("nature")) : was.nature(),
                columns.contains("unit") ? row.text("unit") : was.unit(),
                columns.contains("baseline") ? row.figure("baseline") : was.baseline(),
                target ? row.figure("target") : was.target(),
                target ? null : was.relativeTarget(),
                columns.contains("comparator") ? one(Comparator.class, row.text("comparator")) : was.comparator(),
                was.low(),
                was.high(),
                was.floor(),
                was.ceiling(),
                was.openAbove(),
                was.mode(),
                was.expectedCheckIns(),
                was.counting(),
                was.profile(),
                was.planPoints(),
                was.milestones(),
                was.levels(),
                columns.contains("weight") ? row.figure("weight") : was.weight(),
                was.dueOn(),
                was.ownerId(),
                was.evidenceUrl(),
                was.metricId());
    }

    static <E extends Enum<E>> @Nullable E one(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
