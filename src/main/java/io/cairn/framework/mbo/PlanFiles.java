package io.cairn.framework.mbo;

import io.cairn.kernel.Ids;
import io.cairn.template.LiveFile;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Plans as files to choose from: whose, of which team and of which days; one statement, however many. */
@Component
class PlanFiles {
    private static final TypeReference<List<LiveFile.Choice>> CHOICES = new TypeReference<>() {};

    private final JdbcClient db;
    private final ObjectMapper json;

    PlanFiles(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * A plan on offer.
     *
     * @param manager of the employee now
     * @param teams of the employee, with those above them
     * @param period the cycle the plan is of or whose days it has; else its days
     */
    record PlanFile(
            UUID plan,
            UUID employee,
            String name,
            String role,
            @Nullable UUID manager,
            List<LiveFile.Choice> teams,
            LiveFile.Choice period) {
        String about() {
            return name + ", " + period.name();
        }
    }

    private static final String FILE = """
            select p.id, p.employee_id, e.name, coalesce(e.job_title, '') as role, coalesce(e.manager_id, p.manager_id) as manager,
                   p.starts_on, p.ends_on, c.id as cycle_id, c.name as cycle,
                   coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name, t.id)
                               from organization.team t
                              where t.id in (select l.above_id
                                               from organization.team_member k
                                               join organization.team_line l on l.team_id = k.team_id
                                              where k.person_id = p.employee_id)), '[]')::text as teams
              from mbo.plan p
              join organization.person e on e.id = p.employee_id
              left join lateral (select x.id, x.name from cycle.cycle x
                                  where x.id = p.cycle_id
                                     or (p.cycle_id is null and x.starts_on = p.starts_on and x.ends_on = p.ends_on)
                                  order by x.id limit 1) c on true
            """;

    /** The newest that the viewer may read, by their days and names. */
    List<PlanFile> newest(int most) {
        return files(FILE + """
                 where p.state <> 'CANCELLED'
                 order by p.ends_on desc, lower(e.name), p.id
                 limit :most
                """, Map.of("most", most));
    }

    /** Those of them that the viewer may read. */
    List<PlanFile> of(Collection<UUID> plans) {
        return files(FILE + " where p.id = any (:plans::uuid[])", Map.of("plans", Ids.array(plans)));
    }

    private List<PlanFile> files(String sql, Map<String, ?> parameters) {
        return db.sql(sql)
                .params(parameters)
                .query((row, number) -> new PlanFile(
                        row.getObject("id", UUID.class),
                        row.getObject("employee_id", UUID.class),
                        row.getString("name"),
                        row.getString("role"),
                        row.getObject("manager", UUID.class),
                        json.readValue(row.getString("teams"), CHOICES),
                        period(
                                row.getString("cycle_id"),
                                row.getString("cycle"),
                                row.getObject("starts_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class))))
                .list();
    }

    private static LiveFile.Choice period(
            @Nullable String cycle, @Nullable String name, LocalDate startsOn, LocalDate endsOn) {
        return cycle == null || name == null
                ? new LiveFile.Choice(startsOn + "--" + endsOn, startsOn + " to " + endsOn)
                : new LiveFile.Choice(cycle, name);
    }
}
