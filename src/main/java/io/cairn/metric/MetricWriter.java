package io.cairn.metric;

import io.cairn.access.Audience;
import io.cairn.framework.Visibility;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Role;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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
        share(row);
        given(row, """
                insert into metric.metric (id, name, state, unit, decimals, direction, frequency, time_aggregation,
                        org_aggregation, category, level, lead_lag, segment, source, definition, includes, excludes,
                        consequences, formula, adds_up, parent_id, team_id, owner_id, visibility, breach_periods, use_spc,
                        propose_okr, limits_from, definition_version, defined_from, audience_kind, audience_id)
                values (:id, :name, :state, :unit, :decimals, :direction, :frequency, :overTime,
                        :overTeams, :category, :level, :leadLag, :segment, :source, :definition, :includes, :excludes,
                        :consequences, :formula, :addsUp, :parent, :team, :owner, :visibility, :breachPeriods, :useSpc,
                        :proposeOkr, :limitsFrom, :definitionVersion, :definedFrom, :keyKind, :keyId)
                """);
    }

    void update(Metric before, Row row) {
        share(row);
        given(row, """
                update metric.metric
                   set name = :name, state = :state, unit = :unit, decimals = :decimals, direction = :direction,
                       frequency = :frequency, time_aggregation = :overTime, org_aggregation = :overTeams,
                       category = :category, level = :level, lead_lag = :leadLag, segment = :segment, source = :source,
                       definition = :definition, includes = :includes, excludes = :excludes, consequences = :consequences,
                       formula = :formula, adds_up = :addsUp, parent_id = :parent, team_id = :team, owner_id = :owner,
                       visibility = :visibility, breach_periods = :breachPeriods, use_spc = :useSpc,
                       propose_okr = :proposeOkr, limits_from = :limitsFrom, definition_version = :definitionVersion,
                       defined_from = :definedFrom, audience_kind = :keyKind, audience_id = :keyId, version = version + 1
                 where id = :id
                """);
        if (!row.key().equals(before.key())) {
            db.sql("select metric.restamp(:id)").param("id", row.id()).query().singleRow();
        }
    }

    private void given(Row row, String sql) {
        MetricContent content = row.content();
        Audience key = row.key();
        BreachPolicy policy = Objects.requireNonNullElse(content.breachPolicy(), BreachPolicy.USUAL);
        db.sql(sql)
                .param("id", row.id())
                .param("name", text(content.name()))
                .param("state", row.state().name())
                .param("unit", text(content.unit()))
                .param("decimals", Objects.requireNonNullElse(content.decimals(), 0))
                .param("direction", Objects.requireNonNull(content.direction()).name())
                .param("frequency", Objects.requireNonNull(content.frequency()).name())
                .param("overTime", content.overTime().name())
                .param("overTeams", content.overTeams().name())
                .param("category", text(content.category()))
                .param("level", content.levelOrUsual().name())
                .param(
                        "leadLag",
                        Objects.requireNonNullElse(content.leadLag(), LeadLag.CURRENT)
                                .name())
                .param("segment", text(content.segment()))
                .param("source", text(content.source()))
                .param("definition", text(content.definition()))
                .param("includes", text(content.includes()))
                .param("excludes", text(content.excludes()))
                .param("consequences", text(content.consequences()))
                .param("formula", row.formula() == null ? null : row.formula().text(id -> id.toString()))
                .param("addsUp", Boolean.TRUE.equals(content.addsUp()))
                .param("parent", content.parentId())
                .param("team", content.teamId())
                .param("owner", row.owner())
                .param("visibility", content.audienceOrUsual().name())
                .param("breachPeriods", policy.count())
                .param("useSpc", policy.needsSignal())
                .param("proposeOkr", !Boolean.FALSE.equals(content.proposeOkr()))
                .param("limitsFrom", content.limitsFrom())
                .param("definitionVersion", row.definitionVersion())
                .param("definedFrom", row.definedFrom())
                .param("keyKind", key.kind().key())
                .param("keyId", key.id())
                .update();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** A restricted metric is seen by its owner, those who are named, and HR. */
    private void share(Row row) {
        if (row.content().audienceOrUsual() != Visibility.RESTRICTED_LIST) {
            return;
        }
        db.sql("select access.share_list(:list, :persons, :leaders, :roles)")
                .param("list", row.id())
                .param(
                        "persons",
                        Stream.concat(Stream.of(row.owner()), row.content().readersOrNone().stream())
                                .filter(Objects::nonNull)
                                .distinct()
                                .toArray(UUID[]::new))
                .param("leaders", new UUID[0])
                .param("roles", new String[] {Role.HR.name()})
                .query()
                .singleRow();
    }

    /** What the metric means from this version on. */
    void define(Row row, @Nullable UUID by) {
        Audience key = row.key();
        MetricContent content = row.content();
        db.sql("""
                insert into metric.definition (metric_id, version, from_on, meant, changed_by, recorded_at, audience_kind,
                                               audience_id)
                values (:metric, :version, :from, :meant::jsonb, :by, :at, :keyKind, :keyId)
                """)
                .param("metric", row.id())
                .param("version", row.definitionVersion())
                .param("from", row.definedFrom() == null ? clock.today() : row.definedFrom())
                .param("meant", json.writeValueAsString(Meaning.of(content, row.formula())))
                .param("by", by)
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .param("keyKind", key.kind().key())
                .param("keyId", key.id())
                .update();
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

    void insert(UUID metric, Audience key, Collection<MetricTarget> targets, @Nullable UUID by) {
        if (targets.isEmpty()) {
            return;
        }
        List<TargetRow> rows =
                targets.stream().map(target -> TargetRow.of(Ids.next(), target)).toList();
        db.sql("""
                insert into metric.target (metric_id, id, from_on, to_on, target, comparator, amber_at, low, high, set_by,
                                           recorded_at, audience_kind, audience_id)
                select :metric, x."id", x."from", x."to", x."target", x."comparator", x."amberAt", x."low", x."high", :by,
                       :at, :keyKind, :keyId
                  from jsonb_to_recordset(:rows::jsonb) as x ("id" uuid, "from" date, "to" date, "target" numeric,
                       "comparator" text, "amberAt" numeric, "low" numeric, "high" numeric)
                """)
                .param("metric", metric)
                .param("by", by)
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .param("rows", json.writeValueAsString(rows))
                .param("keyKind", key.kind().key())
                .param("keyId", key.id())
                .update();
    }

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
            UUID id,
            LocalDate from,
            @Nullable LocalDate to,
            java.math.@Nullable BigDecimal target,
            io.cairn.kernel.Comparator comparator,
            java.math.@Nullable BigDecimal amberAt,
            java.math.@Nullable BigDecimal low,
            java.math.@Nullable BigDecimal high) {
        static TargetRow of(UUID id, MetricTarget target) {
            return new TargetRow(
                    id,
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
