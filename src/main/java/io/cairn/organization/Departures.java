package io.cairn.organization;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemList;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leaving and coming back. Who leaves loses roles and sign-ins at once; the past stays under their name. */
@Component
@Transactional
public class Departures {
    private final JdbcClient db;
    private final People people;
    private final ReportingLines lines;
    private final StructureLock lock;
    private final Journal journal;
    private final DomainClock clock;
    private final ObjectProvider<Handover> handovers;

    Departures(
            JdbcClient db,
            People people,
            ReportingLines lines,
            StructureLock lock,
            Journal journal,
            DomainClock clock,
            ObjectProvider<Handover> handovers) {
        this.db = db;
        this.people = people;
        this.lines = lines;
        this.lock = lock;
        this.journal = journal;
        this.clock = clock;
        this.handovers = handovers;
    }

    /** What would need somebody else if this person left now, as far as the viewer may see it. */
    public record Burden(int teams, int reports, List<Handover.Work> work) {}

    @Transactional(readOnly = true)
    public Burden burden(UUID person) {
        Facts facts = facts(person, null);
        return new Burden(facts.teams(), facts.reports(), work(person));
    }

    /**
     * Teams, goals, metrics and connectors go to the successor, direct reports to the person's manager, all in one step. A successor is always
     * named: to ask only when there is something to hand over would tell an administrator of goals that are hidden.
     */
    public Person leave(UUID person, Departure departure) {
        Administrators.only();
        lock.take();
        Person leaving = people.require(person);
        if (!leaving.isHere()) {
            throw OrganizationProblem.PERSON_LEFT.exception();
        }
        LocalDate on = departure.on() == null ? clock.today() : departure.on();
        UUID successor = checked(person, on, departure.handOverTo());
        handovers.orderedStream().forEach(handover -> handover.handOver(person, successor));
        lines.stepOut(person);
        write(person, on, successor);
        Person left = people.require(person);
        journal.record(Entry.of("person.left", "person", person, "marked " + left.name() + " as left on " + on)
                .everyone()
                .before(leaving)
                .after(left));
        return left;
    }

    public Person comeBack(UUID person) {
        Administrators.only();
        lock.take();
        int changed = db.sql("""
                update organization.person set status = 'ACTIVE', left_on = null, version = version + 1
                 where id = :person and status = 'LEFT'
                """).param("person", person).update();
        Person back = people.require(person);
        if (changed == 0) {
            throw OrganizationProblem.PERSON_IS_HERE.exception();
        }
        journal.record(Entry.of("person.returned", "person", person, "welcomed " + back.name() + " back")
                .everyone()
                .after(back));
        return back;
    }

    private void write(UUID person, LocalDate on, UUID successor) {
        db.sql("""
                with teams as (
                         update organization.team set leader_id = :successor, version = version + 1
                          where leader_id = :person),
                     roles as (delete from access.role_grant where person_id = :person),
                     sign_ins as (delete from access.token where person_id = :person)
                update organization.person set status = 'LEFT', left_on = :on, version = version + 1 where id = :person
                """)
                .param("person", person)
                .param("on", on)
                .param("successor", successor)
                .update();
    }

    private UUID checked(UUID person, LocalDate on, @Nullable UUID successor) {
        Facts facts = facts(person, successor);
        var problems = new ProblemList();
        problems.when(on.isAfter(clock.today()), inFuture());
        problems.when(facts.lastAdministrator(), OrganizationProblem.LAST_ADMINISTRATOR.problem());
        if (successor == null) {
            problems.add(GeneralProblem.REQUIRED.saying("Say who takes over.").at("handOverTo"));
        } else {
            problems.when(facts.successorStatus() == null, OrganizationProblem.NO_SUCH_PERSON.at("handOverTo"));
            problems.when(
                    successor.equals(person) || "LEFT".equals(facts.successorStatus()),
                    OrganizationProblem.PERSON_LEFT.at("handOverTo"));
        }
        problems.throwAny();
        return Objects.requireNonNull(successor);
    }

    private static io.cairn.kernel.Problem inFuture() {
        return GeneralProblem.INVALID
                .saying("The last day may be today or earlier; come back when it has come.")
                .at("on");
    }

    private List<Handover.Work> work(UUID person) {
        return handovers.orderedStream().map(handover -> handover.work(person)).toList();
    }

    private record Facts(
            boolean lastAdministrator,
            int teams,
            int reports,
            @Nullable String successorStatus) {}

    private Facts facts(UUID person, @Nullable UUID successor) {
        return db.sql("""
                select exists (select 1 from access.role_grant g where g.role = 'ADMIN' and g.person_id = :person)
                       and not exists (select 1 from access.role_grant g
                                         join organization.person p on p.id = g.person_id
                                        where g.role = 'ADMIN' and p.status = 'ACTIVE' and p.id <> :person)
                       as last_administrator,
                       (select count(*) from organization.team t where t.leader_id = :person) as teams,
                       (select count(*) from organization.person p
                         where p.manager_id = :person and p.status = 'ACTIVE') as reports,
                       (select p.status from organization.person p where p.id = :successor::uuid) as successor_status
                """)
                .param("person", person)
                .param("successor", successor)
                .query(Facts.class)
                .single();
    }
}
