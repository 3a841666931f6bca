package io.cairn.organization;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Page;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads people. Everybody who is signed in sees everybody; changes are in {@link PeopleRegister}. */
@Component
@Transactional(readOnly = true)
public class People {
    private static final String PERSON = """
            select p.id, p.name, p.email, p.job_title, p.job_family, p.level, p.external_id, p.manager_id,
                   array(select m.team_id from organization.team_member m where m.person_id = p.id) as team_ids,
                   array(select g.role from access.role_grant g where g.person_id = p.id) as roles,
                   p.status, p.left_on, p.version
              from organization.person p
            """;

    private final JdbcClient db;

    People(JdbcClient db) {
        this.db = db;
    }

    public Optional<Person> find(UUID person) {
        return db.sql(PERSON + " where p.id = :person")
                .param("person", person)
                .query(People::person)
                .optional();
    }

    /** @throws io.cairn.kernel.ProblemException NOT_FOUND */
    public Person require(UUID person) {
        return find(person).orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    /** Everybody above the person, from the top down, and the person last; NOT_FOUND when there is none. */
    public List<Person> lineTo(UUID person) {
        List<Person> line = db.sql(PERSON + """
                  join organization.reporting_line l on l.manager_id = p.id and l.person_id = :person
                 order by l.depth desc
                """)
                .param("person", person)
                .query(People::person)
                .list();
        if (line.isEmpty()) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        return line;
    }

    public Optional<Person> findByEmail(String email) {
        return db.sql(PERSON + " where lower(p.email) = lower(:email)")
                .param("email", email.strip())
                .query(People::person)
                .optional();
    }

    /** By name, then id. */
    public Page<Person> list(PeopleFilter filter, int limit, @Nullable String cursor) {
        NamePlace after = NamePlace.decode(cursor);
        List<Person> rows = db.sql(PERSON + """
                 where (:q::text is null
                        or position(lower(:q) in lower(concat_ws(' ', p.name, p.email, p.job_title, p.external_id))) > 0)
                   and (:name::text is null or position(lower(:name) in lower(p.name)) > 0)
                   and (:email::text is null or lower(p.email) = lower(:email))
                   and (:jobTitle::text is null or lower(p.job_title) = lower(:jobTitle))
                   and (:level::text is null or lower(p.level) = lower(:level))
                   and (:manager::uuid is null or p.manager_id = :manager)
                   and (:team::uuid is null
                        or p.id in (select m.person_id from organization.team_member m where m.team_id = :team))
                   and (:role::text is null
                        or p.id in (select g.person_id from access.role_grant g where g.role = :role))
                   and (:status::text is null or p.status = :status)
                   and (:afterId::uuid is null or (p.name, p.id) > (:afterName, :afterId))
                 order by p.name, p.id
                 limit :rows
                """)
                .param("q", filter.q())
                .param("name", filter.name())
                .param("email", filter.email())
                .param("jobTitle", filter.jobTitle())
                .param("level", filter.level())
                .param("manager", filter.managerId())
                .param("team", filter.teamId())
                .param("role", filter.role() == null ? null : filter.role().name())
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param("afterName", after.name())
                .param("afterId", after.id())
                .param("rows", limit + 1)
                .query(People::person)
                .list();
        return Page.of(rows, limit, person -> NamePlace.of(person.name(), person.id()));
    }

    /** Names by id, of those who exist. */
    public Map<UUID, PersonRef> refs(Collection<UUID> people) {
        return db
                .sql("select p.id, p.name from organization.person p where p.id = any (:people::uuid[])")
                .param("people", Ids.array(people))
                .query(PersonRef.class)
                .list()
                .stream()
                .collect(toMap(PersonRef::id, identity()));
    }

    /** At any distance; nobody is their own manager. */
    public boolean isManagerOf(UUID manager, UUID person) {
        return db.sql("""
                select exists (select 1 from organization.reporting_line l
                                where l.manager_id = :manager and l.person_id = :person and l.depth > 0)
                """)
                .param("manager", manager)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /** Who can be chosen in a form: active people by name, the first {@code most}. */
    public List<Choice> choices(int most) {
        return db.sql("""
                select p.name, p.email
                  from organization.person p
                 where p.status = 'ACTIVE'
                 order by p.name, p.id
                 limit :most
                """).param("most", most).query(Choice.class).list();
    }

    public record Choice(String name, String email) {}

    /** Whom somebody means who typed an e-mail or, where only one active person has it, a name. */
    public Optional<PersonRef> named(String typed) {
        List<PersonRef> found =
                db.sql("""
                select p.id, p.name
                  from organization.person p
                 where p.status = 'ACTIVE' and (lower(p.email) = lower(:typed) or lower(p.name) = lower(:typed))
                 order by (lower(p.email) = lower(:typed)) desc
                 limit 2
                """).param("typed", typed.strip()).query(PersonRef.class).list();
        return found.size() == 1 || typed.contains("@") ? found.stream().findFirst() : Optional.empty();
    }

    /** The same for many at once, by what was typed in lower case; whom nobody or several answer to is left out. */
    public Map<String, UUID> named(Collection<String> typed) {
        if (typed.isEmpty()) {
            return Map.of();
        }
        Map<String, UUID> found = new HashMap<>();
        db.sql("""
                select t.typed, p.id
                  from unnest(:typed::text[]) as t (typed)
                  join organization.person p
                    on p.status = 'ACTIVE' and (lower(p.email) = t.typed or lower(p.name) = t.typed)
                 where lower(p.email) = t.typed
                    or not exists (select 1 from organization.person o
                                    where o.id <> p.id and o.status = 'ACTIVE'
                                      and (lower(o.name) = t.typed or lower(o.email) = t.typed))
                """).param("typed", typed.toArray(String[]::new)).query(row -> {
            found.put(row.getString("typed"), row.getObject("id", UUID.class));
        });
        return found;
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("job_title"),
                row.getString("job_family"),
                row.getString("level"),
                row.getString("external_id"),
                row.getObject("manager_id", UUID.class),
                Arrays.stream((UUID[]) row.getArray("team_ids").getArray())
                        .sorted()
                        .toList(),
                roles((String[]) row.getArray("roles").getArray()),
                PersonStatus.valueOf(row.getString("status")),
                row.getObject("left_on", LocalDate.class),
                row.getInt("version"));
    }

    private static Set<Role> roles(String[] names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(names).map(Role::valueOf).forEach(roles::add);
        return roles;
    }
}
