package io.cairn.metric;

import io.cairn.access.Audience;
import io.cairn.access.Viewing;
import io.cairn.framework.Visibility;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.Decimals;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads metrics; row security leaves out what the viewer may not see. */
@Component
class MetricReader {
    private static final int SHOWN_DECIMALS = 6;

    static final String COLUMNS = """
            select m.id, m.name, m.state, m.unit, m.decimals, m.direction, m.frequency, m.time_aggregation, m.org_aggregation,
                   m.category, m.level, m.lead_lag, m.segment, m.source, m.definition, m.includes, m.excludes, m.consequences,
                   m.formula, m.adds_up, m.parent_id, above.name as parent_name, m.team_id, t.name as team_name, m.owner_id,
                   o.name as owner_name, m.visibility, m.breach_periods, m.use_spc, m.propose_okr, m.limits_from,
                   m.definition_version, m.defined_from, m.period_start, m.period_end, m.value, m.provisional, m.data_error,
                   m.previous_value, m.year_ago_value, m.recent, m.judged_target_id, m.target, m.comparator, m.amber_at, m.low,
                   m.high, m.judged, m.status, m.score, m.trend, m.signal, m.note_missing, m.stale_on, m.version,
                   m.audience_kind, m.audience_id,
                   array(select l.person_id from access.list_member l
                          where l.list_id = m.id and m.visibility = 'RESTRICTED_LIST' and l.person_id is not null
                          order by l.person_id) as readers,
                   (exists (select 1 from organization.reporting_line r
                             where r.person_id = m.owner_id and r.manager_id = access.person())
                    or exists (select 1 from organization.team_line l join organization.team led on led.id = l.above_id
                                where l.team_id = m.team_id and led.leader_id = access.person())) as led
            """;

    static final String FROM = """
              from metric.metric m
              join organization.person o on o.id = m.owner_id
              left join organization.team t on t.id = m.team_id
              left join metric.metric above on above.id = m.parent_id
            """;

    private final JdbcClient db;

    MetricReader(JdbcClient db) {
        this.db = db;
    }

    Metric one(UUID metric) {
        return of(List.of(metric)).stream().findFirst().orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    /** @throws io.cairn.kernel.ProblemException NOT_FOUND unseen, NOT_ALLOWED seen by somebody who does not answer for it */
    Metric editable(UUID id) {
        Metric metric = one(id);
        if (!metric.mayEdit()) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
        return metric;
    }

    /** In the order of the ids; those the viewer may not see are left out. */
    List<Metric> of(Collection<UUID> metrics) {
        if (metrics.isEmpty()) {
            return List.of();
        }
        Map<UUID, Metric> found = new HashMap<>();
        db.sql(COLUMNS + FROM + " where m.id = any (:ids::uuid[])")
                .param("ids", Ids.array(metrics))
                .query(this::metric)
                .list()
                .forEach(metric -> found.put(metric.id(), metric));
        return metrics.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    Metric metric(ResultSet row, int number) throws SQLException {
        UUID owner = row.getObject("owner_id", UUID.class);
        return new Metric(
                row.getObject("id", UUID.class),
                row.getString("name"),
                MetricState.valueOf(row.getString("state")),
                sheet(row, new PersonRef(owner, row.getString("owner_name"))),
                figures(row),
                row.getInt("version"),
                mayEdit(owner, row.getBoolean("led")),
                Audience.of(row.getString("audience_kind"), row.getObject("audience_id", UUID.class)));
    }

    private static MetricSheet sheet(ResultSet row, PersonRef owner) throws SQLException {
        return new MetricSheet(
                row.getString("unit"),
                row.getInt("decimals"),
                Direction.valueOf(row.getString("direction")),
                Frequency.valueOf(row.getString("frequency")),
                Aggregation.valueOf(row.getString("time_aggregation")),
                Aggregation.valueOf(row.getString("org_aggregation")),
                row.getString("category"),
                MetricLevel.valueOf(row.getString("level")),
                LeadLag.valueOf(row.getString("lead_lag")),
                row.getString("segment"),
                row.getString("source"),
                row.getString("definition"),
                row.getString("includes"),
                row.getString("excludes"),
                row.getString("consequences"),
                row.getString("formula"),
                row.getBoolean("adds_up"),
                named(row, "parent"),
                named(row, "team"),
                owner,
                Visibility.valueOf(row.getString("visibility")),
                List.of((UUID[]) row.getArray("readers").getArray()),
                new BreachPolicy(row.getInt("breach_periods"), row.getBoolean("use_spc")),
                row.getBoolean("propose_okr"),
                row.getObject("limits_from", LocalDate.class),
                row.getInt("definition_version"),
                row.getObject("defined_from", LocalDate.class));
    }

    private static MetricSheet.@Nullable Named named(ResultSet row, String what) throws SQLException {
        String name = row.getString(what + "_name");
        return name == null ? null : new MetricSheet.Named(row.getObject(what + "_id", UUID.class), name);
    }

    private static MetricFigures figures(ResultSet row) throws SQLException {
        return new MetricFigures(
                MetricStatus.valueOf(row.getString("status")),
                MetricStatus.valueOf(row.getString("judged")),
                shown(row.getBigDecimal("value")),
                row.getBoolean("provisional"),
                row.getBoolean("data_error"),
                row.getObject("period_start", LocalDate.class),
                row.getObject("period_end", LocalDate.class),
                row.getObject("judged_target_id", UUID.class),
                Decimals.plainOrNull(row.getBigDecimal("target")),
                optional(Comparator.class, row.getString("comparator")),
                Decimals.plainOrNull(row.getBigDecimal("amber_at")),
                Decimals.plainOrNull(row.getBigDecimal("low")),
                Decimals.plainOrNull(row.getBigDecimal("high")),
                score(row.getBigDecimal("score")),
                shown(row.getBigDecimal("previous_value")),
                shown(row.getBigDecimal("year_ago_value")),
                recent((@Nullable BigDecimal[]) row.getArray("recent").getArray()),
                optional(Trend.class, row.getString("trend")),
                optional(Rule.class, row.getString("signal")),
                row.getBoolean("note_missing"),
                row.getObject("stale_on", LocalDate.class));
    }

    /** The owner, who leads the owner or the team at any distance, the champion, executives. */
    static boolean mayEdit(UUID owner, boolean led) {
        Viewer viewer = Viewing.viewer().orElse(null);
        return viewer == null
                ? Viewing.subject() != null
                : led || viewer.id().equals(owner) || viewer.isAny(Role.EXEC, Role.CHAMP);
    }

    private static List<@Nullable BigDecimal> recent(@Nullable BigDecimal[] values) {
        List<@Nullable BigDecimal> recent = new ArrayList<>(values.length);
        Arrays.stream(values).forEach(value -> recent.add(shown(value)));
        return recent;
    }

    /** Quotients are kept with 18 decimals and read with six. */
    static @Nullable BigDecimal shown(@Nullable BigDecimal value) {
        return value == null ? null : Decimals.plain(value.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP));
    }

    private static @Nullable BigDecimal score(@Nullable BigDecimal score) {
        return score == null ? null : score.setScale(2, RoundingMode.HALF_UP);
    }

    static <E extends Enum<E>> @Nullable E optional(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
