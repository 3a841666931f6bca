package io.cairn.metric;

import io.cairn.access.Audience;
import io.cairn.framework.Visibility;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Role;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Writes metrics and stamps what hangs from them with their key. */
@Component
class MetricWriter {
    private final JdbcClient db;
    private final DomainClock clock;
    private final ObjectMapper json;

    MetricWriter(JdbcClient db, DomainClock clock, ObjectMapper json) {
        this.db = db;
        this.clock = clock;
        this.json = json;
    }

    /** What of a metric's content is settled before it is written. */
    record Row(
            UUID id,
            MetricContent content,
            UUID owner,
            MetricState state,
            @Nullable Formula formula,
            int definitionVersion,
            @Nullable LocalDate definedFrom) {

        Audience key() {
            return switch (content.audienceOrUsual()) {
                case PUBLIC_ORG -> Audience.EVERYONE;
                case TEAM -> Audience.team(Objects.requireNonNull(content.teamId()));
                case PRIVATE_PAIR_HR, PRIVATE_COMP -> Audience.pair(owner);
                case RESTRICTED_LIST -> Audience.list(id);
            };
        }
    }

    void insert(Row row) {
        insert(List.of(row));
    }

    /** One statement however many, and one more where some are restricted. */
    void insert(List<Row> rows) {
        share(rows);
        given(rows, """
                insert into metric.metric (id, name, state, unit, decimals, direction, frequency, time_aggregation,
                        org_aggregation, category, level, lead_lag, segment, source, definition, includes, excludes,
                        consequences, formula, adds_up, parent_id, team_id, owner_id, visibility, breach_periods, use_spc,
                        propose_okr, limits_from, definition_version, defined_from, audience_kind, audience_id)
                select x."id", x."name", x."state", x."unit", x."decimals", x."direction", x."frequency", x."overTime",
                       x."overTeams", x."category", x."level", x."leadLag", x."segment", x."source", x."definition",
                       x."includes", x."excludes", x."consequences", x."formula", x."addsUp", x."parent", x."team",
                       x."owner", x."visibility", x."breachPeriods", x."useSpc", x."proposeOkr", x."limitsFrom",
                       x."definitionVersion", x."definedFrom", x."keyKind", x."keyId"
                  from""" + " " + MetricLine.AS_TABLE);
    }

    void update(Metric before, Row row) {
        update(List.of(row));
        if (!row.key().equals(before.key())) {
            db.sql("select metric.restamp(:id)").param("id", row.id()).query().singleRow();
        }
    }

    /** As many statements as {@link #insert(List)}; for metrics that stay with those who see them. */
    void update(List<Row> rows) {
        share(rows);
        given(rows, """
                update metric.metric m
                   set name = x."name", state = x."state", unit = x."unit", decimals = x."decimals",
                       direction = x."direction", frequency = x."frequency", time_aggregation = x."overTime",
                       org_aggregation = x."overTeams", category = x."category", level = x."level",
                       lead_lag = x."leadLag", segment = x."segment", source = x."source", definition = x."definition",
                       includes = x."includes", excludes = x."excludes", consequences = x."consequences",
                       formula = x."formula", adds_up = x."addsUp", parent_id = x."parent", team_id = x."team",
                       owner_id = x."owner", visibility = x."visibility", breach_periods = x."breachPeriods",
                       use_spc = x."useSpc", propose_okr = x."proposeOkr", limits_from = x."limitsFrom",
                       definition_version = x."definitionVersion", defined_from = x."definedFrom",
                       audience_kind = x."keyKind", audience_id = x."keyId", version = m.version + 1
                  from""" + " " + MetricLine.AS_TABLE + " where m.id = x.\"id\"");
    }

    private void given(List<Row> rows, String sql) {
        if (!rows.isEmpty()) {
            db.sql(sql)
                    .param(
                            "rows",
                            json.writeValueAsString(
                                    rows.stream().map(MetricLine::of).toList()))
                    .update();
        }
    }

    /** A restricted metric is seen by its owner, those who are named, and HR. */
    private void share(List<Row> rows) {
        List<Shared> shared = rows.stream()
                .filter(row -> row.content().audienceOrUsual() == Visibility.RESTRICTED_LIST)
                .map(Shared::of)
                .toList();
        if (!shared.isEmpty()) {
            db.sql("""
                    select access.share_list(x."list", x."persons", '{}'::uuid[], array[:role])
                      from jsonb_to_recordset(:rows::jsonb) as x ("list" uuid, "persons" uuid[])
                    """)
                    .param("role", Role.HR.name())
                    .param("rows", json.writeValueAsString(shared))
                    .query()
                    .listOfRows();
        }
    }

    /** Who reads a restricted metric. */
    private record Shared(UUID list, List<UUID> persons) {
        static Shared of(Row row) {
            return new Shared(
                    row.id(),
                    Stream.concat(Stream.of(row.owner()), row.content().readersOrNone().stream())
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList());
        }
    }

    void define(Row row, @Nullable UUID by) {
        define(List.of(row), by);
    }

    /** What the metrics mean from this version on; one statement however many. */
    void define(List<Row> rows, @Nullable UUID by) {
        if (rows.isEmpty()) {
            return;
        }
        List<Defined> defined =
                rows.stream().map(row -> Defined.of(row, clock.today())).toList();
        db.sql("""
                insert into metric.definition (metric_id, version, from_on, meant, changed_by, recorded_at, audience_kind,
                                               audience_id)
                select x."metric", x."version", x."from", x."meant", :by, :at, x."keyKind", x."keyId"
                  from jsonb_to_recordset(:rows::jsonb) as x ("metric" uuid, "version" int, "from" date, "meant" jsonb,
                       "keyKind" text, "keyId" uuid)
                """)
                .param("by", by)
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .param("rows", json.writeValueAsString(defined))
                .update();
    }

    private record Defined(UUID metric, int version, LocalDate from, Meaning meant, String keyKind, UUID keyId) {
        static Defined of(Row row, LocalDate today) {
            Audience key = row.key();
            return new Defined(
                    row.id(),
                    row.definitionVersion(),
                    row.definedFrom() == null ? today : row.definedFrom(),
                    Meaning.of(row.content(), row.formula()),
                    key.kind().key(),
                    key.id());
        }
    }

    /** Inputs are those a formula names, or the metrics below one that adds them up. */
    void relate(UUID metric, Set<UUID> inputs) {
        db.sql("""
                with gone as (
                    delete from metric.input i where i.metric_id = :metric and i.input_id <> all (:inputs::uuid[]))
                insert into metric.input (metric_id, input_id, audience_kind, audience_id)
                select m.id, x.id, m.audience_kind, m.audience_id
                  from metric.metric m cross join unnest(:inputs::uuid[]) as x (id)
                 where m.id = :metric
                on conflict do nothing
                """).param("metric", metric).param("inputs", Ids.array(inputs)).update();
    }

    void insert(UUID metric, Collection<MetricTarget> targets, @Nullable UUID by) {
        insert(Map.of(metric, targets), by);
    }

    /** Targets by metric, stamped with their metrics' keys; one statement. */
    void insert(Map<UUID, ? extends Collection<MetricTarget>> targets, @Nullable UUID by) {
        List<TargetRow> rows = targets.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(target -> TargetRow.of(entry.getKey(), target)))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        db.sql("""
                insert into metric.target (metric_id, id, from_on, to_on, target, comparator, amber_at, low, high, set_by,
                                           recorded_at, audience_kind, audience_id)
                select m.id, x."id", x."from", x."to", x."target", x."comparator", x."amberAt", x."low", x."high", :by,
                       :at, m.audience_kind, m.audience_id
                  from jsonb_to_recordset(:rows::jsonb) as x ("metricId" uuid, "id" uuid, "from" date, "to" date,
                       "target" numeric, "comparator" text, "amberAt" numeric, "low" numeric, "high" numeric)
                  join metric.metric m on m.id = x."metricId"
                """)
                .param("by", by)
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    /** Takes targets away, by metric; one statement. */
    void remove(Map<UUID, ? extends Collection<UUID>> targets) {
        List<Removed> rows = targets.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(id -> new Removed(entry.getKey(), id)))
                .toList();
        if (!rows.isEmpty()) {
            db.sql("""
                    delete from metric.target t
                     using jsonb_to_recordset(:rows::jsonb) as x ("metric" uuid, "id" uuid)
                     where t.metric_id = x."metric" and t.id = x."id"
                    """).param("rows", json.writeValueAsString(rows)).update();
        }
    }

    private record Removed(UUID metric, UUID id) {}

    /**
     * A target without end makes room for one that begins later, or goes on after those that begin with it; one of exactly
     * these days is replaced.
     */
    void makeRoom(UUID metric, Collection<MetricTarget> targets) {
        db.sql("""
                with wanted as (
                    select x."from", x."to"
                      from jsonb_to_recordset(:rows::jsonb) as x ("from" date, "to" date)),
                gone as (
                    delete from metric.target t using wanted w
                     where t.metric_id = :metric and t.from_on = w."from" and t.to_on is not distinct from w."to")
                update metric.target t
                   set from_on = case when b.same then b.ends + 1 else t.from_on end,
                       to_on = case when b.same then null else b.later - 1 end
                  from (select s.id, bool_or(w."from" = s.from_on) as same, max(w."to") as ends,
                               min(w."from") filter (where w."from" > s.from_on) as later
                          from metric.target s cross join wanted w
                         where s.metric_id = :metric and s.to_on is null
                         group by s.id
                        having bool_and(w."from" is distinct from s.from_on or w."to" is not null)) b
                 where t.metric_id = :metric and t.id = b.id
                   and ((b.same and b.ends is not null) or (not b.same and b.later is not null))
                """)
                .param("metric", metric)
                .param(
                        "rows",
                        json.writeValueAsString(targets.stream()
                                .map(target -> TargetRow.of(metric, target))
                                .toList()))
                .update();
    }

    private record TargetRow(
            UUID metricId,
            UUID id,
            LocalDate from,
            @Nullable LocalDate to,
            java.math.@Nullable BigDecimal target,
            io.cairn.kernel.Comparator comparator,
            java.math.@Nullable BigDecimal amberAt,
            java.math.@Nullable BigDecimal low,
            java.math.@Nullable BigDecimal high) {
        static TargetRow of(UUID metric, MetricTarget target) {
            return new TargetRow(
                    metric,
                    Ids.next(),
                    target.from(),
                    target.to(),
                    target.target(),
                    target.comparator(),
                    target.amberAt(),
                    target.low(),
                    target.high());
        }
    }
}
