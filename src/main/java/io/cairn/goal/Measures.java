package io.cairn.goal;

import io.cairn.access.Audience;
import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.framework.Framework;
import io.cairn.framework.Frameworks;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adding, changing and removing a goal's measures; once the goal is active, what was promised stays on record. */
@Component
@Transactional
public class Measures {
    private final Goals goals;
    private final GoalReader goalReader;
    private final MeasureReader reader;
    private final MeasureWriter writer;
    private final Settling settling;
    private final FigureStore figures;
    private final Frameworks frameworks;
    private final Journal journal;
    private final FollowedMetrics metrics;
    private final DomainClock clock;
    private final Placement placement;

    Measures(
            Goals goals,
            GoalReader goalReader,
            MeasureReader reader,
            MeasureWriter writer,
            Settling settling,
            FigureStore figures,
            Frameworks frameworks,
            Journal journal,
            FollowedMetrics metrics,
            DomainClock clock,
            Placement placement) {
        this.goals = goals;
        this.goalReader = goalReader;
        this.reader = reader;
        this.writer = writer;
        this.settling = settling;
        this.figures = figures;
        this.frameworks = frameworks;
        this.journal = journal;
        this.metrics = metrics;
        this.clock = clock;
        this.placement = placement;
    }

    @Transactional(readOnly = true)
    public Measure get(UUID measure) {
        return reader.one(measure);
    }

    public Measure add(Viewer viewer, UUID goalId, MeasureContent content) {
        Goal goal = goals.editable(goalId);
        check(content, null, intended(goal));
        Framework framework = frameworks.of(goal.framework());
        if (goal.state() != GoalStatus.DRAFT
                && goal.live().size() >= framework.measures().most()) {
            throw GoalCheck.count(framework, goal.live().size() + 1).exception();
        }
        UUID id = Ids.next();
        int position =
                goal.measures().stream().mapToInt(Measure::position).max().orElse(-1) + 1;
        writer.insert(List.of(MeasureWriter.Row.of(id, goalId, position, content, goal.key())));
        Measure added = goal.state() == GoalStatus.DRAFT ? reader.one(id) : addedToActive(goal, id, framework);
        journal.record(
                entry(goal, id, "measure.added", "added “" + added.name() + "”").after(MeasureContent.of(added)));
        return added;
    }

    private Measure addedToActive(Goal goal, UUID id, Framework framework) {
        Goal now = metrics.settled(goalReader.locked(goal.id()));
        GoalCheck.activation(now, framework);
        metrics.freeze(now);
        writer.rememberTargets(List.of(measure(now, id)), goal.key(), clock.today());
        return measure(figures.renew(now), id);
    }

    public Measure edit(Viewer viewer, UUID id, MeasureContent content, int version) {
        return edit(viewer, id, now -> content, version);
    }

    /**
     * @param change what its content becomes
     * @param version the version that was read; STALE_VERSION when somebody was faster
     */
    public Measure edit(Viewer viewer, UUID id, UnaryOperator<MeasureContent> change, int version) {
        Goal goal = goals.editableOf(id);
        Measure before = live(goal, id);
        MeasureContent content = change.apply(MeasureContent.of(before));
        if (before.version() != version) {
            throw GeneralProblem.STALE_VERSION.problem().with("current", before).exception();
        }
        check(content, before.owner(), intended(goal));
        boolean active = goal.state() != GoalStatus.DRAFT;
        if (active) {
            refuseMovedStart(before, content);
            refuseLostLevel(before, content);
        }
        var start = active && before.kind() == MeasureKind.MILESTONE
                ? settling.startOf(before)
                : Map.<String, BigDecimal>of();
        writer.update(MeasureWriter.Row.of(id, goal.id(), before.position(), content.dueWith(goal), goal.key(), start));
        Measure after = active ? judgedAnew(goal, before, content.terms()) : reader.one(id);
        journal.record(entry(goal, id, "measure.edited", summary(before, after))
                .before(MeasureContent.of(before))
                .after(MeasureContent.of(after)));
        return after;
    }

    /** A promise that changed is kept beside the one before, and all check-ins are judged by what holds now. */
    private Measure judgedAnew(Goal goal, Measure before, MeasureTerms terms) {
        if (promiseChanged(before, terms)) {
            writer.rememberTarget(before.id(), terms, goal.key(), clock.today());
        }
        Goal now = metrics.settled(goalReader.locked(goal.id()));
        GoalCheck.activation(now, frameworks.of(goal.framework()));
        metrics.freeze(now);
        return measure(figures.renew(settling.all(now)), before.id());
    }

    private static Measure measure(Goal goal, UUID id) {
        return goal.measures().stream()
                .filter(measure -> measure.id().equals(id))
                .findFirst()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    /** A draft's measure is deleted; an active goal's is cancelled and kept, unless too few would be left. */
    public void remove(Viewer viewer, UUID id) {
        Goal goal = goals.editableOf(id);
        Measure measure = live(goal, id);
        journal.record(entry(goal, id, "measure.removed", "removed “" + measure.name() + "”")
                .before(MeasureContent.of(measure)));
        if (goal.state() == GoalStatus.DRAFT) {
            writer.delete(id);
            return;
        }
        Framework framework = frameworks.of(goal.framework());
        if (goal.live().size() - 1 < framework.measures().least()) {
            throw GoalCheck.count(framework, goal.live().size() - 1).exception();
        }
        writer.cancel(id);
        renewActive(goal.id(), framework);
    }

    private void renewActive(UUID goal, Framework framework) {
        Goal now = goalReader.locked(goal);
        GoalCheck.activation(now, framework);
        figures.renew(settling.all(now));
    }

    /** Who sees the goal, or will once it is active. */
    static Audience intended(Goal goal) {
        return goal.state() == GoalStatus.DRAFT
                ? Goals.activeAudience(goal.visibility(), GoalContent.of(goal), goal.id())
                : goal.key();
    }

    /** @param owner the owner until now, who stays so after leaving */
    private void check(MeasureContent content, @Nullable Ref owner, Audience key) {
        Texts texts = new Texts();
        GoalCheck.measure(content, "", texts);
        if (content.ownerId() != null && (owner == null || !owner.id().equals(content.ownerId()))) {
            texts.unknown("ownerId", placement.isActivePerson(content.ownerId()));
        }
        if (content.metricId() != null) {
            metrics.refuseHidden(List.of(content.metricId()), key, texts);
        }
        texts.refuseIfAny();
    }

    private static Measure live(Goal goal, UUID id) {
        Measure measure = measure(goal, id);
        if (measure.cancelled()) {
            throw GoalProblem.MEASURE_CANCELLED.exception();
        }
        return measure;
    }

    static void refuseMovedStart(Measure before, MeasureContent after) {
        MeasureTerms terms = after.terms();
        if (!same(before.baseline(), terms.baseline())) {
            throw GoalProblem.BASELINE_LOCKED.at("baseline").exception();
        }
        if (before.kind() != terms.kind() || before.counting() != terms.counting()) {
            throw GoalProblem.MEASURE_KIND_LOCKED.at("kind").exception();
        }
    }

    static void refuseLostLevel(Measure before, MeasureContent after) {
        boolean kept = before.level() == null
                || after.terms().levels().stream()
                        .anyMatch(level -> level.name().equals(before.level()));
        if (!kept) {
            throw GoalProblem.INVALID_LEVELS
                    .saying("“" + before.level() + "” has been reached and so stays among the levels.")
                    .at("levels")
                    .exception();
        }
    }

    static boolean promiseChanged(Measure before, MeasureTerms after) {
        return !same(before.target(), after.target())
                || before.comparator() != after.comparator()
                || !same(before.low(), after.low())
                || !same(before.high(), after.high());
    }

    static String summary(Measure before, Measure after) {
        if (!same(before.target(), after.target())) {
            return "changed the target of “%s” from %s to %s"
                    .formatted(after.name(), plain(before.target()), plain(after.target()));
        }
        return "changed “" + after.name() + "”";
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "none" : value.toPlainString();
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    static Entry entry(Goal goal, UUID measure, String action, String summary) {
        return Entry.of(action, "measure", measure, summary).goal(goal.id()).seenBy(goal.key());
    }
}
