package io.cairn.metric;

import io.cairn.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table a load gathers its rows in, gone with the transaction; what they say beside what was there is asked in sets. */
@Component
class LoadTable {
    private static final int AT_ONCE = 5000;

    /** Each line beside the one before of its period, which is the newest revision so far for the first. */
    private static final String CHAIN = """
            with told as (
                select l.*, count(l.note) over same as noted, lag(l.line) over same as line_before,
                       lag(l.value) over same as value_before, lag(l.numerator) over same as numerator_before,
                       lag(l.denominator) over same as denominator_before, lag(l.weight) over same as weight_before,
                       lag(l.settled) over same as settled_before, lag(l.period_end) over same as end_before
                  from pg_temp.load_line l
                window same as (partition by l.metric_id, l.period_start order by l.line)),
            noted as (
                select t.*, coalesce(first_value(t.note) over (partition by t.metric_id, t.period_start, t.noted
                                                                order by t.line), '') as said
                  from told t),
            compared as (
                select n.*, n.line_before is null
                       or (n.value, n.numerator, n.denominator, n.weight, n.settled, n.period_end, n.said)
                          is distinct from
                          (n.value_before, n.numerator_before, n.denominator_before, n.weight_before, n.settled_before,
                           n.end_before, lag(n.said) over same) as changed
                  from noted n
                window same as (partition by n.metric_id, n.period_start order by n.line)),
            chain as (
                select c.*, first_value(c.revision) over same + count(*) filter (where c.changed and c.line > 0) over same
                            as newest
                  from compared c
                window same as (partition by c.metric_id, c.period_start order by c.line))
            """;

    private static final String INSERT = """
            insert into metric.measurement (metric_id, period_start, period_end, value, numerator, denominator, weight,
                                            source, entered_by, recorded_at, audience_kind, audience_id, revision, status, note)
            select c.metric_id, c.period_start, c.period_end, c.value, c.numerator, c.denominator, c.weight,
                   :source, :by::uuid, :at::timestamptz, m.audience_kind, m.audience_id
            """;

    private final JdbcClient db;

    LoadTable(JdbcClient db) {
        this.db = db;
    }

    /** How many values of a metric were kept. */
    record Kept(UUID metricId, long values) {}

    /** A load may take long, and sorts what it was sent. */
    void open() {
        db.sql("""
                select set_config('statement_timeout', '1h', true), set_config('work_mem', '96MB', true), metric.open_load()
                """).query().singleRow();
    }

    /** Metrics that rows are of, and all that are read or written with them, in id order; as the system. */
    void lock() {
        db.sql("""
                with recursive up (id) as (
                    select distinct l.metric_id from pg_temp.load_line l
                    union
                    select i.metric_id from metric.input i join up on i.input_id = up.id),
                besides (id) as (
                    select up.id from up
                    union
                    select i.input_id from metric.input i join up on i.metric_id = up.id)
                select count(*) from (
                    select m.id from metric.metric m where m.id in (select id from besides) order by m.id
                       for no key update of m) as held
                """).query(Long.class).single();
    }

    void weigh() {
        db.sql("select metric.weigh_load()").query().singleRow();
    }

    /** Puts what is known of the rows' periods and those near them beside the rows, as line 0. */
    int addKnown() {
        return db.sql("""
                insert into pg_temp.load_line (line, metric_id, period_start, period_end, value, numerator, denominator, weight,
                                               settled, note, revision)
                select distinct on (x.metric_id, x.period_start)
                       0, x.metric_id, x.period_start, x.period_end, x.value, x.numerator, x.denominator, x.weight,
                       x.status <> 'PROVISIONAL', x.note, x.revision
                  from (select l.metric_id, min(l.period_start) - 366 as first, max(l.period_end) as last
                          from pg_temp.load_line l group by l.metric_id) as wanted
                  join metric.measurement x
                    on x.metric_id = wanted.metric_id and x.period_start between wanted.first and wanted.last
                 order by x.metric_id, x.period_start, x.revision desc
                """).update();
    }

    /** Metrics of which some periods would overlap; those with another last day for the same first one may count too. */
    List<UUID> overlapping() {
        return db.sql("""
                select distinct x.metric_id
                  from (select l.metric_id, l.period_start,
                               max(l.period_end) over (partition by l.metric_id order by l.period_start
                                                       groups between unbounded preceding and 1 preceding) as reached
                          from pg_temp.load_line l) as x
                 where x.reached >= x.period_start
                """).query(UUID.class).list();
    }

    /** Takes out every line of these metrics that has a day in common with another period that came before it. */
    void takeOutOverlaps(List<UUID> metrics, LoadErrors errors) {
        List<Long> out = new ArrayList<>();
        TreeMap<LocalDate, Period> taken = new TreeMap<>();
        var last = new Object() {
            @Nullable
            UUID metric;
        };
        db.sql("""
                select l.line, l.metric_id, l.period_start, l.period_end
                  from pg_temp.load_line l
                 where l.metric_id = any (:metrics::uuid[])
                 order by l.metric_id, l.line
                """).param("metrics", Ids.array(metrics)).withFetchSize(AT_ONCE).query(row -> {
            UUID metric = row.getObject("metric_id", UUID.class);
            if (!metric.equals(last.metric)) {
                last.metric = metric;
                taken.clear();
            }
            Period period = period(row);
            if (row.getLong("line") > 0 && MeasurementCheck.overlaps(taken, period)) {
                errors.refuse(row.getLong("line"), null, MetricProblem.PERIOD_OVERLAPS.at("periodStart"));
                out.add(row.getLong("line"));
            } else {
                taken.put(period.start(), period);
            }
        });
        for (int from = 0; from < out.size(); from += 100_000) {
            takeOut(out.subList(from, Math.min(out.size(), from + 100_000)));
        }
    }

    private static Period period(ResultSet row) throws SQLException {
        return new Period(row.getObject("period_start", LocalDate.class), row.getObject("period_end", LocalDate.class));
    }

    private void takeOut(List<Long> lines) {
        db.sql("delete from pg_temp.load_line l where l.line = any (:lines)")
                .param("lines", lines.toArray(Long[]::new))
                .update();
    }

    /** Keeps what is new or different as further revisions. */
    List<Kept> keep(Source source, @Nullable UUID by, Instant at) {
        return kept(CHAIN + ", kept as (" + INSERT + """
                        , c.newest, case when not c.settled then 'PROVISIONAL' when c.settled_before then 'CORRECTED'
                                         else 'FINAL' end, c.said
                          from chain c
                          join metric.metric m on m.id = c.metric_id
                         where c.line > 0 and c.changed
                     returning metric_id)
                        select k.metric_id, count(*) as values from kept k group by k.metric_id order by k.metric_id
                        """, source, by, at);
    }

    /** The same where every line is the first of its period, which spares all comparing. */
    List<Kept> keepFresh(Source source, @Nullable UUID by, Instant at) {
        return kept("with kept as (" + INSERT + """
                        , 1, case when c.settled then 'FINAL' else 'PROVISIONAL' end, coalesce(c.note, '')
                          from pg_temp.load_line c
                          join metric.metric m on m.id = c.metric_id)
                        select l.metric_id, count(*) as values from pg_temp.load_line l group by l.metric_id order by l.metric_id
                        """, source, by, at);
    }

    private List<Kept> kept(String sql, Source source, @Nullable UUID by, Instant at) {
        return db.sql(sql)
                .param("source", source.name())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query((row, number) -> new Kept(row.getObject("metric_id", UUID.class), row.getLong("values")))
                .list();
    }

    /** How many rows would do what, and what they would do, told by a digest. */
    record Sum(long created, long corrected, long unchanged, String digest) {}

    Sum sum() {
        return db.sql(CHAIN + """
                select count(*) filter (where c.changed and c.line_before is null) as created,
                       count(*) filter (where c.changed and c.line_before is not null) as corrected,
                       count(*) filter (where not c.changed) as unchanged,
                       md5(coalesce(string_agg(c.line || ' ' || c.metric_id || ' ' || c.newest || ' ' || c.changed, ','
                                               order by c.line), '')) as digest
                  from chain c
                 where c.line > 0
                """)
                .query((row, number) -> new Sum(
                        row.getLong("created"),
                        row.getLong("corrected"),
                        row.getLong("unchanged"),
                        row.getString("digest")))
                .single();
    }

    /** The first lines with what would become of them. */
    List<LoadPlan.Row> plan(LoadMetrics metrics, int most) {
        return db.sql(CHAIN + """
                select c.line, c.metric_id, c.period_start, c.period_end, c.value, c.value_before, c.changed,
                       c.line_before is null as fresh
                  from chain c
                 where c.line > 0
                 order by c.line, c.metric_id, c.period_start
                 limit :most
                """)
                .param("most", most)
                .query((row, number) -> planned(row, metrics))
                .list();
    }

    private static LoadPlan.Row planned(ResultSet row, LoadMetrics metrics) throws SQLException {
        LoadMetrics.Known metric = metrics.find(row.getObject("metric_id", UUID.class));
        boolean fresh = row.getBoolean("fresh");
        return new LoadPlan.Row(
                row.getLong("line"),
                metric == null ? "" : metric.name(),
                metric == null ? "" : metric.unit(),
                row.getObject("period_start", LocalDate.class),
                row.getObject("period_end", LocalDate.class),
                MetricReader.shown(row.getBigDecimal("value_before")),
                MetricReader.shown(row.getBigDecimal("value")),
                !row.getBoolean("changed")
                        ? LoadPlan.Fate.UNCHANGED
                        : fresh ? LoadPlan.Fate.CREATED : LoadPlan.Fate.CORRECTED);
    }
}
