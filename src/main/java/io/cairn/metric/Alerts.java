package io.cairn.metric;

import io.cairn.access.Audience;
import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Page;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Alerts of metrics: reading them, and taking note of them. They are raised with the values themselves. */
@Component
@Transactional
public class Alerts {
    private static final String LED = """
            (exists (select 1 from organization.reporting_line r
                      where r.person_id = m.owner_id and r.manager_id = access.person())
             or exists (select 1 from organization.team_line l join organization.team led on led.id = l.above_id
                         where l.team_id = m.team_id and led.leader_id = access.person()))
            """;

    private static final String TOLD = """
             returning m.id as metric_id, m.name as metric, a.period_start as period, a.audience_kind as key_kind,
                       a.audience_id as key_id
            """;

    private static final String SELECT = """
            select a.id, a.metric_id, a.period_start, a.from_status, a.to_status, a.rule, a.raised_at, a.acknowledged_by,
                   k.name as acknowledged_name, a.acknowledged_at, m.name, m.unit, m.decimals, m.frequency, m.owner_id,
                   o.name as owner_name, x.period_end, x.value, x.note,
            """ + LED + """
                   as led
              from metric.alert a
              join metric.metric m on m.id = a.metric_id
              join organization.person o on o.id = m.owner_id
              left join organization.person k on k.id = a.acknowledged_by
              left join lateral (
                    select v.period_end, v.value, v.note
                      from metric.measurement v
                     where v.metric_id = a.metric_id and v.period_start = a.period_start
                     order by v.revision desc
                     limit 1) x on true
            """;

    private static final String MINE = "(m.owner_id = :viewer or " + LED + ")";
    private static final int MOST_COUNTED = 100;

    private final JdbcClient db;
    private final Journal journal;
    private final DomainClock clock;

    Alerts(JdbcClient db, Journal journal, DomainClock clock) {
        this.db = db;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Which alerts are wanted.
     *
     * @param mine only those of metrics that the viewer owns, or whose owner or team the viewer leads
     * @param open true for those nobody has taken note of, false for the others, null for both
     */
    public record Wanted(
            boolean mine, @Nullable Boolean open, @Nullable UUID metric) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<Alert> find(Viewer viewer, Wanted wanted, int limit, @Nullable UUID after) {
        return Page.of(
                db.sql(SELECT + """
                         where (:open::boolean is null or (a.acknowledged_at is null) = :open)
                           and (:metric::uuid is null or a.metric_id = :metric)
                           and (:after::uuid is null or a.id < :after)
                           and (not :mine or
                        """ + MINE + """
                               )
                         order by a.id desc
                         limit :rows
                        """)
                        .param("open", wanted.open())
                        .param("metric", wanted.metric())
                        .param("after", after)
                        .param("mine", wanted.mine())
                        .param("viewer", viewer.id())
                        .param("rows", limit + 1)
                        .query((row, number) -> alert(row, viewer))
                        .list(),
                limit,
                alert -> alert.id().toString());
    }

    /** How many open ones there are of metrics that the viewer owns or leads; counted up to a hundred. */
    @Transactional(readOnly = true)
    public int waiting(Viewer viewer) {
        return db.sql("""
                select count(*)
                  from (select 1
                          from metric.alert a
                          join metric.metric m on m.id = a.metric_id
                         where a.acknowledged_at is null and
                """ + MINE + " limit :most) x")
                .param("viewer", viewer.id())
                .param("most", MOST_COUNTED)
                .query(Integer.class)
                .single();
    }

    /** @throws io.cairn.kernel.ProblemException NOT_FOUND where the viewer may not see its metric */
    @Transactional(readOnly = true)
    public Alert get(Viewer viewer, UUID id) {
        return db.sql(SELECT + " where a.id = :id")
                .param("id", id)
                .query((row, number) -> alert(row, viewer))
                .optional()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    /** Takes note of one; whoever did so first stays. */
    public Alert acknowledge(Viewer viewer, UUID id) {
        if (!get(viewer, id).mayAcknowledge()) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
        acknowledged(db.sql("""
                update metric.alert a
                   set acknowledged_by = :viewer, acknowledged_at = :at
                  from metric.metric m
                 where m.id = a.metric_id and a.id = :id and a.acknowledged_at is null
                """ + TOLD)
                .param("id", id)
                .param("viewer", viewer.id())
                .param("at", Timestamp.from(clock.instant())));
        return get(viewer, id);
    }

    /**
     * Takes note of all open ones that the viewer may, and that were there when they looked.
     *
     * @param mine leaves out those that an executive or champion may only take note of by their duty
     * @param upTo the newest that was seen
     * @return how many
     */
    public int acknowledgeAll(Viewer viewer, boolean mine, UUID upTo) {
        boolean everywhere = !mine && viewer.isAny(Role.EXEC, Role.CHAMP);
        return acknowledged(db.sql("""
                update metric.alert a
                   set acknowledged_by = :viewer, acknowledged_at = :at
                  from metric.metric m
                 where m.id = a.metric_id and a.acknowledged_at is null and a.id <= :upTo
                   and (:everywhere or
                """ + MINE + ")" + TOLD)
                .param("viewer", viewer.id())
                .param("at", Timestamp.from(clock.instant()))
                .param("upTo", upTo)
                .param("everywhere", everywhere));
    }

    /** An alert that somebody took note of just now. */
    private record Noted(UUID metricId, String metric, LocalDate period, String keyKind, UUID keyId) {
        Entry told() {
            return Entry.of(
                            "alert.acknowledged",
                            "metric",
                            metricId,
                            "took note of the alert of “%s” for %s".formatted(metric, period))
                    .seenBy(Audience.of(keyKind, keyId));
        }
    }

    private int acknowledged(JdbcClient.StatementSpec update) {
        List<Noted> noted = update.query(Noted.class).list();
        journal.record(noted.stream().map(Noted::told).toList());
        return noted.size();
    }

    private static Alert alert(ResultSet row, Viewer viewer) throws SQLException {
        UUID owner = row.getObject("owner_id", UUID.class);
        UUID by = row.getObject("acknowledged_by", UUID.class);
        OffsetDateTime at = row.getObject("acknowledged_at", OffsetDateTime.class);
        String note = row.getString("note");
        boolean led = row.getBoolean("led");
        return new Alert(
                row.getObject("id", UUID.class),
                new Alert.Subject(
                        row.getObject("metric_id", UUID.class),
                        row.getString("name"),
                        row.getString("unit"),
                        row.getInt("decimals"),
                        Frequency.valueOf(row.getString("frequency")),
                        new PersonRef(owner, row.getString("owner_name"))),
                row.getObject("period_start", LocalDate.class),
                row.getObject("period_end", LocalDate.class),
                MetricReader.shown(row.getBigDecimal("value")),
                MetricReader.optional(MetricStatus.class, row.getString("from_status")),
                MetricReader.optional(MetricStatus.class, row.getString("to_status")),
                MetricReader.optional(Rule.class, row.getString("rule")),
                note == null ? "" : note,
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                by == null ? null : new PersonRef(by, row.getString("acknowledged_name")),
                at == null ? null : at.toInstant(),
                led || viewer.id().equals(owner),
                MetricReader.mayEdit(owner, led));
    }
}
