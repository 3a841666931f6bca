package io.cairn.goal;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.framework.Framework;
import io.cairn.framework.FrameworkProblem;
import io.cairn.framework.Frameworks;
import io.cairn.goal.GoalEditing.Row;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Viewer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Many goals read, judged and written at once, for files that hold them. */
@Component
@Transactional(readOnly = true)
public class ManyGoals {
    private final JdbcClient db;
    private final GoalReader reader;
    private final Placement placement;
    private final Frameworks frameworks;
    private final Goals goals;
    private final GoalWriter writer;
    private final Rewriting rewriting;
    private final Journal journal;

    ManyGoals(
            JdbcClient db,
            GoalReader reader,
            Placement placement,
            Frameworks frameworks,
            Goals goals,
            GoalWriter writer,
            Rewriting rewriting,
            Journal journal) {
        this.db = db;
        this.reader = reader;
        this.placement = placement;
        this.frameworks = frameworks;
        this.goals = goals;
        this.writer = writer;
        this.rewriting = rewriting;
        this.journal = journal;
    }

    /** The goals with these ids or with measures of these, as far as the viewer sees them; four statements. */
    public List<Goal> read(Collection<UUID> goals, Collection<UUID> measures) {
        List<UUID> found = db.sql("""
                        select g.id
                          from goal.goal g
                         where g.id = any (:goals::uuid[])
                            or g.id in (select m.goal_id from goal.measure m where m.id = any (:measures::uuid[]))
                        """)
                .param("goals", Ids.array(goals))
                .param("measures", Ids.array(measures))
                .query(UUID.class)
                .list();
        return reader.read(found);
    }

    /** The goal's measures as they are, as rows of a form that says nothing new. */
    public static List<Row> rows(Goal goal) {
        return goal.live().stream()
                .map(measure -> new Row(measure.id(), measure.version(), MeasureContent.of(goal, measure)))
                .toList();
    }

    /**
     * What a goal is to be.
     *
     * @param goal what is stored; null for a new one
     * @param content without measures
     * @param rows its measures; those left out would be removed
     */
    public record Sought(@Nullable Goal goal, GoalContent content, List<Row> rows) {
        /** The content with its measures. */
        public GoalContent whole() {
            return content.with(rows.stream().map(Row::content).toList());
        }

        private Goal stored() {
            return Objects.requireNonNull(goal);
        }

        private UUID lead(Viewer viewer) {
            return Objects.requireNonNullElse(
                    content.leadId(), goal == null ? viewer.id() : goal.lead().id());
        }
    }

    /**
     * Writes drafts, all or none of them, as {@link Goals#create} does one; gives back their ids in the same order. Two
     * statements, and two for each.
     *
     * @throws io.cairn.kernel.ProblemException what is wrong with the first that may not be written
     */
    @Transactional
    public List<UUID> create(Viewer viewer, List<GoalContent> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        List<Placement.Found> found = placement.find(drafts.stream()
                .map(draft ->
                        Placement.Asked.of(draft, Goals.lead(viewer, draft), new Placement.Named(List.of(), null)))
                .toList());
        List<Entry> entries = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            GoalContent draft = drafts.get(i);
            Framework framework = goals.admitted(viewer, draft, found.get(i));
            UUID id = Ids.next();
            writer.insert(new GoalWriter.Fresh(
                    id, draft, framework, found.get(i), Goals.lead(viewer, draft), viewer.id(), null));
            ids.add(id);
            entries.add(Goals.created(id, draft));
        }
        journal.record(entries);
        return ids;
    }

    /**
     * Makes stored goals what they are to be, all or none of them, as {@link GoalEditing#save} does one; a statement or two for
     * each.
     *
     * @throws io.cairn.kernel.ProblemException what is wrong with the first that may not be changed so
     */
    @Transactional
    public void rewrite(Viewer viewer, List<Sought> all) {
        if (all.isEmpty()) {
            return;
        }
        List<GoalReader.Locked> locked = reader.lockedWhole(
                all.stream().map(sought -> sought.stored().id()).toList());
        List<Rewriting.Asked> asked = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Sought sought = all.get(i);
            Goals.editable(locked.get(i).goal());
            asked.add(new Rewriting.Asked(
                    locked.get(i),
                    new GoalEditing.Wanted(sought.content(), sought.stored().version(), sought.rows(), false)));
        }
        rewriting.rewrite(viewer, asked);
    }

    /**
     * What keeps each from being saved as it is, in their order; nothing where it can be. Problems of measures are at
     * {@code measures[i].field} with i the row's place. One statement.
     */
    public List<List<Problem>> judge(Viewer viewer, List<Sought> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        List<Placement.Found> found = placement.find(all.stream()
                .map(one -> Placement.Asked.of(
                        one.whole(),
                        one.lead(viewer),
                        one.goal() == null
                                ? new Placement.Named(List.of(), null)
                                : Objects.requireNonNull(one.goal()).named()))
                .toList());
        return IntStream.range(0, all.size())
                .mapToObj(i -> judge(viewer, all.get(i), found.get(i)))
                .toList();
    }

    private List<Problem> judge(Viewer viewer, Sought sought, Placement.Found found) {
        Goal goal = sought.goal();
        if (goal != null) {
            List<Problem> closed = GoalEditing.refusals(() -> Goals.editable(goal));
            if (!closed.isEmpty()) {
                return closed;
            }
        }
        UUID lead = sought.lead(viewer);
        List<Problem> rights = GoalEditing.refusals(() -> {
            if (goal != null) {
                Goals.refuseHandOver(viewer, goal, sought.content(), lead, found);
                return;
            }
            FrameworkProblem.refuseUnlessUsed(
                    viewer, Objects.requireNonNull(sought.content().framework()));
            if (!found.mayCreate(viewer, sought.content(), lead)) {
                throw GeneralProblem.NOT_ALLOWED
                        .saying("You may not write goals for this team.")
                        .exception();
            }
        });
        Framework framework =
                frameworks.of(Objects.requireNonNull(sought.content().framework()));
        GoalEditing.Found judged = GoalEditing.found(sought.whole(), framework, found);
        List<Problem> problems = new ArrayList<>(rights);
        if (goal != null && goal.state() != GoalStatus.DRAFT) {
            problems.addAll(judged.missing());
            problems.addAll(fixed(goal, sought.rows()));
        } else {
            problems.addAll(judged.wrong());
        }
        return problems;
    }

    /** What an active goal's measures cannot change any more. */
    private static List<Problem> fixed(Goal goal, List<Row> rows) {
        List<Problem> problems = new ArrayList<>();
        Set<UUID> live = goal.live().stream().map(Measure::id).collect(Collectors.toSet());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            String path = "measures[" + i + "].";
            if (row.id() != null && live.contains(row.id())) {
                Measure before = goal.live().stream()
                        .filter(measure -> measure.id().equals(row.id()))
                        .findFirst()
                        .orElseThrow();
                GoalEditing.refusals(() -> {
                            Measures.refuseMovedStart(before, row.content());
                            Measures.refuseLostLevel(before, row.content());
                        })
                        .forEach(problem ->
                                problems.add(problem.field() == null ? problem : problem.at(path + problem.field())));
            }
        }
        return problems;
    }
}
