package io.cairn.goal;

import io.cairn.access.Audience;
import io.cairn.audit.Entry;
import io.cairn.goal.GoalEditing.Row;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The difference between a goal's stored measures and the rows of a form: rows without an id are added, missing ones go. */
final class RewrittenMeasures {
    private final Goal before;
    private final Goal after;
    private final boolean active;
    private final LocalDate today;
    private final Map<UUID, MeasureReader.Written> stored;
    private final List<Step> steps = new ArrayList<>();
    private final List<Measure> gone;
    private final List<Measure> longGone;

    /** One row of the form, with what it was (null for one that is added). */
    private record Step(@Nullable Measure before, MeasureContent content, Measure after, boolean changed) {}

    /**
     * @param after the goal as it is to be
     * @throws ProblemException where something fixed is changed, at the row's field
     */
    RewrittenMeasures(GoalReader.Locked locked, List<Row> rows, Goal after, LocalDate today) {
        this.before = locked.goal();
        this.after = after;
        this.active = before.state() != GoalStatus.DRAFT;
        this.today = today;
        this.stored = locked.written().stream()
                .collect(Collectors.toMap(written -> written.measure().id(), Function.identity()));
        Set<UUID> kept = rows.stream().map(Row::id).collect(Collectors.toSet());
        for (int i = 0; i < rows.size(); i++) {
            steps.add(step(rows.get(i), i));
        }
        this.gone = before.live().stream()
                .filter(measure -> !kept.contains(measure.id()))
                .toList();
        this.longGone = before.measures().stream().filter(Measure::cancelled).toList();
    }

    private Step step(Row row, int place) {
        MeasureReader.Written written = row.id() == null ? null : stored.get(row.id());
        if (written == null) {
            return new Step(null, row.content(), Rewritten.added(Ids.next(), row.content(), after, place), true);
        }
        Measure measure = written.measure();
        if (MeasureContent.of(before, measure).equals(row.content())) {
            return new Step(measure, row.content(), Rewritten.kept(written, after.endsOn(), place), false);
        }
        if (active) {
            at("measures[" + place + "].", () -> {
                Measures.refuseMovedStart(measure, row.content());
                Measures.refuseLostLevel(measure, row.content());
            });
        }
        return new Step(
                measure, row.content(), Rewritten.changed(written, row.content(), after, place, active, today), true);
    }

    /** A measure's problems name its fields; in a form of many they stand under the row's. */
    private static void at(String path, Runnable check) {
        try {
            check.run();
        } catch (ProblemException refused) {
            throw new ProblemException(refused.problems().stream()
                    .map((Problem problem) -> problem.field() == null ? problem : problem.at(path + problem.field()))
                    .toList());
        }
    }

    /** All of the goal's measures as they are to be; on an active goal those that go are kept as cancelled. */
    List<Measure> all() {
        Stream<Measure> cancelled = Stream.concat(gone.stream().map(Measure::withdrawn), longGone.stream());
        return Stream.concat(steps.stream().map(Step::after), active ? cancelled : Stream.empty())
                .toList();
    }

    /** Those with other terms than before. */
    Set<UUID> changed() {
        return steps.stream()
                .filter(Step::changed)
                .map(step -> step.after().id())
                .collect(Collectors.toSet());
    }

    Set<UUID> stored() {
        return stored.keySet();
    }

    GoalRewriter.MeasureRows rows(Audience key) {
        List<UUID> ids = gone.stream().map(Measure::id).toList();
        return new GoalRewriter.MeasureRows(
                steps.stream().map(step -> step.after().id()).toList(),
                steps.stream()
                        .filter(step -> step.before() != null && step.changed())
                        .map(step -> row(step, key))
                        .toList(),
                steps.stream()
                        .filter(step -> step.before() == null)
                        .map(step -> row(step, key))
                        .toList(),
                active ? List.of() : ids,
                active ? ids : List.of(),
                promises());
    }

    private MeasureWriter.Row row(Step step, Audience key) {
        Measure measure = step.after();
        MeasureReader.Written written = stored.get(measure.id());
        return MeasureWriter.Row.of(
                measure.id(),
                after.id(),
                measure.position(),
                step.content().dueWith(after),
                key,
                active && written != null ? Rewritten.startOf(written) : new HashMap<>());
    }

    /** A target is kept when its goal becomes active, when it is added to an active one and whenever it changes there. */
    private List<MeasureWriter.Promise> promises() {
        return steps.stream()
                .filter(step -> after.state() != GoalStatus.DRAFT)
                .filter(step -> !active
                        || step.before() == null
                        || Measures.promiseChanged(step.before(), step.after().terms()))
                .map(step ->
                        MeasureWriter.Promise.of(step.after().id(), step.after().terms()))
                .toList();
    }

    /** A draft's measures are one matter; of an active goal's each change is a step of its own. */
    List<Entry> entries(Audience key) {
        if (active) {
            return Stream.concat(
                            steps.stream().filter(Step::changed).map(step -> entry(step, key)),
                            gone.stream().map(measure -> removed(measure, key)))
                    .toList();
        }
        boolean moved = steps.stream()
                .anyMatch(step -> step.changed()
                        || (step.before() != null
                                && step.before().position() != step.after().position()));
        return moved || !gone.isEmpty()
                ? List.of(Goals.entry(before, "measure.edited", "rewrote the draft's measures")
                        .before(before.live())
                        .after(steps.stream().map(Step::content).toList())
                        .seenBy(key))
                : List.of();
    }

    private Entry entry(Step step, Audience key) {
        Measure now = step.after();
        Measure then = step.before();
        return then == null
                ? Measures.entry(before, now.id(), "measure.added", "added “" + now.name() + "”")
                        .after(MeasureContent.of(now))
                        .seenBy(key)
                : Measures.entry(before, now.id(), "measure.edited", Measures.summary(then, now))
                        .before(MeasureContent.of(then))
                        .after(step.content())
                        .seenBy(key);
    }

    private Entry removed(Measure measure, Audience key) {
        return Measures.entry(before, measure.id(), "measure.removed", "removed “" + measure.name() + "”")
                .before(MeasureContent.of(measure))
                .seenBy(key);
    }
}
