package io.cairn.access;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing in by one click, in a demo and nowhere else. */
@Component
public class Demonstration {
    private final JdbcClient db;
    private final SignIn signIn;
    private final TransactionTemplate transaction;
    private final boolean running;

    Demonstration(
            JdbcClient db,
            SignIn signIn,
            PlatformTransactionManager transactions,
            @Value("${cairn.mode:}") String mode) {
        this.db = db;
        this.signIn = signIn;
        this.transaction = new TransactionTemplate(transactions);
        this.running = mode.equals("demo");
    }

    /** Somebody one may be in the demo. */
    public record Part(UUID id, String name, String email, String jobTitle, List<String> teams, List<Role> roles) {
        /** Job, teams and roles in one line. */
        public String about() {
            return Stream.of(Stream.of(jobTitle), teams.stream(), roles.stream().map(Role::label))
                    .flatMap(words -> words)
                    .filter(word -> !word.isBlank())
                    .distinct()
                    .collect(Collectors.joining(" · "));
        }
    }

    public boolean isRunning() {
        return running;
    }

    /** Who works in the demo's company, from the top of the organisation down; nobody where this is no demo. */
    public List<Part> cast() {
        return running
                ? Objects.requireNonNull(Viewing.asSystem("Sign-in", () -> transaction.execute(status -> active())))
                : List.of();
    }

    public Secret signInAs(UUID person, String device) {
        if (!running || cast().stream().noneMatch(part -> part.id().equals(person))) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        return signIn.openSession(person, device);
    }

    private List<Part> active() {
        return db.sql("""
                select p.id, p.name, p.email, p.job_title,
                       array(select t.name from organization.team_member m join organization.team t on t.id = m.team_id
                              where m.person_id = p.id order by t.name) as teams,
                       array(select g.role from access.role_grant g where g.person_id = p.id order by g.role) as roles
                  from organization.person p
                 where p.status = 'ACTIVE'
                 order by (select max(l.depth) from organization.reporting_line l where l.person_id = p.id), p.name
                 limit 100
                """)
                .query((row, n) -> new Part(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("job_title"),
                        List.of((String[]) row.getArray("teams").getArray()),
                        roles((String[]) row.getArray("roles").getArray())))
                .list();
    }

    private static List<Role> roles(String[] names) {
        return Arrays.stream(names).map(Role::valueOf).toList();
    }
}
