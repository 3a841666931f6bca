package io.cairn.framework.mbo;

import io.cairn.access.Audience;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** All that can be chosen while a plan is written, as far as the viewer may see it; one statement. */
@Component
@Transactional(readOnly = true)
public class PlanChoices {
    private final JdbcClient db;
    private final ObjectMapper json;
    private final DomainClock clock;

    PlanChoices(JdbcClient db, ObjectMapper json, DomainClock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** Something by its name. */
    public record Named(UUID id, String name) {}

    /** Something with days. */
    public record Span(UUID id, String name, LocalDate startsOn, LocalDate endsOn) {}

    /** A metric that everybody may see who may read the plan. */
    public record Followed(UUID id, String name, String unit) {}

    /** An objective of a team or the company; {@code owner} is the team's name. */
    public record Served(UUID id, String title, String owner) {}

    /** An earlier plan whose lines can be copied. */
    public record Earlier(UUID id, String employee, PlanPeriod period, LocalDate startsOn, LocalDate endsOn) {}

    /**
     * What can be chosen.
     *
     * @param people the viewer and those who report to the viewer
     * @param company objectives of the company that are not over
     * @param stretches aspirational key results that follow one of the metrics named
     */
    public record Found(
            List<Named> people,
            List<Span> cycles,
            List<Followed> metrics,
            List<Served> objectives,
            List<Named> curves,
            List<Span> company,
            List<Earlier> earlier,
            List<PlanHints.Stretch> stretches) {

        /** By id or, in any case, by name; null where there is no such metric. */
        public @Nullable Followed metric(String typed) {
            String plain = typed.strip();
            return metrics.stream()
                    .filter(metric -> metric.id().toString().equals(plain)
                            || metric.name().equalsIgnoreCase(plain))
                    .findFirst()
                    .orElse(null);
        }

        /** By id or, in any case, by title; null where there is no such objective. */
        public @Nullable Served objective(String typed) {
            String plain = typed.strip();
            return objectives.stream()
                    .filter(one ->
                            one.id().toString().equals(plain) || one.title().equalsIgnoreCase(plain))
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * What is already named in what is written.
     *
     * @param metrics names or ids, as typed
     * @param objectives titles or ids, as typed
     * @param from the plan's first day; today when null
     */
    public record Typed(
            Collection<String> metrics,
            Collection<String> objectives,
            @Nullable LocalDate from) {}

    public Found find(Viewer viewer, UUID employee, Typed typed) {
        LocalDate today = clock.today();
        LocalDate from = typed.from() == null || typed.from().isAfter(today) ? today : typed.from();
        return db.sql("""
                select (select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.id <> :me, p.name, p.id)
                          from organization.person p
                         where p.status = 'ACTIVE' and (p.id = :me or p.manager_id = :me))::text as people,
                       (select json_agg(json_build_object('id', c.id, 'name', c.name, 'startsOn', c.starts_on,
                                                          'endsOn', c.ends_on) order by c.starts_on, c.ends_on, c.id)
                          from cycle.cycle c
                         where c.ends_on >= :from and c.kind in ('QUARTER', 'HALF', 'ANNUAL'))::text as cycles,
                       (select json_agg(json_build_object('id', m.id, 'name', m.name, 'unit', m.unit) order by m.place, m.name, m.id)
                          from (select x.id, x.name, x.unit,
                                       case when x.id::text = any (:metrics) or lower(x.name) = any (:metrics) then 0 else 1 end
                                           as place
                                  from metric.metric x
                                 where x.state in ('ACTIVE', 'PAUSED')
                                   and (x.audience_kind = 'everyone' or x.audience_id = :key)
                                 order by place, x.name, x.id limit 400) m)::text as metrics,
                       (select json_agg(json_build_object('id', g.id, 'title', g.title, 'owner', g.owner)
                                        order by g.place, g.title, g.id)
                          from (select x.id, x.title, coalesce(t.name, '') as owner,
                                       case when x.id::text = any (:goals) or lower(x.title) = any (:goals) then 0 else 1 end
                                           as place
                                  from goal.goal x
                                  left join organization.team t on t.id = x.owner_team_id
                                 where x.state <> 'DRAFT'
                                   and (x.id::text = any (:goals)
                                        or (x.framework = 'okr' and x.state = 'ACTIVE' and x.ends_on >= :from))
                                 order by place, x.title, x.id limit 400) g)::text as objectives,
                       (select json_agg(json_build_object('id', v.id, 'name', v.name) order by v.name, v.id)
                          from incentive.payout_curve v where not v.retired)::text as curves,
                       (select json_agg(json_build_object('id', o.id, 'name', o.title, 'startsOn', o.starts_on,
                                                          'endsOn', o.ends_on) order by o.ends_on, o.title, o.id)
                          from (select x.* from mbo.company_objective x where x.ends_on >= :from
                                 order by x.ends_on, x.title, x.id limit 100) o)::text as company,
                       (select json_agg(json_build_object('id', e.id, 'employee', e.name, 'period', e.period,
                                                          'startsOn', e.starts_on, 'endsOn', e.ends_on)
                                        order by e.ends_on desc, e.id)
                          from (select x.id, p.name, x.period, x.starts_on, x.ends_on
                                  from mbo.plan x join organization.person p on p.id = x.employee_id
                                 where x.employee_id in (:me, :employee)
                                 order by x.ends_on desc, x.id limit 20) e)::text as earlier,
                       (select json_agg(json_build_object('metricId', k.metric_id, 'target', k.target, 'title', g.title))
                          from goal.measure k
                          join goal.goal g on g.id = k.goal_id
                          join metric.metric x on x.id = k.metric_id
                         where (x.id::text = any (:metrics) or lower(x.name) = any (:metrics))
                           and g.framework = 'okr' and g.ambition = 'ASPIRATIONAL' and g.state in ('ACTIVE', 'ON_HOLD', 'SCORING')
                           and not k.cancelled and k.target is not null)::text as stretches
                """)
                .param("me", viewer.id())
                .param("employee", employee)
                .param("key", Audience.pair(employee).id())
                .param("from", from)
                .param("metrics", lower(typed.metrics()))
                .param("goals", lower(typed.objectives()))
                .query(this::found)
                .single();
    }

    private static String[] lower(Collection<String> typed) {
        return typed.stream().map(one -> one.strip().toLowerCase(Locale.ROOT)).toArray(String[]::new);
    }

    private Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                read(row, "people", new TypeReference<>() {}),
                read(row, "cycles", new TypeReference<>() {}),
                read(row, "metrics", new TypeReference<>() {}),
                read(row, "objectives", new TypeReference<>() {}),
                read(row, "curves", new TypeReference<>() {}),
                read(row, "company", new TypeReference<>() {}),
                read(row, "earlier", new TypeReference<>() {}),
                read(row, "stretches", new TypeReference<>() {}));
    }

    private <T> List<T> read(ResultSet row, String column, TypeReference<List<T>> type) throws SQLException {
        String found = row.getString(column);
        return found == null ? List.of() : json.readValue(found, type);
    }
}
