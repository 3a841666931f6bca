package io.cairn.framework.mbo;

import io.cairn.agreement.Agreements;
import io.cairn.agreement.Side;
import io.cairn.agreement.Standing;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Page;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans as somebody meets them: their own, those of their people, and what waits for them. */
@Component
@Transactional(readOnly = true)
public class PlanDesk {
    private static final int MOST_MINE = 40;
    private static final int MOST_WITHOUT = 200;
    private static final int MOST_WAITING = 20;

    private final JdbcClient db;
    private final PlanReader reader;
    private final Agreements agreements;
    private final DomainClock clock;

    PlanDesk(JdbcClient db, PlanReader reader, Agreements agreements, DomainClock clock) {
        this.db = db;
        this.reader = reader;
        this.agreements = agreements;
        this.clock = clock;
    }

    /** A plan with what comes next for it. */
    public record Placed(Plan plan, NextStep next) {}

    /**
     * The viewer's own plans.
     *
     * @param manager who drafts a plan with the viewer; null without one
     * @param manages whether anybody reports to the viewer
     */
    public record Own(List<Placed> plans, @Nullable PersonRef manager, boolean manages) {}

    /** Six statements. */
    public Own mine(Viewer viewer) {
        Page<Plan> found = reader.find(Plans.Wanted.of(viewer.id()), MOST_MINE, null);
        Above above = above(viewer);
        return new Own(standing(viewer, found.items()), above.manager(), above.manages());
    }

    private record Above(@Nullable PersonRef manager, boolean manages) {}

    private Above above(Viewer viewer) {
        return db.sql("""
                select m.id, m.name,
                       exists (select 1 from organization.person r where r.manager_id = p.id and r.status = 'ACTIVE') as manages
                  from organization.person p
                  left join organization.person m on m.id = p.manager_id
                 where p.id = :me
                """)
                .param("me", viewer.id())
                .query((row, number) -> {
                    UUID manager = row.getObject("id", UUID.class);
                    return new Above(
                            manager == null ? null : new PersonRef(manager, row.getString("name")),
                            row.getBoolean("manages"));
                })
                .single();
    }

    /**
     * Plans of others.
     *
     * @param without who reports to the viewer and has no plan on the day; only where nothing narrows the list
     * @param nextCursor where the list goes on; null at its end
     */
    public record Team(
            List<Placed> plans,
            List<PersonRef> without,
            @Nullable String nextCursor) {}

    /** HR sees everybody's, a manager those of the people who report to them; six statements. */
    public Team team(Viewer viewer, Plans.Wanted wanted, int limit, @Nullable UUID after) {
        Page<Plan> found = reader.find(wanted, limit, after);
        boolean whole = wanted.states().isEmpty() && wanted.q() == null && after == null;
        return new Team(standing(viewer, found.items()), whole ? without(viewer) : List.of(), found.nextCursor());
    }

    private List<PersonRef> without(Viewer viewer) {
        return db.sql("""
                select p.id, p.name
                  from organization.person p
                 where p.manager_id = :me and p.status = 'ACTIVE'
                   and not exists (select 1 from mbo.plan x
                                    where x.employee_id = p.id and x.state <> 'CANCELLED' and x.ends_on >= :today)
                 order by p.name, p.id
                 limit :most
                """)
                .param("me", viewer.id())
                .param("today", clock.today())
                .param("most", MOST_WITHOUT)
                .query(PersonRef.class)
                .list();
    }

    /** Whose move each is; one statement. */
    private List<Placed> standing(Viewer viewer, List<Plan> plans) {
        Map<UUID, Standing> standings =
                agreements.standings("plan", plans.stream().map(Plan::id).toList());
        return plans.stream()
                .map(plan -> new Placed(plan, NextStep.of(plan, viewer, turn(standings.get(plan.id())), clock.today())))
                .toList();
    }

    private static @Nullable Side turn(@Nullable Standing standing) {
        return standing == null ? null : standing.turn();
    }

    /** A plan that waits for the viewer. */
    public record Waiting(
            UUID id, UUID employeeId, String employee, LocalDate startsOn, LocalDate endsOn, NextStep.Step step) {}

    /** What the viewer has to do about plans, the most urgent first; one statement. */
    public List<Waiting> waiting(Viewer viewer) {
        return db.sql("""
                select w.id, w.employee_id, w.employee, w.starts_on, w.ends_on, w.step
                  from (select p.id, p.employee_id, e.name as employee, p.starts_on, p.ends_on,
                               case when p.state = 'PENDING_EMPLOYEE' and p.employee_id = :me then 'SIGN'
                                    when p.state = 'PENDING_MANAGER' and coalesce(e.manager_id, p.manager_id) = :me then 'SIGN'
                                    when p.state = 'AMENDMENT' and r.turn = 'FIRST' and p.employee_id = :me then 'SIGN'
                                    when p.state = 'AMENDMENT' and r.turn = 'SECOND' and coalesce(e.manager_id, p.manager_id) = :me then 'SIGN'
                                    when p.state = 'MEASURE' and coalesce(e.manager_id, p.manager_id) = :me then 'SCORE'
                                    when p.state = 'SCORED' and p.pays and coalesce(e.manager_id, p.manager_id) = :me then 'HAND_IN'
                                    when p.state = 'MEASURE' and p.employee_id = :me
                                         and exists (select 1 from mbo.objective o
                                                      where o.plan_id = p.id and o.goal_id is not null and o.dropped_on is null
                                                        and o.employee_estimate is null and o.employee_level is null)
                                         then 'ESTIMATE'
                                    when :hr and p.employee_id <> :me and e.manager_id is distinct from :me
                                         and p.state = 'DISPUTED' then 'RESOLVE'
                                    when :hr and p.employee_id <> :me and e.manager_id is distinct from :me
                                         and p.state = 'AMENDMENT' and r.turn = 'APPROVER' then 'APPROVE' end as step
                          from mbo.plan p
                          join organization.person e on e.id = p.employee_id
                          left join lateral (select x.turn from agreement.round x
                                              where x.subject_kind = 'plan' and x.subject_id = p.id
                                                and p.state = 'AMENDMENT'
                                              order by x.number desc limit 1) r on true
                         where p.state in ('PENDING_EMPLOYEE', 'PENDING_MANAGER', 'AMENDMENT', 'MEASURE', 'SCORED', 'DISPUTED')
                           and (p.employee_id = :me or coalesce(e.manager_id, p.manager_id) = :me or :hr)) as w
                 where w.step is not null
                 order by w.ends_on, w.employee, w.id
                 limit :most
                """)
                .param("me", viewer.id())
                .param("hr", viewer.is(Role.HR))
                .param("most", MOST_WAITING)
                .query(Waiting.class)
                .list();
    }
}
