package io.cairn.framework.hybrid;

import io.cairn.access.Audience;
import io.cairn.audit.Entry;
import io.cairn.cycle.Cycle;
import io.cairn.framework.hybrid.ProposalRule.Around;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.Ids;
import io.cairn.metric.Metric;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Writes proposals, many at a time where one import touches many metrics. */
@Component
class ProposalRows {
    private final JdbcClient db;
    private final ObjectMapper json;

    ProposalRows(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A proposal that may still matter to its metric. */
    record Kept(
            UUID id,
            UUID metricId,
            boolean open,
            LocalDate periodStart,
            @Nullable LocalDate quietUntil,
            @Nullable LocalDate recoveredOn) {}

    /** A measure of a goal that follows a metric. */
    record Linked(UUID metricId, UUID measureId, String measure, UUID goalId, String keyKind, UUID keyId) {
        Entry told(Metric metric) {
            return Entry.of(
                            "goal.metric-red",
                            "measure",
                            measureId,
                            "noted that “" + metric.name() + "”, which “" + measure + "” follows, is off target")
                    .goal(goalId)
                    .seenBy(Audience.of(keyKind, keyId));
        }
    }

    /** A metric that is back on target. */
    record Recovery(UUID id, LocalDate on, int after) {}

    /** One to be written. */
    record Fresh(
            UUID id,
            UUID metricId,
            Trigger trigger,
            LocalDate periodStart,
            LocalDate periodEnd,
            BigDecimal value,
            String objective,
            String name,
            BigDecimal baseline,
            BigDecimal target,
            Comparator comparator,
            @Nullable BigDecimal stretch,
            @Nullable UUID cycleId) {
        static Fresh of(Metric metric, Trigger trigger, SuggestedKeyResult keyResult, @Nullable Cycle cycle) {
            return new Fresh(
                    Ids.next(),
                    metric.id(),
                    trigger,
                    Objects.requireNonNull(metric.figures().periodStart()),
                    Objects.requireNonNull(metric.figures().asOf()),
                    Objects.requireNonNull(metric.figures().value()),
                    PhraseBook.objective(metric.name(), metric.sheet().category()),
                    keyResult.name(),
                    keyResult.baseline(),
                    keyResult.target(),
                    keyResult.comparator(),
                    keyResult.stretch(),
                    cycle == null ? null : cycle.id());
        }
    }

    /** What there is of these metrics, after giving it the keys they have now. */
    Map<UUID, List<Kept>> kept(Collection<UUID> metrics) {
        return db.sql("""
                with stamped as (
                    update hybrid.proposal p
                       set audience_kind = m.audience_kind, audience_id = m.audience_id
                      from metric.metric m
                     where m.id = p.metric_id and p.metric_id = any (:metrics::uuid[]) and p.audience_id <> m.audience_id)
                select p.id, p.metric_id, p.state = 'OPEN' as open, p.period_start, p.quiet_until, p.recovered_on
                  from hybrid.proposal p
                 where p.metric_id = any (:metrics::uuid[])
                """).param("metrics", Ids.array(metrics)).query(Kept.class).list().stream()
                .collect(Collectors.groupingBy(Kept::metricId));
    }

    /** Key results that follow these metrics in objectives of this cycle and the next; of any day where there is no cycle. */
    Map<UUID, List<Linked>> linked(Collection<UUID> metrics, Around around, LocalDate today) {
        Cycle first = around.current() == null ? around.next() : around.current();
        Cycle last = around.next() == null ? around.current() : around.next();
        return db
                .sql("""
                select m.metric_id, m.id as measure_id, m.name as measure, g.id as goal_id,
                       g.audience_kind as key_kind, g.audience_id as key_id
                  from goal.measure m
                  join goal.goal g on g.id = m.goal_id
                  left join cycle.cycle c on c.id = g.cycle_id
                 where m.metric_id = any (:metrics::uuid[])
                   and not m.cancelled
                   and g.framework = 'okr'
                   and g.state in ('DRAFT', 'ACTIVE', 'ON_HOLD', 'SCORING')
                   and coalesce(g.ends_on, c.ends_on, :last) >= :first
                   and coalesce(g.starts_on, c.starts_on, :first) <= :last
                 order by m.id
                """)
                .param("metrics", Ids.array(metrics))
                .param("first", first == null ? today : first.startsOn())
                .param("last", last == null ? today : last.endsOn())
                .query(Linked.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Linked::metricId));
    }

    /** @return the metrics that propose now: none while the hybrid is not in use */
    Set<UUID> insert(List<Fresh> rows, LocalDate today) {
        if (rows.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(db.sql("""
                insert into hybrid.proposal (id, metric_id, trigger, period_start, period_end, value, suggested_objective,
                                             suggested_name, baseline, target, comparator, stretch, cycle_id, raised_on,
                                             audience_kind, audience_id)
                select x."id", x."metricId", x."trigger", x."periodStart", x."periodEnd", x."value", x."objective", x."name",
                       x."baseline", x."target", x."comparator", x."stretch", x."cycleId", :today,
                       m.audience_kind, m.audience_id
                  from jsonb_to_recordset(:rows::jsonb) as x (
                       "id" uuid, "metricId" uuid, "trigger" text, "periodStart" date, "periodEnd" date, "value" numeric,
                       "objective" text, "name" text, "baseline" numeric, "target" numeric, "comparator" text,
                       "stretch" numeric, "cycleId" uuid)
                  join metric.metric m on m.id = x."metricId"
                 where 'hybrid' <> all ((select framework.unused())::text[])
                returning metric_id
                """)
                .param("rows", json.writeValueAsString(rows))
                .param("today", today)
                .query(UUID.class)
                .list());
    }

    void recover(List<Recovery> recovered) {
        if (recovered.isEmpty()) {
            return;
        }
        db.sql("""
                update hybrid.proposal p
                   set recovered_on = x."on", recovered_after = x."after"
                  from jsonb_to_recordset(:rows::jsonb) as x ("id" uuid, "on" date, "after" int)
                 where p.id = x."id"
                """).param("rows", json.writeValueAsString(recovered)).update();
    }

    void expire(List<UUID> proposals, LocalDate today) {
        if (proposals.isEmpty()) {
            return;
        }
        db.sql("""
                update hybrid.proposal
                   set state = 'EXPIRED', decided_on = :today, version = version + 1
                 where id = any (:ids::uuid[]) and state = 'OPEN'
                """).param("ids", Ids.array(proposals)).param("today", today).update();
    }

    /** A proposal whose cycle is over. */
    record Over(UUID metricId, String metric, String keyKind, UUID keyId) {}

    List<Over> expireWithCycle(LocalDate today) {
        return db.sql("""
                update hybrid.proposal p
                   set state = 'EXPIRED', decided_on = :today, version = p.version + 1
                  from cycle.cycle c, metric.metric m
                 where c.id = p.cycle_id and m.id = p.metric_id and p.state = 'OPEN' and c.ends_on < :today
                returning m.id as metric_id, m.name as metric, p.audience_kind as key_kind, p.audience_id as key_id
                """).param("today", today).query(Over.class).list();
    }

    /** A decision about one that is open. */
    record Decision(
            UUID id,
            ProposalState state,
            @Nullable UUID by,
            @Nullable String reason,
            @Nullable UUID objective,
            @Nullable LocalDate quietUntil) {}

    void decide(Decision decision, LocalDate today) {
        db.sql("""
                update hybrid.proposal
                   set state = :state, decided_on = :today, decided_by = :by, reason = :reason, objective_id = :objective,
                       quiet_until = :quietUntil, version = version + 1
                 where id = :id
                """)
                .param("state", decision.state().name())
                .param("today", today)
                .param("by", decision.by())
                .param("reason", decision.reason())
                .param("objective", decision.objective())
                .param("quietUntil", decision.quietUntil())
                .param("id", decision.id())
                .update();
    }

    /** Keeps others from deciding it until the transaction ends. */
    void lock(UUID proposal) {
        db.sql("select p.id from hybrid.proposal p where p.id = :id for no key update")
                .param("id", proposal)
                .query(UUID.class)
                .optional();
    }

    /** The team that a metric without one belongs to with its owner: one led, else one the owner is in. */
    @Nullable
    UUID teamOf(UUID owner) {
        return db.sql("""
                select t.id
                  from organization.team t
                  left join organization.team_member m on m.team_id = t.id and m.person_id = :owner
                 where t.leader_id = :owner or m.person_id is not null
                 order by (t.leader_id = :owner) desc nulls last, t.name, t.id
                 limit 1
                """).param("owner", owner).query(UUID.class).optional().orElse(null);
    }
}
