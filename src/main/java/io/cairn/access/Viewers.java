package io.cairn.access;

import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Turns a secret into the person who holds it, with the roles and teams of this moment. */
@Component
public class Viewers {
    private static final TypeReference<List<Viewer.Team>> TEAMS = new TypeReference<>() {};
    private final JdbcClient db;
    private final ObjectMapper json;

    Viewers(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Empty when the secret is unknown, expired or its person has left. One statement. */
    public Optional<Viewer> holding(Secret secret) {
        return db.sql("select person_id, name, email, roles, teams, frameworks_off from access.look_up(:hash)")
                .param("hash", secret.hash())
                .query(this::viewer)
                .optional();
    }

    /** Which of its holder's tokens this secret is; empty as {@link #holding}. */
    public Optional<UUID> tokenOf(Secret secret) {
        return db.sql("select token_id from access.look_up(:hash)")
                .param("hash", secret.hash())
                .query(UUID.class)
                .optional();
    }

    /** Somebody on whose behalf a job works, as the system sees them; empty when nobody active has this id. One statement. */
    public Optional<Viewer> acting(UUID person) {
        return db.sql("""
                select p.id as person_id, p.name, p.email,
                       array(select g.role from access.role_grant g where g.person_id = p.id order by g.role) as roles,
                       coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name,
                                                                   'leads', t.leader_id is not distinct from p.id)
                                                 order by t.name, t.id)::text
                                   from organization.team t
                                  where t.leader_id = p.id
                                     or t.id in (select m.team_id from organization.team_member m where m.person_id = p.id)),
                                '[]') as teams,
                       framework.unused() as frameworks_off
                  from organization.person p
                 where p.id = :person and p.status = 'ACTIVE'
                """).param("person", person).query(this::viewer).optional();
    }

    private Viewer viewer(ResultSet row, int number) throws SQLException {
        String[] roles = (String[]) row.getArray("roles").getArray();
        String[] off = (String[]) row.getArray("frameworks_off").getArray();
        return new Viewer(
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                roles(roles),
                json.readValue(row.getString("teams"), TEAMS),
                Set.of(off));
    }

    private static Set<Role> roles(String[] names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(names).map(Role::valueOf).forEach(roles::add);
        return roles;
    }
}
