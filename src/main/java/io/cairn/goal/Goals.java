package io.cairn.goal;

import io.cairn.access.Audience;
import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.framework.Framework;
import io.cairn.framework.FrameworkProblem;
import io.cairn.framework.Frameworks;
import io.cairn.framework.Visibility;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A goal's life: written as a draft, activated, held, cancelled; each step with its guard and its line in the journal. */
@Component
@Transactional
public class Goals {
    private static final int LONGEST_REASON = 2000;
    private final GoalReader reader;
    private final GoalWriter writer;
    private final Placement placement;
    private final Rewriting rewriting;
    private final FigureStore figures;
    private final Frameworks frameworks;
    private final Journal journal;
    private final FollowedMetrics metrics;
    private final DomainClock clock;

    Goals(
            GoalReader reader,
            GoalWriter writer,
            Placement placement,
            Rewriting rewriting,
            FigureStore figures,
            Frameworks frameworks,
            Journal journal,
            FollowedMetrics metrics,
            DomainClock clock) {
        this.reader = reader;
        this.writer = writer;
        this.placement = placement;
        this.rewriting = rewriting;
        this.figures = figures;
        this.frameworks = frameworks;
        this.journal = journal;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @throws ProblemException NOT_FOUND where the viewer may not see it */
    @Transactional(readOnly = true)
    public Goal get(UUID goal) {
        return reader.one(goal);
    }

    /** Writes a draft; only who writes, leads, owns or contributes sees it until it is activated. */
    public Goal create(Viewer viewer, GoalContent content) {
        return create(viewer, content, false);
    }

    /** The same, and active at once if that is wanted and its framework's hard rules hold. */
    Goal create(Viewer viewer, GoalContent content, boolean activate) {
        UUID lead = lead(viewer, content);
        Placement.Found found = placement.find(content, lead);
        Framework framework = admitted(viewer, content, found);
        if (activate && !follows(content)) {
            GoalCheck.activation(content, framework, found);
        }
        UUID id = Ids.next();
        LocalDate activatedOn = activate ? clock.today() : null;
        writer.insert(new GoalWriter.Fresh(id, content, framework, found, lead, viewer.id(), activatedOn));
        Goal goal = reader.readUnlinked(List.of(id)).getFirst();
        Entry created = created(id, content);
        if (!activate) {
            journal.record(created);
            return goal;
        }
        Goal followed = metrics.settled(goal);
        GoalCheck.activation(followed, framework);
        metrics.freeze(followed);
        Goal active = figures.renew(followed);
        journal.record(List.of(created, activated(active, framework)));
        return active;
    }

    static UUID lead(Viewer viewer, GoalContent content) {
        return Objects.requireNonNullElse(content.leadId(), viewer.id());
    }

    /** The framework of a draft that the viewer may write as it is. */
    Framework admitted(Viewer viewer, GoalContent content, Placement.Found found) {
        Framework framework = frameworkOf(content);
        FrameworkProblem.refuseUnlessUsed(viewer, framework.key());
        GoalCheck.draft(content, framework, found);
        if (!found.mayCreate(viewer, content, lead(viewer, content))) {
            throw GeneralProblem.NOT_ALLOWED
                    .saying(
                            "Only the team's leader, those above and its members who lead the goal themselves may write it.")
                    .exception();
        }
        return framework;
    }

    static Entry created(UUID id, GoalContent content) {
        return Entry.of("goal.created", "goal", id, "wrote the draft “" + content.title() + "”")
                .goal(id)
                .after(content)
                .seenBy(Audience.list(id));
    }

    /** The baseline of a measure that follows a metric is known only once it is written. */
    private static boolean follows(GoalContent content) {
        return content.measuresOrNone().stream().anyMatch(measure -> measure.metricId() != null);
    }

    static Entry activated(Goal active, Framework framework) {
        return entry(
                        active,
                        "goal.activated",
                        "activated the " + framework.words().goal())
                .after(active.measures());
    }

    /** @param version the version that was read; STALE_VERSION when somebody was faster */
    public Goal edit(Viewer viewer, UUID id, GoalContent content, int version) {
        return edit(viewer, id, now -> content, version);
    }

    /** @param change what its content becomes */
    public Goal edit(Viewer viewer, UUID id, UnaryOperator<GoalContent> change, int version) {
        GoalReader.Locked locked = reader.lockedWhole(id);
        Goal before = editable(locked.goal());
        GoalContent content = change.apply(GoalContent.of(before));
        if (before.version() != version) {
            throw stale(before);
        }
        refuseFixed(before, content);
        List<GoalEditing.Row> same = before.live().stream()
                .map(measure ->
                        new GoalEditing.Row(measure.id(), measure.version(), MeasureContent.of(before, measure)))
                .toList();
        rewriting.rewrite(viewer, locked, new GoalEditing.Wanted(content, version, same, false));
        return reader.one(id);
    }

    /** The hard rules that keep a draft from being activated; none for any other goal. */
    public List<Problem> obstacles(Goal goal) {
        return goal.state() == GoalStatus.DRAFT
                ? GoalCheck.untilActivation(
                        GoalCheck.obstacles(goal, frameworks.of(goal.framework())),
                        goal.live().stream()
                                .map(measure -> new GoalCheck.Follow(measure.kind(), measure.metricId()))
                                .toList())
                : List.of();
    }

    /** DRAFT → ACTIVE once the framework's hard rules hold; from then on its audience is the framework's. */
    public Goal activate(Viewer viewer, UUID id) {
        Goal written = editable(id);
        if (written.state() != GoalStatus.DRAFT) {
            throw GoalProblem.GOAL_NOT_DRAFT.exception();
        }
        Framework framework = frameworks.of(written.framework());
        Goal draft = metrics.settled(written);
        GoalCheck.activation(draft, framework);
        Audience key = activeAudience(draft.visibility(), GoalContent.of(draft), id);
        writer.activate(draft, key, clock.today());
        metrics.freeze(draft);
        Goal active = reader.linked(figures.renew(draft.activated(clock.today(), key)));
        journal.record(activated(active, framework));
        return active;
    }

    public Goal hold(Viewer viewer, UUID id, @Nullable String reason) {
        checkReason(reason);
        Goal goal = in(editable(id), GoalStatus.ACTIVE);
        writer.state(goal, GoalStatus.ON_HOLD, reason, clock.today());
        return told(id, "goal.held", "put it on hold", reason);
    }

    public Goal resume(Viewer viewer, UUID id) {
        Goal goal = editable(id);
        if (goal.state() != GoalStatus.ON_HOLD) {
            throw GoalProblem.GOAL_NOT_ON_HOLD.exception();
        }
        writer.state(goal, GoalStatus.ACTIVE, null, null);
        return told(id, "goal.resumed", "took it off hold", null);
    }

    public Goal cancel(Viewer viewer, UUID id, @Nullable String reason) {
        checkReason(reason);
        Goal goal = editable(id);
        if (goal.state() != GoalStatus.ACTIVE && goal.state() != GoalStatus.ON_HOLD) {
            throw GoalProblem.GOAL_NOT_ACTIVE
                    .saying("Only an active goal can be cancelled.")
                    .exception();
        }
        writer.state(goal, GoalStatus.CANCELLED, reason, null);
        return told(id, "goal.cancelled", "cancelled it", reason);
    }

    /** Only a draft can be deleted; anything else is history. */
    public void delete(Viewer viewer, UUID id) {
        Goal goal = editable(id);
        if (goal.state() != GoalStatus.DRAFT) {
            throw GoalProblem.GOAL_NOT_DRAFT
                    .saying("Only a draft can be deleted; cancel an active goal instead.")
                    .exception();
        }
        journal.record(entry(goal, "goal.deleted", "deleted the draft “" + goal.title() + "”")
                .before(GoalContent.of(goal)));
        writer.delete(id);
    }

    /** The goal, locked, if the viewer may change it: 404 unseen, 403 seen, 409 closed. */
    Goal editable(UUID id) {
        return editable(reader.locked(id));
    }

    /** The same for the goal of that measure. */
    Goal editableOf(UUID measure) {
        return editable(reader.lockedOf(measure));
    }

    static Goal editable(Goal goal) {
        if (!goal.mayEdit()) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
        if (goal.state() == GoalStatus.CLOSED || goal.state() == GoalStatus.CANCELLED) {
            throw GoalProblem.GOAL_CLOSED.exception();
        }
        return goal;
    }

    static ProblemException stale(Goal current) {
        return GeneralProblem.STALE_VERSION.problem().with("current", current).exception();
    }

    private static Goal in(Goal goal, GoalStatus needed) {
        if (goal.state() != needed) {
            throw GoalProblem.GOAL_NOT_ACTIVE
                    .saying("Only an active goal can be put on hold.")
                    .exception();
        }
        return goal;
    }

    private static void checkReason(@Nullable String reason) {
        Texts texts = new Texts();
        texts.optional("reason", reason, LONGEST_REASON);
        texts.refuseIfAny();
    }

    private Goal told(UUID id, String action, String summary, @Nullable String reason) {
        Goal after = figures.renew(reader.one(id));
        journal.record(entry(after, action, summary).reason(reason));
        return after;
    }

    private Framework frameworkOf(GoalContent content) {
        String key = content.framework();
        if (key == null) {
            throw GeneralProblem.REQUIRED.at("framework").exception();
        }
        return frameworks
                .find(key)
                .filter(Framework::hasGoals)
                .filter(framework -> !framework.governed())
                .orElseThrow(() -> GeneralProblem.INVALID
                        .saying("There is no framework of that name whose goals are written here.")
                        .at("framework")
                        .exception());
    }

    /** What the goal's key is after an edit: a draft's list stays, an active goal's follows its owner. */
    static Audience audience(Goal goal, GoalContent content) {
        return goal.state() == GoalStatus.DRAFT
                ? Audience.list(goal.id())
                : activeAudience(Objects.requireNonNullElse(content.audience(), goal.visibility()), content, goal.id());
    }

    /** Source: frameworks 1.12. */
    static Audience activeAudience(Visibility visibility, GoalContent content, UUID goal) {
        UUID person = content.ownerPersonId();
        UUID team = content.ownerTeamId();
        return switch (visibility) {
            case PUBLIC_ORG -> Audience.EVERYONE;
            case TEAM -> team != null ? Audience.team(team) : Audience.list(goal);
            case PRIVATE_PAIR_HR -> person != null ? Audience.pair(person) : Audience.list(goal);
            case PRIVATE_COMP -> person != null ? Audience.pay(person) : Audience.list(goal);
            case RESTRICTED_LIST -> Audience.list(goal);
        };
    }

    static void refuseFixed(Goal goal, GoalContent content) {
        if (!goal.framework().equals(content.framework())) {
            throw GeneralProblem.INVALID
                    .saying("A goal keeps its framework.")
                    .at("framework")
                    .exception();
        }
        if (content.measures() != null) {
            throw GeneralProblem.UNKNOWN_FIELD
                    .saying("Measures are added and changed one by one.")
                    .at("measures")
                    .exception();
        }
    }

    static void refuseHandOver(Viewer viewer, Goal before, GoalContent content, UUID lead, Placement.Found found) {
        if (ownerChanged(before, content) && !found.mayCreate(viewer, content, lead)) {
            throw GeneralProblem.NOT_ALLOWED
                    .saying("Only those who lead the new owner may hand the goal over to it.")
                    .exception();
        }
    }

    private static boolean ownerChanged(Goal goal, GoalContent content) {
        UUID owner = content.ownerTeamId() != null ? content.ownerTeamId() : content.ownerPersonId();
        return !goal.owner().id().equals(owner);
    }

    static Entry entry(Goal goal, String action, String summary) {
        return Entry.of(action, "goal", goal.id(), summary).goal(goal.id()).seenBy(goal.key());
    }
}
