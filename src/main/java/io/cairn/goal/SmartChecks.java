package io.cairn.goal;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.framework.Frameworks;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import io.cairn.metric.ProcessBehaviour;
import io.cairn.metric.RuleSet;
import io.cairn.smart.SmartHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** How SMART goals are, and who says that they can be reached: a manager or a colleague, never the owner (frameworks 2.4). */
@Component
@Transactional
public class SmartChecks {
    private static final int LONGEST_NOTE = 1000;
    private static final int DAYS_OF_HISTORY = 400;
    private static final TypeReference<List<SmartAttestation>> ATTESTATIONS = new TypeReference<>() {};
    private static final TypeReference<List<Told>> HISTORIES = new TypeReference<>() {};
    private static final TypeReference<List<String>> TITLES = new TypeReference<>() {};

    private final JdbcClient db;
    private final ObjectMapper json;
    private final GoalReader reader;
    private final MeasureReader measures;
    private final Frameworks frameworks;
    private final Journal journal;
    private final DomainClock clock;

    SmartChecks(
            JdbcClient db,
            ObjectMapper json,
            GoalReader reader,
            MeasureReader measures,
            Frameworks frameworks,
            Journal journal,
            DomainClock clock) {
        this.db = db;
        this.json = json;
        this.reader = reader;
        this.measures = measures;
        this.frameworks = frameworks;
        this.journal = journal;
        this.clock = clock;
    }

    /** One period of a metric. */
    private record Told(UUID metricId, LocalDate on, BigDecimal value) {}

    @Transactional(readOnly = true)
    public GoalSmart of(UUID goal) {
        return of(reader.readUnlinked(List.of(goal)).stream()
                .findFirst()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception));
    }

    /** The same of a goal that has been read already; one statement. */
    @Transactional(readOnly = true)
    public GoalSmart of(Goal goal) {
        return SmartReading.of(goal, evidence(goal), clock.getZone()).read();
    }

    /** A check beside who may add to it. */
    public record Shown(GoalSmart smart, boolean mayAttest, List<UUID> mayAttestMeasures) {}

    /** For a page that offers to attest; one statement. */
    @Transactional(readOnly = true)
    public Shown shown(Viewer viewer, Goal goal) {
        SmartEvidence evidence = evidence(goal);
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
        SmartEvidence evidence = evidence(goal);
        if (isOwner(viewer, goal, measure) || !evidence.peer() && !isLead(viewer, goal)) {
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
        String what = measure == null ? "" : "“" + measure.name() + "” ";
        journal.record(Entry.of("goal.smart-attested", "goal", goal.id(), "said that " + what + "can be done")
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
                && !isOwner(viewer, goal, measure)
                && (evidence.peer() || isLead(viewer, goal));
    }

    private static boolean isLead(Viewer viewer, Goal goal) {
        return viewer.id().equals(goal.lead().id());
    }

    /** Who answers for it: the lead and the owning person of a goal, who reports a measure. */
    private static boolean isOwner(Viewer viewer, Goal goal, @Nullable Measure measure) {
        if (measure != null && measure.owner() != null) {
            return viewer.id().equals(measure.owner().id());
        }
        boolean owns = !goal.owner().isTeam() && viewer.id().equals(goal.owner().id());
        return owns || isLead(viewer, goal);
    }

    /** Everything at once, in one statement. */
    SmartEvidence evidence(Goal goal) {
        UUID[] metrics = goal.live().stream()
                .map(Measure::metricId)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
        boolean agreed = frameworks.of(goal.framework()).governed();
        return db.sql("""
                select coalesce((select json_agg(json_build_object('id', a.id, 'measureId', a.measure_id,
                                                    'by', json_build_object('id', p.id, 'name', p.name), 'at', a.said_at,
                                                    'note', a.note, 'title', a.title, 'promise', a.promise, 'dueOn', a.due_on)
                                                order by a.said_at desc, a.id desc)
                                   from goal.smart_attestation a join organization.person p on p.id = a.by_id
                                  where a.goal_id = :goal), '[]')::text as attestations,
                       coalesce((select json_agg(json_build_object('metricId', v.metric_id, 'on', v.period_end,
                                                                   'value', v.value) order by v.period_end)
                                   from (select distinct on (x.metric_id, x.period_start) x.metric_id, x.period_end, x.value
                                           from metric.measurement x
                                          where x.metric_id = any (:metrics) and x.period_end > :since
                                          order by x.metric_id, x.period_start, x.revision desc) as v
                                  where v.value is not null), '[]')::text as histories,
                       coalesce((select json_agg(g.title order by g.title, g.id)
                                   from goal.link l join goal.goal g on g.id = l.parent_id
                                  where l.child_id = :goal), '[]')::text as links,
                       exists (select 1 from organization.reporting_line r
                                where r.person_id = :lead and r.manager_id = access.person() and r.depth > 0)
                       or exists (select 1 from organization.team_line l join organization.team t on t.id = l.above_id
                                   where l.team_id = any (:teams) and t.leader_id = access.person())
                       or exists (select 1 from organization.team_member m
                                   where m.person_id = access.person()
                                     and (m.team_id = any (:teams)
                                          or m.team_id in (select o.team_id from organization.team_member o
                                                            where o.person_id = :lead)))
                       or exists (select 1 from goal.contributor c
                                   where c.goal_id = :goal and c.person_id = access.person()) as peer
                """)
                .param("goal", goal.id())
                .param("metrics", metrics)
                .param("since", clock.today().minusDays(DAYS_OF_HISTORY))
                .param("lead", goal.lead().id())
                .param("teams", teams(goal))
                .query((row, number) -> new SmartEvidence(
                        json.readValue(row.getString("attestations"), ATTESTATIONS),
                        histories(json.readValue(row.getString("histories"), HISTORIES)),
                        json.readValue(row.getString("links"), TITLES),
                        agreed,
                        row.getBoolean("peer")))
                .single();
    }

    private static UUID[] teams(Goal goal) {
        List<UUID> teams =
                new ArrayList<>(goal.sharedTeams().stream().map(Ref::id).toList());
        if (goal.owner().isTeam()) {
            teams.add(goal.owner().id());
        }
        return teams.toArray(UUID[]::new);
    }

    private static Map<UUID, SmartHistory> histories(List<Told> told) {
        Map<UUID, List<SmartHistory.Value>> values = new LinkedHashMap<>();
        told.forEach(one -> values.computeIfAbsent(one.metricId(), metric -> new ArrayList<>())
                .add(new SmartHistory.Value(one.on(), one.value())));
        Map<UUID, SmartHistory> histories = new HashMap<>();
        values.forEach((metric, each) -> histories.put(metric, history(each)));
        return histories;
    }

    static SmartHistory history(List<SmartHistory.Value> values) {
        ProcessBehaviour limits = ProcessBehaviour.of(
                values.stream().map(SmartHistory.Value::value).toList(), RuleSet.STANDARD, false);
        return limits == null
                ? new SmartHistory(null, null, null, values)
                : new SmartHistory(limits.mean(), limits.lowerLimit(), limits.upperLimit(), values);
    }
}
