package io.cairn.goal;

import io.cairn.audit.Journal;
import io.cairn.framework.Framework;
import io.cairn.framework.Frameworks;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A goal and its measures written together, as one form and one transaction. */
@Component
@Transactional
public class GoalEditing {
    private final JdbcClient db;
    private final Goals goals;
    private final Measures measures;
    private final MeasureWriter writer;
    private final GoalReader reader;
    private final Placement placement;
    private final Frameworks frameworks;
    private final Journal journal;

    GoalEditing(
            JdbcClient db,
            Goals goals,
            Measures measures,
            MeasureWriter writer,
            GoalReader reader,
            Placement placement,
            Frameworks frameworks,
            Journal journal) {
        this.db = db;
        this.goals = goals;
        this.measures = measures;
        this.writer = writer;
        this.reader = reader;
        this.placement = placement;
        this.frameworks = frameworks;
        this.journal = journal;
    }

    /**
     * A measure as it is to be.
     *
     * @param id null for one that is added
     * @param version the version that was read
     */
    public record Row(@Nullable UUID id, int version, MeasureContent content) {}

    /** A team, and whether the viewer may write goals for it. */
    public record OwnerTeam(UUID id, String name, String kind, boolean writable) {}

    /** All teams by name; one statement. */
    @Transactional(readOnly = true)
    public List<OwnerTeam> teams(Viewer viewer) {
        return db.sql("""
                select t.id, t.name, t.kind,
                       (:anywhere
                        or exists (select 1 from organization.team_line l join organization.team a on a.id = l.above_id
                                    where l.team_id = t.id and a.leader_id = :person)
                        or exists (select 1 from organization.team_member m
                                    where m.team_id = t.id and m.person_id = :person)) as writable
                  from organization.team t
                 order by t.name, t.id
                """)
                .param("anywhere", viewer.isAny(Role.EXEC, Role.CHAMP))
                .param("person", viewer.id())
                .query(OwnerTeam.class)
                .list();
    }

    /** The goal for its editor. @throws ProblemException 404, 403 or 409 where the viewer may not change it */
    @Transactional(readOnly = true)
    public Goal open(UUID id) {
        Goal goal = reader.one(id);
        if (!goal.mayEdit()) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
        if (goal.state() == GoalStatus.CLOSED || goal.state() == GoalStatus.CANCELLED) {
            throw GoalProblem.GOAL_CLOSED.exception();
        }
        return goal;
    }

    /** What keeps the content from being saved or activated, each at its field; never throws for it. */
    @Transactional(readOnly = true)
    public List<Problem> missing(Viewer viewer, GoalContent content) {
        Framework framework = frameworks.of(Objects.requireNonNull(content.framework()));
        Placement.Found found = placement.find(content, Objects.requireNonNullElse(content.leadId(), viewer.id()));
        List<Problem> problems = new ArrayList<>(refusals(() -> GoalCheck.draft(content, framework, found)));
        int count = content.measuresOrNone().size();
        if (!framework.measures().holds(count)) {
            problems.add(GoalCheck.count(framework, count));
        }
        LocalDate starts = content.startsOn() != null ? content.startsOn() : found.cycleStartsOn();
        LocalDate ends = content.endsOn() != null ? content.endsOn() : found.cycleEndsOn();
        if (starts == null || ends == null) {
            problems.add(GoalProblem.CYCLE_REQUIRED.at("cycleId"));
        } else {
            problems.addAll(refusalsOf(content, starts, ends));
        }
        return problems.stream().distinct().toList();
    }

    /** What keeps the content from being saved even as a draft. */
    @Transactional(readOnly = true)
    public List<Problem> wrong(Viewer viewer, GoalContent content) {
        Framework framework = frameworks.of(Objects.requireNonNull(content.framework()));
        Placement.Found found = placement.find(content, Objects.requireNonNullElse(content.leadId(), viewer.id()));
        return refusals(() -> GoalCheck.draft(content, framework, found));
    }

    private static List<Problem> refusalsOf(GoalContent content, LocalDate starts, LocalDate ends) {
        List<Problem> problems = new ArrayList<>();
        problems.addAll(refusals(() -> problems.addAll(MeasureRules.activation(
                content.measuresOrNone().stream().map(MeasureContent::terms).toList(),
                0,
                Integer.MAX_VALUE,
                starts,
                ends))));
        return problems;
    }

    private static List<Problem> refusals(Runnable check) {
        try {
            check.run();
            return List.of();
        } catch (ProblemException refused) {
            return refused.problems();
        }
    }

    /** A draft, and active at once where that is wanted and nothing is missing. */
    public Goal create(Viewer viewer, GoalContent content, boolean activate) {
        Goal draft = goals.create(viewer, content);
        return activate ? goals.activate(viewer, draft.id()) : draft;
    }

    /**
     * Makes the goal and its measures what they are to be: rows without an id are added, measures that are missing are
     * removed, the order is the rows' own.
     */
    public Goal save(Viewer viewer, UUID id, GoalContent content, int version, List<Row> rows, boolean activate) {
        Goal before = goals.editable(id);
        check(viewer, before, content, rows);
        refuseStale(before, version, rows);
        goals.edit(viewer, id, content, version);
        if (before.state() == GoalStatus.DRAFT) {
            replace(before, rows);
        } else {
            change(viewer, before, rows);
        }
        return activate ? goals.activate(viewer, id) : reader.one(id);
    }

    /** Everything that is wrong with the whole form at once, before any of it is written. */
    private void check(Viewer viewer, Goal before, GoalContent content, List<Row> rows) {
        GoalContent whole = content.with(rows.stream().map(Row::content).toList());
        UUID lead = Objects.requireNonNullElse(content.leadId(), before.lead().id());
        GoalCheck.draft(whole, frameworks.of(before.framework()), placement.find(whole, lead, before.named()));
    }

    private static void refuseStale(Goal before, int version, List<Row> rows) {
        Map<UUID, Measure> stored = byId(before);
        boolean moved = rows.stream().filter(row -> row.id() != null).anyMatch(row -> {
            Measure measure = stored.get(row.id());
            return measure == null || measure.version() != row.version();
        });
        if (before.version() != version || moved) {
            throw Goals.stale(before);
        }
    }

    private static Map<UUID, Measure> byId(Goal goal) {
        return goal.live().stream().collect(Collectors.toMap(Measure::id, measure -> measure));
    }

    /** A draft's measures are simply replaced, whatever their number, in three statements. */
    private void replace(Goal before, List<Row> rows) {
        Map<UUID, Measure> stored = byId(before);
        Set<UUID> kept =
                rows.stream().map(Row::id).filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new));
        List<MeasureWriter.Row> added = new ArrayList<>();
        List<MeasureWriter.Row> changed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Measure now = row.id() == null ? null : stored.get(row.id());
            if (now == null) {
                added.add(MeasureWriter.Row.of(Ids.next(), before.id(), i, row.content(), before.key()));
            } else if (now.position() != i || !MeasureContent.of(before, now).equals(row.content())) {
                changed.add(MeasureWriter.Row.of(now.id(), before.id(), i, row.content(), before.key()));
            }
        }
        writer.deleteAllBut(before.id(), kept);
        writer.update(changed);
        writer.insert(added);
        if (!added.isEmpty() || !changed.isEmpty() || kept.size() < stored.size()) {
            journal.record(Goals.entry(before, "measure.edited", "rewrote the draft's measures")
                    .before(before.live())
                    .after(rows.stream().map(Row::content).toList()));
        }
    }

    /** What was promised stays on record: each difference is a step of its own. */
    private void change(Viewer viewer, Goal before, List<Row> rows) {
        Map<UUID, Measure> stored = byId(before);
        Set<UUID> kept =
                rows.stream().map(Row::id).filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new));
        Runnable removing = () -> stored.keySet().stream()
                .filter(measure -> !kept.contains(measure))
                .forEach(measure -> measures.remove(viewer, measure));
        boolean full =
                stored.size() >= frameworks.of(before.framework()).measures().most();
        if (full) {
            removing.run();
        }
        Map<Integer, UUID> order = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            String path = "measures[" + i + "].";
            order.put(i, at(path, () -> one(viewer, before, stored, row)));
        }
        if (!full) {
            removing.run();
        }
        writer.order(IntStream.range(0, rows.size()).mapToObj(order::get).toList());
    }

    private UUID one(Viewer viewer, Goal before, Map<UUID, Measure> stored, Row row) {
        Measure now = row.id() == null ? null : stored.get(row.id());
        if (now == null) {
            return measures.add(viewer, before.id(), row.content()).id();
        }
        if (!MeasureContent.of(before, now).equals(row.content())) {
            measures.edit(viewer, now.id(), row.content(), now.version());
        }
        return now.id();
    }

    /** A measure's problems name its fields; in a form of many they stand under the row's. */
    private static <T> T at(String path, Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException refused) {
            throw new ProblemException(refused.problems().stream()
                    .map(problem -> problem.field() == null || problem.field().startsWith("measures")
                            ? problem
                            : problem.at(path + problem.field()))
                    .toList());
        }
    }
}
