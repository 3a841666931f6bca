package io.cairn.framework.smart;

import io.cairn.access.Audience;
import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.framework.Visibility;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalContent;
import io.cairn.goal.GoalEditing;
import io.cairn.goal.GoalSmart;
import io.cairn.goal.Goals;
import io.cairn.goal.ManyGoals;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureContent;
import io.cairn.goal.Ref;
import io.cairn.goal.SmartChecks;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writing SMART goals on their worksheets: the goal by the general rules, and the answers beside it. */
@Component
@Transactional
public class SmartSheets {
    private final JdbcClient db;
    private final Goals goals;
    private final GoalEditing editing;
    private final SmartChecks checks;
    private final Journal journal;

    SmartSheets(JdbcClient db, Goals goals, GoalEditing editing, SmartChecks checks, Journal journal) {
        this.db = db;
        this.goals = goals;
        this.editing = editing;
        this.checks = checks;
        this.journal = journal;
    }

    /** @throws ProblemException NOT_FOUND where the viewer sees no SMART goal of that id */
    @Transactional(readOnly = true)
    public SmartSheet get(UUID goal) {
        return sheet(checked(goals.get(goal)));
    }

    /** The sheet for its editor. @throws ProblemException 404, 403 or 409 where the viewer may not change it */
    @Transactional(readOnly = true)
    public SmartSheet open(UUID goal) {
        return sheet(checked(editing.open(goal)));
    }

    private static Goal checked(Goal goal) {
        if (!goal.framework().equals(SmartFramework.KEY)) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        return goal;
    }

    /** A sheet beside who may say that its goal can be done. */
    public record Shown(SmartSheet sheet, boolean mayAttest) {}

    @Transactional(readOnly = true)
    public Shown shown(Viewer viewer, UUID id) {
        Goal goal = checked(goals.get(id));
        SmartChecks.Shown shown = checks.shown(viewer, goal);
        return new Shown(sheet(goal, shown.smart()), shown.mayAttest());
    }

    /** Writes a draft, or an active goal at once where that is wanted and it is measurable and time-bound. */
    public SmartSheet create(Viewer viewer, SmartSheetContent content, boolean activate) {
        SmartSheetText text = SmartSheetText.of(content);
        GoalContent written = content(viewer, content, null);
        Goal goal = named(() -> editing.create(viewer, written, activate, null));
        write(goal.id(), text);
        return sheet(goal, checks.of(goal), text);
    }

    /**
     * Makes a worksheet what it is to be.
     *
     * @param version the goal's version that was read; STALE_VERSION when somebody was faster
     */
    public void save(Viewer viewer, UUID id, SmartSheetContent content, int version, boolean activate) {
        save(viewer, id, goal -> content, version, activate);
    }

    /** The same and reads it then. @param change what its content becomes */
    public SmartSheet edit(Viewer viewer, UUID id, UnaryOperator<SmartSheetContent> change, int version) {
        save(viewer, id, goal -> change.apply(SmartSheetContent.of(sheet(goal))), version, false);
        return get(id);
    }

    private void save(Viewer viewer, UUID id, Function<Goal, SmartSheetContent> read, int version, boolean activate) {
        AtomicReference<@Nullable SmartSheetText> text = new AtomicReference<>();
        AtomicReference<@Nullable Audience> key = new AtomicReference<>();
        named(() -> editing.save(viewer, id, goal -> {
            SmartSheetContent content = read.apply(checked(goal));
            text.set(SmartSheetText.of(content));
            key.set(goal.key());
            GoalContent wanted = content(viewer, content, goal);
            return new GoalEditing.Wanted(wanted.with(null), version, rows(goal, wanted), activate);
        }));
        SmartSheetText written = Objects.requireNonNull(text.get());
        if (write(id, written)) {
            journal.record(Entry.of("goal.worksheet-written", "goal", id, "wrote on the worksheet")
                    .goal(id)
                    .seenBy(Objects.requireNonNull(key.get()))
                    .after(written));
        }
    }

    /** How it would be judged, without writing it; one statement. */
    @Transactional(readOnly = true)
    public GoalEditing.Judged judge(Viewer viewer, @Nullable Goal goal, SmartSheetContent content) {
        GoalContent wanted = content(viewer, content, goal);
        List<@Nullable UUID> ids = new ArrayList<>();
        rows(goal, wanted).forEach(row -> ids.add(row.id()));
        GoalEditing.Judged judged = editing.judge(viewer, goal, wanted, ids);
        return new GoalEditing.Judged(fields(judged.wrong()), fields(judged.missing()), judged.smart());
    }

    /** What the general rules are asked about a worksheet. */
    static ManyGoals.Sought sought(Viewer viewer, SmartSheetContent content, @Nullable SmartSheet before) {
        Goal goal = before == null ? null : before.goal();
        GoalContent wanted = content(viewer, content, goal);
        return new ManyGoals.Sought(goal, wanted.with(null), rows(goal, wanted));
    }

    /** The first measure is the sheet's; the others stay. */
    private static List<GoalEditing.Row> rows(@Nullable Goal goal, GoalContent wanted) {
        List<GoalEditing.Row> rows = new ArrayList<>();
        List<MeasureContent> measures = Objects.requireNonNullElse(wanted.measures(), List.of());
        List<Measure> stored = goal == null ? List.of() : goal.live();
        int gone = stored.isEmpty() || measures.size() >= stored.size() ? 0 : 1;
        for (int i = 0; i < measures.size(); i++) {
            Measure before = i + gone < stored.size() ? stored.get(i + gone) : null;
            rows.add(new GoalEditing.Row(
                    before == null ? null : before.id(), before == null ? 0 : before.version(), measures.get(i)));
        }
        return rows;
    }

    private static GoalContent content(Viewer viewer, SmartSheetContent sheet, @Nullable Goal goal) {
        boolean nobody = sheet.ownerTeamId() == null && sheet.ownerPersonId() == null;
        UUID person = nobody ? viewer.id() : sheet.ownerPersonId();
        Visibility usual = person == null ? Visibility.TEAM : Visibility.PRIVATE_PAIR_HR;
        boolean sameCycle =
                goal != null && goal.cycle() != null && goal.cycle().id().equals(sheet.cycleId());
        List<MeasureContent> measures = new ArrayList<>();
        MeasureContent first = SheetMeasure.content(sheet, goal);
        if (first != null) {
            measures.add(first);
        }
        if (goal != null) {
            goal.live().stream().skip(1).forEach(measure -> measures.add(MeasureContent.of(goal, measure)));
        }
        return new GoalContent(
                SmartFramework.KEY,
                null,
                sheet.title(),
                sheet.relevant(),
                sheet.cycleId(),
                sheet.ownerTeamId(),
                person,
                goal == null ? null : goal.lead().id(),
                goal == null ? null : goal.level(),
                null,
                io.cairn.goal.Ambition.COMMITTED,
                goal == null ? List.of() : ids(goal.sharedTeams()),
                goal == null ? List.of() : ids(goal.contributors()),
                goal != null && sameCycle ? goal.startsOn() : null,
                sheet.dueOn(),
                sheet.audience() != null ? sheet.audience() : goal != null ? goal.visibility() : usual,
                measures);
    }

    private static List<UUID> ids(List<Ref> refs) {
        return refs.stream().map(Ref::id).toList();
    }

    /** The answers, under the goal's own key; whether they are others now. */
    private boolean write(UUID goal, SmartSheetText text) {
        return db.sql("""
                insert into smart.worksheet as w (goal_id, specific, measurable, achievable, time_bound, obstacles, first_step,
                                                  review_on, audience_kind, audience_id)
                select g.id, :specific, :measurable, :achievable, :timeBound, :obstacles, :firstStep, :reviewOn::date,
                       g.audience_kind, g.audience_id
                  from goal.goal g
                 where g.id = :goal
                on conflict (goal_id) do update
                   set specific = excluded.specific, measurable = excluded.measurable, achievable = excluded.achievable,
                       time_bound = excluded.time_bound, obstacles = excluded.obstacles, first_step = excluded.first_step,
                       review_on = excluded.review_on
                 where (w.specific, w.measurable, w.achievable, w.time_bound, w.obstacles, w.first_step, w.review_on)
                       is distinct from (excluded.specific, excluded.measurable, excluded.achievable, excluded.time_bound,
                                         excluded.obstacles, excluded.first_step, excluded.review_on)
                """)
                        .param("goal", goal)
                        .param("specific", text.specific())
                        .param("measurable", text.measurable())
                        .param("achievable", text.achievable())
                        .param("timeBound", text.timeBound())
                        .param("obstacles", text.obstacles())
                        .param("firstStep", text.firstStep())
                        .param("reviewOn", text.reviewOn())
                        .update()
                > 0;
    }

    private SmartSheet sheet(Goal goal) {
        return sheet(goal, checks.of(goal));
    }

    private SmartSheet sheet(Goal goal, GoalSmart smart) {
        return sheet(goal, smart, text(goal.id()));
    }

    private SmartSheetText text(UUID goal) {
        return db.sql("""
                select w.specific, w.measurable, w.achievable, w.time_bound, w.obstacles, w.first_step, w.review_on
                  from smart.worksheet w
                 where w.goal_id = :goal
                """)
                .param("goal", goal)
                .query(SmartSheetText.class)
                .optional()
                .orElse(SmartSheetText.NONE);
    }

    static SmartSheet sheet(Goal goal, GoalSmart smart, SmartSheetText text) {
        Measure measure = SheetMeasure.of(goal);
        return new SmartSheet(
                goal.id(),
                goal.title(),
                text.specific(),
                text.measurable(),
                text.achievable(),
                goal.why(),
                text.timeBound(),
                goal.owner(),
                goal.visibility(),
                goal.cycle() == null ? null : goal.cycle().id(),
                measure == null ? "" : measure.name(),
                measure == null ? "" : measure.unit(),
                number(measure, Measure::baseline),
                number(measure, Measure::target),
                number(measure, Measure::current),
                measure == null
                        ? List.of()
                        : measure.milestones().stream()
                                .map(io.cairn.goal.Milestone::name)
                                .toList(),
                goal.endsOn(),
                text.obstacles(),
                text.firstStep(),
                text.reviewOn(),
                goal.state(),
                goal.version(),
                smart,
                goal);
    }

    private static @Nullable BigDecimal number(
            @Nullable Measure measure, java.util.function.Function<Measure, @Nullable BigDecimal> figure) {
        return measure == null ? null : figure.apply(measure);
    }

    /** What is wrong stands at the worksheet's fields, not at the goal's. */
    private static <T> T named(Supplier<T> action) {
        try {
            return action.get();
        } catch (ProblemException refused) {
            throw new ProblemException(fields(refused.problems()));
        }
    }

    /** The same problems at the worksheet's fields. */
    static List<Problem> fields(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.field() == null ? problem : problem.at(field(problem.field())))
                .distinct()
                .toList();
    }

    private static String field(String field) {
        return switch (field) {
            case "why" -> "relevant";
            case "startsOn", "endsOn", "measures[0].dueOn" -> "dueOn";
            case "measures[0].name" -> "measureName";
            case "measures[0].unit" -> "unit";
            case "measures[0].baseline" -> "baseline";
            case "measures", "measures[0].target", "measures[0].comparator", "measures[0].kind" -> "target";
            default -> field.startsWith("measures[0].milestones") ? "steps" : field;
        };
    }
}
