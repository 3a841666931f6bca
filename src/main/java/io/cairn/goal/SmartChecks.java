package io.cairn.goal;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How SMART goals are, and who says that they can be reached: a manager or a colleague, never the owner (frameworks 2.4). */
@Component
@Transactional
public class SmartChecks {
    private static final int LONGEST_NOTE = 1000;

    private final JdbcClient db;
    private final GoalReader reader;
    private final MeasureReader measures;
    private final SmartEvidences evidences;
    private final Journal journal;
    private final DomainClock clock;

    SmartChecks(
            JdbcClient db,
            GoalReader reader,
            MeasureReader measures,
            SmartEvidences evidences,
            Journal journal,
            DomainClock clock) {
        this.db = db;
        this.reader = reader;
        this.measures = measures;
        this.evidences = evidences;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public GoalSmart of(UUID goal) {
        return of(reader.readUnlinked(List.of(goal)).stream()
                .findFirst()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception));
    }

    /** The same of a goal that has been read already; one statement. */
    @Transactional(readOnly = true)
    public GoalSmart of(Goal goal) {
        return SmartReading.of(goal, evidences.of(goal), clock.getZone()).read();
    }

    /** The same of many, by goal; one statement. */
    @Transactional(readOnly = true)
    public Map<UUID, GoalSmart> of(List<Goal> goals) {
        Map<UUID, SmartEvidence> evidence = evidences.of(goals);
        Map<UUID, GoalSmart> found = new HashMap<>();
        for (Goal goal : goals) {
            SmartEvidence known = Objects.requireNonNull(evidence.get(goal.id()));
            found.put(goal.id(), SmartReading.of(goal, known, clock.getZone()).read());
        }
        return found;
    }

    /** A check beside who may add to it. */
    public record Shown(GoalSmart smart, boolean mayAttest, List<UUID> mayAttestMeasures) {}

    /** For a page that offers to attest; one statement. */
    @Transactional(readOnly = true)
    public Shown shown(Viewer viewer, Goal goal) {
        SmartEvidence evidence = evidences.of(goal);
        return new Shown(
                SmartReading.of(goal, evidence, clock.getZone()).read(),
                mayAttest(viewer, goal, null, evidence),
                goal.live().stream()
                        .filter(measure -> mayAttest(viewer, goal, measure, evidence))
                        .map(Measure::id)
                        .toList());
    }

    /** @throws io.cairn.kernel.ProblemException NOT_FOUND where the viewer may not see it */
    @Transactional(readOnly = true)
    public GoalSmart.OfMeasure ofMeasure(UUID measure) {
        GoalSmart smart = of(measures.one(measure).goalId());
        return smart.of(measure).orElseThrow(GoalProblem.MEASURE_CANCELLED::exception);
    }

    /** Says that the goal can be reached as it stands. */
    public GoalSmart attest(Viewer viewer, UUID goalId, @Nullable String note) {
        Goal goal = reader.one(goalId);
        attest(viewer, goal, null, note);
        return of(goal);
    }

    /** The same of one measure. */
    public GoalSmart.OfMeasure attestMeasure(Viewer viewer, UUID measureId, @Nullable String note) {
        Goal goal = reader.one(measures.one(measureId).goalId());
        Measure measure = goal.live().stream()
                .filter(one -> one.id().equals(measureId))
                .findFirst()
                .orElseThrow(GoalProblem.MEASURE_CANCELLED::exception);
        attest(viewer, goal, measure, note);
        return of(goal).of(measureId).orElseThrow();
    }

    private void attest(Viewer viewer, Goal goal, @Nullable Measure measure, @Nullable String note) {
        Texts texts = new Texts();
        String said = texts.optional("note", note, LONGEST_NOTE);
        texts.refuseIfAny();
        SmartEvidence evidence = evidences.of(goal);
        if (isOwner(viewer.id(), goal, measure) || !evidence.peer() && !isLead(viewer, goal)) {
            throw GeneralProblem.NOT_ALLOWED
                    .saying("The manager or a colleague says that it can be done, not its owner.")
                    .exception();
        }
        refuseSettled(goal, evidence);
        SmartWording wording = measure == null
                ? SmartWording.of(
                        SmartReading.of(goal, evidence, clock.getZone()).content(), goal.endsOn())
                : SmartWording.of(MeasureContent.of(goal, measure), goal.endsOn());
        db.sql("""
                insert into goal.smart_attestation (goal_id, id, measure_id, by_id, said_at, note, title, promise, due_on,
                                                    audience_kind, audience_id)
                values (:goal, :id, :measure, :by, :at, :note, :title, :promise, :due, :keyKind, :keyId)
                """)
                .param("goal", goal.id())
                .param("id", Ids.next())
                .param("measure", measure == null ? null : measure.id())
                .param("by", viewer.id())
                .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("note", said)
                .param("title", wording.title())
                .param("promise", wording.promise())
                .param("due", wording.dueOn())
                .param("keyKind", goal.key().kind().key())
                .param("keyId", goal.key().id())
                .update();
        String what = measure == null ? "it" : "“" + measure.name() + "”";
        journal.record(Entry.of("goal.smart-attested", "goal", goal.id(), "said that " + what + " can be done")
                .goal(goal.id())
                .seenBy(goal.key())
                .reason(said.isEmpty() ? null : said));
    }

    private static void refuseSettled(Goal goal, SmartEvidence evidence) {
        if (goal.state() == GoalStatus.CLOSED || goal.state() == GoalStatus.CANCELLED) {
            throw GoalProblem.GOAL_CLOSED.exception();
        }
        if (evidence.agreed()) {
            throw GoalProblem.SMART_AGREED_ALREADY.exception();
        }
    }

    private static boolean mayAttest(Viewer viewer, Goal goal, @Nullable Measure measure, SmartEvidence evidence) {
        boolean open = goal.state() != GoalStatus.CLOSED && goal.state() != GoalStatus.CANCELLED;
        return open
                && !evidence.agreed()
                && !isOwner(viewer.id(), goal, measure)
                && (evidence.peer() || isLead(viewer, goal));
    }

    private static boolean isLead(Viewer viewer, Goal goal) {
        return viewer.id().equals(goal.lead().id());
    }

    /** Who answers for it: the lead and the owning person of a goal, who reports a measure. */
    static boolean isOwner(UUID person, Goal goal, @Nullable Measure measure) {
        if (measure != null && measure.owner() != null) {
            return person.equals(measure.owner().id());
        }
        boolean owns = !goal.owner().isTeam() && person.equals(goal.owner().id());
        return owns || person.equals(goal.lead().id());
    }
}
