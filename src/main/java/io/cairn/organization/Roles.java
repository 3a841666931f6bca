package io.cairn.organization;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.kernel.Role;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives and takes the duties of frameworks 0.3. At least one active person stays administrator. */
@Component
@Transactional
public class Roles {
    private final JdbcClient db;
    private final People people;
    private final StructureLock lock;
    private final Journal journal;

    Roles(JdbcClient db, People people, StructureLock lock, Journal journal) {
        this.db = db;
        this.people = people;
        this.lock = lock;
        this.journal = journal;
    }

    /** The person holds these roles from now on, and no others. */
    public Person set(UUID person, Set<Role> roles) {
        Administrators.only();
        lock.take();
        Person before = people.require(person);
        if (before.roles().equals(roles)) {
            return before;
        }
        check(before, roles);
        write(person, roles);
        Person after = before.with(roles);
        journal.record(Entry.of("person.roles", "person", person, summary(after))
                .everyone()
                .before(before.roles())
                .after(roles));
        return after;
    }

    private void check(Person before, Set<Role> roles) {
        if (!before.isHere()) {
            throw OrganizationProblem.PERSON_LEFT.exception();
        }
        boolean loses = before.roles().contains(Role.ADMIN) && !roles.contains(Role.ADMIN);
        if (loses && !anotherAdministrator(before.id())) {
            throw OrganizationProblem.LAST_ADMINISTRATOR.at("roles").exception();
        }
    }

    private boolean anotherAdministrator(UUID person) {
        return db.sql("""
                select exists (select 1 from access.role_grant g
                                 join organization.person p on p.id = g.person_id
                                where g.role = 'ADMIN' and p.status = 'ACTIVE' and p.id <> :person)
                """).param("person", person).query(Boolean.class).single();
    }

    private void write(UUID person, Set<Role> roles) {
        String held = roles.stream().map(Role::name).collect(Collectors.joining(",", "{", "}"));
        db.sql("""
                with gone as (
                         delete from access.role_grant g where g.person_id = :person and g.role <> all (:roles::text[])),
                     counted as (update organization.person set version = version + 1 where id = :person)
                insert into access.role_grant (person_id, role)
                select :person, r from unnest(:roles::text[]) as r
                on conflict do nothing
                """).param("person", person).param("roles", held).update();
    }

    private static String summary(Person person) {
        if (person.roles().isEmpty()) {
            return "took all roles from " + person.name();
        }
        return person.roles().stream()
                .map(Role::label)
                .sorted()
                .collect(Collectors.joining(", ", "made " + person.name() + " ", ""));
    }
}
