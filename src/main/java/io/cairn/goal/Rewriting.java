package io.cairn.goal;

import io.cairn.access.Audience;
import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.framework.Framework;
import io.cairn.framework.Frameworks;
import io.cairn.goal.GoalEditing.Row;
import io.cairn.goal.GoalEditing.Wanted;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes a stored goal and its measures what a form says: everything is judged first and nothing is written if anything is
 * wrong; then one statement each for the rows, for who reads them, for the figures and for the journal.
 */
@Component
class Rewriting {
    private final GoalRewriter rewriter;
    private final Settling settling;
    private final FigureStore figures;
    private final Placement placement;
    private final Frameworks frameworks;
    private final Journal journal;
    private final FollowedMetrics metrics;
    private final DomainClock clock;

    Rewriting(
            GoalRewriter rewriter,
            Settling settling,
            FigureStore figures,
            Placement placement,
            Frameworks frameworks,
            Journal journal,
            FollowedMetrics metrics,
            DomainClock clock) {
        this.rewriter = rewriter;
        this.settling = settling;
        this.figures = figures;
        this.placement = placement;
        this.frameworks = frameworks;
        this.journal = journal;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The goal's state afterwards. */
    GoalStatus rewrite(Viewer viewer, GoalReader.Locked locked, Wanted wanted) {
        return rewrite(viewer, List.of(new Asked(locked, wanted))).getFirst();
    }

    /** A goal, and what is to become of it. */
    record Asked(GoalReader.Locked locked, Wanted wanted) {
        UUID lead() {
            return Objects.requireNonNullElse(
                    wanted.content().leadId(), locked.goal().lead().id());
        }

        /** The content with its measures. */
        GoalContent whole() {
            return wanted.content()
                    .with(wanted.rows().stream().map(Row::content).toList());
        }

        Placement.Asked named() {
            return Placement.Asked.of(whole(), lead(), locked.goal().named());
        }
    }

    /** Many goals, all or none of them; a statement or two for each, and a few for all. */
    List<GoalStatus> rewrite(Viewer viewer, List<Asked> all) {
        List<Placement.Found> found =
                placement.find(all.stream().map(Asked::named).toList());
        List<Entry> entries = new ArrayList<>();
        List<Goal> rewritten = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            rewritten.add(rewrite(viewer, all.get(i), found.get(i), entries));
        }
        List<Goal> running = rewritten.stream()
                .filter(goal -> goal.state() != GoalStatus.DRAFT)
                .toList();
        if (!running.isEmpty()) {
            metrics.freeze(running);
            figures.renew(running, clock.today());
        }
        journal.record(entries);
        return rewritten.stream().map(Goal::state).toList();
    }

    private Goal rewrite(Viewer viewer, Asked asked, Placement.Found found, List<Entry> entries) {
        GoalReader.Locked locked = asked.locked();
        Wanted wanted = asked.wanted();
        Goal before = locked.goal();
        GoalContent content = wanted.content();
        if (wanted.activate() && before.state() != GoalStatus.DRAFT) {
            throw GoalProblem.GOAL_NOT_DRAFT.exception();
        }
        UUID lead = asked.lead();
        Framework framework = frameworks.of(before.framework());
        GoalCheck.draft(asked.whole(), framework, found);
        refuseStale(before, wanted);
        Goals.refuseHandOver(viewer, before, content, lead, found);
        Goal draft = Rewritten.goal(before, content, found, wanted.activate(), clock.today(), key(before, wanted));
        RewrittenMeasures measures = new RewrittenMeasures(locked, wanted.rows(), draft, clock.today());
        Goal after = draft.with(measures.all(), List.of(), List.of());
        if (after.state() != GoalStatus.DRAFT) {
            after = metrics.settled(after);
            GoalCheck.activation(after, framework);
            after = judged(locked, after, measures);
        }
        rewriter.list(before, after, content, lead);
        rewriter.write(after, content, lead, measures.rows(after.key()), clock.today());
        rewriter.open(before, after, content, lead);
        entries.addAll(entries(before, after, content, measures, framework));
        return after;
    }

    private static Audience key(Goal before, Wanted wanted) {
        GoalContent content = wanted.content();
        return wanted.activate()
                ? Goals.activeAudience(
                        Objects.requireNonNullElse(content.audience(), before.visibility()), content, before.id())
                : Goals.audience(before, content);
    }

    private static void refuseStale(Goal before, Wanted wanted) {
        boolean moved = wanted.rows().stream()
                .filter(row -> row.id() != null)
                .anyMatch(row -> before.live().stream()
                        .noneMatch(measure -> measure.id().equals(row.id()) && measure.version() == row.version()));
        if (before.version() != wanted.version() || moved) {
            throw Goals.stale(before);
        }
    }

    /** Other days part a hit rate otherwise and may leave check-ins outside. */
    private Goal judged(GoalReader.Locked locked, Goal after, RewrittenMeasures measures) {
        Goal before = locked.goal();
        boolean sameDays =
                Objects.equals(before.startsOn(), after.startsOn()) && Objects.equals(before.endsOn(), after.endsOn());
        if (!sameDays && before.state() != GoalStatus.DRAFT) {
            settling.refuseEarlier(after, locked.written());
        }
        return after.with(
                settling.anew(after, after.measures(), sameDays ? measures.changed() : measures.stored()),
                List.of(),
                List.of());
    }

    /** What was written of a draft stays with those who wrote it once the goal is open to all. */
    private static List<Entry> entries(
            Goal before, Goal after, GoalContent content, RewrittenMeasures measures, Framework framework) {
        Audience key = after.key().equals(Audience.EVERYONE) ? before.key() : after.key();
        List<Entry> entries = new ArrayList<>();
        entries.add(Goals.entry(
                        after, "goal.edited", "changed the " + framework.words().goal())
                .before(GoalContent.of(before))
                .after(content.between(after.startsOn(), after.endsOn()))
                .seenBy(key));
        entries.addAll(measures.entries(key));
        if (before.state() != after.state()) {
            entries.add(Goals.activated(after, framework));
        }
        return entries;
    }
}
