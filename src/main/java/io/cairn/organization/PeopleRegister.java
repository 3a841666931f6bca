package io.cairn.organization;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemList;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds and changes people. Only administrators and the system may. */
@Component
@Transactional
public class PeopleRegister {
    private final JdbcClient db;
    private final People people;
    private final ReportingLines lines;
    private final StructureLock lock;
    private final Journal journal;

    PeopleRegister(JdbcClient db, People people, ReportingLines lines, StructureLock lock, Journal journal) {
        this.db = db;
        this.people = people;
        this.lines = lines;
        this.lock = lock;
        this.journal = journal;
    }

    public Person create(PersonDetails details) {
        Administrators.only();
        lock.take();
        var person = new Person(
                Ids.next(),
                details.name(),
                details.email(),
                details.jobTitle(),
                details.jobFamily(),
                details.level(),
                details.externalId(),
                details.managerId(),
                details.teamIds(),
                Set.of(),
                PersonStatus.ACTIVE,
                null,
                1);
        check(person.id(), details, null);
        db.sql("""
                insert into organization.person (id, name, email, job_title, job_family, level, external_id, manager_id)
                values (:id, :name, :email, :jobTitle, :jobFamily, :level, :externalId, :managerId)
                """).paramSource(person).update();
        lines.begin(person.id(), person.managerId());
        setTeams(person);
        journal.record(Entry.of("person.created", "person", person.id(), "added " + person.name())
                .everyone()
                .after(person));
        return person;
    }

    public Person edit(UUID person, int version, PersonDetails details) {
        return edit(person, version, before -> details);
    }

    public Person move(UUID person, int version, @Nullable UUID manager) {
        return edit(person, version, before -> before.withManager(manager));
    }

    /** @param change makes the new details out of those that are stored now */
    public Person edit(UUID id, int version, UnaryOperator<PersonDetails> change) {
        Administrators.only();
        lock.take();
        Person before = people.require(id);
        if (before.version() != version) {
            throw GeneralProblem.STALE_VERSION.problem().with("current", before).exception();
        }
        Person after = before.with(change.apply(before.details()));
        if (after.details().equals(before.details())) {
            return before;
        }
        check(id, after.details(), before);
        write(before, after);
        journal.record(entry(before, after).everyone().before(before).after(after));
        return after;
    }

    private void write(Person before, Person after) {
        db.sql("""
                update organization.person
                   set name = :name, email = :email, job_title = :jobTitle, job_family = :jobFamily, level = :level,
                       external_id = :externalId, manager_id = :managerId, version = :version
                 where id = :id
                """).paramSource(after).update();
        if (!Objects.equals(before.managerId(), after.managerId())) {
            lines.move(after.id(), after.managerId());
        }
        if (!before.teamIds().equals(after.teamIds())) {
            setTeams(after);
        }
    }

    private void setTeams(Person person) {
        db.sql("""
                with gone as (
                    delete from organization.team_member m
                     where m.person_id = :person and m.team_id <> all (:teams::uuid[]))
                insert into organization.team_member (team_id, person_id)
                select t, :person from unnest(:teams::uuid[]) as t
                on conflict do nothing
                """)
                .param("person", person.id())
                .param("teams", Ids.array(person.teamIds()))
                .update();
    }

    private static Entry entry(Person before, Person after) {
        boolean onlyMoved = before.details().withManager(after.managerId()).equals(after.details());
        return onlyMoved
                ? Entry.of("person.moved", "person", after.id(), "gave " + after.name() + " another manager")
                : Entry.of("person.changed", "person", after.id(), "changed " + after.name());
    }

    /** What only the stored organisation can tell, read at once. */
    private record Facts(
            boolean emailTaken,
            boolean externalIdTaken,
            @Nullable String managerStatus,
            boolean loop,
            int teams) {}

    private void check(UUID person, PersonDetails details, @Nullable Person before) {
        Facts facts = facts(person, details);
        boolean newManager = before == null || !Objects.equals(before.managerId(), details.managerId());
        var problems = new ProblemList();
        problems.when(facts.emailTaken(), OrganizationProblem.EMAIL_TAKEN.at("email"));
        problems.when(facts.externalIdTaken(), OrganizationProblem.EXTERNAL_ID_TAKEN.at("externalId"));
        problems.when(facts.teams() < details.teamIds().size(), OrganizationProblem.NO_SUCH_TEAM.at("teamIds"));
        if (newManager && details.managerId() != null) {
            problems.when(facts.managerStatus() == null, OrganizationProblem.NO_SUCH_PERSON.at("managerId"));
            problems.when("LEFT".equals(facts.managerStatus()), left("managerId"));
            problems.when(facts.loop(), OrganizationProblem.REPORTING_LOOP.at("managerId"));
        }
        problems.throwAny();
    }

    private static Problem left(String field) {
        return OrganizationProblem.PERSON_LEFT.at(field);
    }

    private Facts facts(UUID person, PersonDetails details) {
        return db.sql("""
                select exists (select 1 from organization.person p
                                where lower(p.email) = lower(:email) and p.id <> :person) as email_taken,
                       exists (select 1 from organization.person p
                                where p.external_id = :externalId::text and p.id <> :person) as external_id_taken,
                       (select p.status from organization.person p where p.id = :manager::uuid) as manager_status,
                       :person = :manager::uuid is true
                       or exists (select 1 from organization.reporting_line l
                                   where l.manager_id = :person and l.person_id = :manager::uuid) as loop,
                       (select count(*) from organization.team t where t.id = any (:teams::uuid[])) as teams
                """)
                .param("email", details.email())
                .param("person", person)
                .param("externalId", details.externalId())
                .param("manager", details.managerId())
                .param("teams", Ids.array(details.teamIds()))
                .query(Facts.class)
                .single();
    }
}
