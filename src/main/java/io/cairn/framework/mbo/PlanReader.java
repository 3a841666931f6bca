package io.cairn.framework.mbo;

import io.cairn.goal.Goal;
import io.cairn.goal.GovernedGoals;
import io.cairn.incentive.Attainment;
import io.cairn.kernel.Decimals;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Page;
import io.cairn.kernel.PersonRef;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads plans whole, four statements however many; row security leaves out what the viewer may not see. */
@Component
class PlanReader {
    private static final TypeReference<List<PlanObjective.Served>> SERVED = new TypeReference<>() {};

    private static final String PLAN = """
            select p.id, p.period, p.cycle_id, p.starts_on, p.ends_on, p.state, p.pays, p.terms::text as terms, p.agreed_on,
                   p.scored_on, p.scored_by, p.reason, p.version, e.id as employee_id, e.name as employee,
                   m.id as manager_id, m.name as manager, d.number, d.raised_on, d.reason as dispute, d.resolved_on,
                   d.resolution, r.id as raised_by, r.name as raised_by_name, s.id as resolved_by,
                   s.name as resolved_by_name
              from mbo.plan p
              join organization.person e on e.id = p.employee_id
              join organization.person m on m.id = case when p.state in ('APPROVED', 'PAID', 'CANCELLED') then p.manager_id
                                                        else coalesce(e.manager_id, p.manager_id) end
              left join lateral (select x.* from mbo.dispute x where x.plan_id = p.id order by x.number desc limit 1) d on true
              left join organization.person r on r.id = d.raised_by
              left join organization.person s on s.id = d.resolved_by
            """;

    private static final String LINES = """
            select o.id, o.plan_id, o.goal_id, o.employee_estimate, o.employee_level, o.employee_comment, o.manager_estimate,
                   o.manager_level, o.manager_comment, o.final_value, o.final_level, o.awarded, o.awarded_currency, o.late_override,
                   c.final_value as company_value,
                   coalesce((select json_agg(json_build_object('id', g.id, 'title', g.title, 'framework', g.framework)
                                             order by g.title, g.id)
                               from mbo.support s join goal.goal g on g.id = s.goal_id
                              where s.objective_id = o.id), '[]')::text as serves
              from mbo.objective o
              left join mbo.company_objective c on c.id = o.company_objective_id
             where o.plan_id = any (:plans::uuid[])
            """;

    private final JdbcClient db;
    private final GovernedGoals goals;
    private final ObjectMapper json;

    PlanReader(JdbcClient db, GovernedGoals goals, ObjectMapper json) {
        this.db = db;
        this.goals = goals;
        this.json = json;
    }

    /** @throws io.cairn.kernel.ProblemException NOT_FOUND where the viewer may not see it */
    Plan one(UUID plan) {
        return read(PLAN + " where p.id = :plan", Map.of("plan", plan)).stream()
                .findFirst()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    /** The same, locked until the transaction ends; by its id, as HR reads the row and may not write it. */
    Plan locked(UUID plan) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('plan ' || :plan, 0))")
                .param("plan", plan.toString())
                .query()
                .singleRow();
        return one(plan);
    }

    List<Plan> of(Collection<UUID> plans) {
        return read(PLAN + " where p.id = any (:plans::uuid[]) order by p.id", Map.of("plans", Ids.array(plans)));
    }

    /** The last that begin first. */
    Page<Plan> find(Plans.Wanted wanted, int limit, @Nullable UUID after) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("employee", wanted.employee());
        parameters.put("manager", wanted.manager());
        parameters.put("states", wanted.states().stream().map(Enum::name).toArray(String[]::new));
        parameters.put("on", wanted.on());
        parameters.put("q", wanted.q());
        parameters.put("after", after);
        parameters.put("rows", limit + 1);
        List<Plan> rows = read(PLAN + """
                 where (:employee::uuid is null or p.employee_id = :employee)
                   and (:manager::uuid is null or m.id = :manager)
                   and (cardinality(:states::text[]) = 0 or p.state = any (:states))
                   and (:on::date is null or :on between p.starts_on and p.ends_on)
                   and (:q::text is null or position(lower(:q) in lower(e.name)) > 0)
                   and (:after::uuid is null
                        or (p.ends_on, p.id) < (select x.ends_on, x.id from mbo.plan x where x.id = :after))
                 order by p.ends_on desc, p.id desc
                 limit :rows
                """, parameters);
        return Page.of(rows, limit, plan -> plan.id().toString());
    }

    private List<Plan> read(String sql, Map<String, ? extends @Nullable Object> parameters) {
        List<Plan> bare = db.sql(sql).params(parameters).query(this::plan).list();
        if (bare.isEmpty()) {
            return bare;
        }
        List<Line> lines = db.sql(LINES)
                .param("plans", Ids.array(bare.stream().map(Plan::id).toList()))
                .query(this::line)
                .list();
        Map<UUID, Line> byId = lines.stream().collect(Collectors.toMap(Line::id, Function.identity()));
        Map<UUID, Goal> begun = goals
                .read(lines.stream().map(Line::goalId).filter(Objects::nonNull).toList())
                .stream()
                .collect(Collectors.toMap(Goal::id, Function.identity()));
        return bare.stream().map(plan -> whole(plan, byId, begun)).toList();
    }

    private static Plan whole(Plan plan, Map<UUID, Line> lines, Map<UUID, Goal> goals) {
        List<PlanObjective> objectives = new ArrayList<>();
        for (ObjectiveTerms terms : plan.terms().objectives()) {
            Line line = lines.get(terms.id());
            if (line != null) {
                objectives.add(line.objective(terms, line.goalId() == null ? null : goals.get(line.goalId())));
            }
        }
        return plan.with(objectives);
    }

    private Plan plan(ResultSet row, int number) throws SQLException {
        PlanTerms terms = json.readValue(row.getString("terms"), PlanTerms.class);
        return new Plan(
                row.getObject("id", UUID.class),
                new PersonRef(row.getObject("employee_id", UUID.class), row.getString("employee")),
                new PersonRef(row.getObject("manager_id", UUID.class), row.getString("manager")),
                PlanPeriod.valueOf(row.getString("period")),
                row.getObject("cycle_id", UUID.class),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                PlanState.valueOf(row.getString("state")),
                row.getBoolean("pays"),
                terms.planCap(),
                terms.modifier(),
                terms.capBeforeModifier(),
                terms.gate(),
                terms.accelerators(),
                terms.curveId(),
                List.of(),
                row.getObject("agreed_on", LocalDate.class),
                row.getObject("scored_on", LocalDate.class),
                row.getObject("scored_by", UUID.class),
                row.getString("reason"),
                dispute(row),
                row.getInt("version"),
                terms);
    }

    private static Plan.@Nullable Dispute dispute(ResultSet row) throws SQLException {
        UUID resolver = row.getObject("resolved_by", UUID.class);
        return row.getObject("raised_on") == null
                ? null
                : new Plan.Dispute(
                        row.getInt("number"),
                        new PersonRef(row.getObject("raised_by", UUID.class), row.getString("raised_by_name")),
                        row.getObject("raised_on", LocalDate.class),
                        row.getString("dispute"),
                        resolver == null ? null : new PersonRef(resolver, row.getString("resolved_by_name")),
                        row.getObject("resolved_on", LocalDate.class),
                        row.getString("resolution"));
    }

    /** What is kept of a line besides its terms. */
    private record Line(
            UUID id,
            @Nullable UUID goalId,
            Assessed employee,
            Assessed manager,
            Assessed settled,
            @Nullable BigDecimal companyValue,
            @Nullable BigDecimal awarded,
            @Nullable String currency,
            boolean late,
            List<PlanObjective.Served> serves) {

        PlanObjective objective(ObjectiveTerms terms, @Nullable Goal goal) {
            Assessed now = goal == null ? new Assessed(companyValue, null, "") : Reached.now(terms, goal);
            Assessed last = terms.scope() == ObjectiveScope.COMPANY ? now : settled;
            Attainment attainment = Reached.attainment(terms, last.isGiven() ? last : now);
            return new PlanObjective(
                    terms,
                    goalId,
                    goal == null ? null : goal.measures().getFirst().id(),
                    now,
                    goal == null ? null : goal.progress(),
                    goal == null ? null : goal.health(),
                    employee,
                    manager,
                    last,
                    attainment == null ? null : attainment.value(),
                    attainment == null ? null : attainment.met(),
                    Decimals.plainOrNull(awarded),
                    currency,
                    late,
                    serves);
        }
    }

    private Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("goal_id", UUID.class),
                assessed(row, "employee_estimate", "employee_level", "employee_comment"),
                assessed(row, "manager_estimate", "manager_level", "manager_comment"),
                new Assessed(Decimals.plainOrNull(row.getBigDecimal("final_value")), row.getString("final_level"), ""),
                Decimals.plainOrNull(row.getBigDecimal("company_value")),
                row.getBigDecimal("awarded"),
                row.getString("awarded_currency"),
                row.getBoolean("late_override"),
                json.readValue(row.getString("serves"), SERVED));
    }

    private static Assessed assessed(ResultSet row, String value, String level, String comment) throws SQLException {
        return new Assessed(
                Decimals.plainOrNull(row.getBigDecimal(value)), row.getString(level), row.getString(comment));
    }
}
