package io.cairn.setup;

import io.cairn.access.Passwords;
import io.cairn.access.Secret;
import io.cairn.access.SignIn;
import io.cairn.access.Viewing;
import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.cycle.Cadence;
import io.cairn.cycle.CyclePlan;
import io.cairn.database.BeforeOpening;
import io.cairn.database.ReadyLines;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.ProblemList;
import io.cairn.kernel.Role;
import io.cairn.organization.Organizations;
import io.cairn.organization.PeopleRegister;
import io.cairn.organization.Person;
import io.cairn.organization.PersonDetails;
import io.cairn.organization.Roles;
import io.cairn.organization.Team;
import io.cairn.organization.TeamDetails;
import io.cairn.organization.TeamKind;
import io.cairn.organization.TeamRegister;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the organisation, its company, its first administrator and its current year; possible once and only with the code. */
@Component
@Order(0)
public class SetUp implements BeforeOpening, ReadyLines {
    private final JdbcClient db;
    private final DomainClock clock;
    private final Organizations organizations;
    private final PeopleRegister people;
    private final TeamRegister teams;
    private final Roles roles;
    private final CyclePlan cycles;
    private final Passwords passwords;
    private final SignIn signIn;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final SetUpCode code;
    private volatile boolean done;

    SetUp(
            JdbcClient db,
            DomainClock clock,
            Clock systemClock,
            Organizations organizations,
            PeopleRegister people,
            TeamRegister teams,
            Roles roles,
            CyclePlan cycles,
            Passwords passwords,
            SignIn signIn,
            Journal journal,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.clock = clock;
        this.organizations = organizations;
        this.people = people;
        this.teams = teams;
        this.roles = roles;
        this.cycles = cycles;
        this.passwords = passwords;
        this.signIn = signIn;
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
        this.code = new SetUpCode(systemClock);
    }

    @Override
    public void beforeOpening() {
        isDone();
    }

    @Override
    public List<String> lines() {
        return isDone() ? List.of() : List.of("Open it and set it up with this code: " + code.text());
    }

    /** Asks the database until the answer is yes, because another node may be the one that was set up. */
    public boolean isDone() {
        if (!done && isInDatabase()) {
            organizations.find().ifPresent(organization -> clock.in(organization.zone()));
            done = true;
        }
        return done;
    }

    /** Sets Cairn up and signs its first administrator in. */
    public Secret begin(Beginning beginning, String device) {
        if (isDone()) {
            throw SetUpProblem.ALREADY_SET_UP.exception();
        }
        code.check(beginning.code());
        check(beginning);
        UUID administrator = Objects.requireNonNull(
                Viewing.asSystem("Set-up", () -> transaction.execute(status -> make(beginning))));
        isDone();
        return signIn.openSession(administrator, device);
    }

    private UUID make(Beginning beginning) {
        lock();
        if (isInDatabase()) {
            throw SetUpProblem.ALREADY_SET_UP.exception();
        }
        organizations.set(beginning.organization(), beginning.zone(), beginning.currency());
        Team company = teams.create(TeamDetails.of(beginning.organization(), TeamKind.COMPANY, null, null));
        Person administrator = people.create(details(beginning).withTeams(List.of(company.id())));
        roles.set(administrator.id(), Set.of(Role.ADMIN));
        teams.edit(company.id(), company.version(), details -> details.withLeader(administrator.id()));
        passwords.set(administrator.id(), administrator.email(), beginning.password());
        cycles.planYear(YearMonth.of(clock.today().getYear(), 1), Cadence.WEEKLY);
        journal.record(Entry.of(
                "organization.begun",
                "person",
                administrator.id(),
                "set Cairn up, with " + administrator.name() + " as its first administrator"));
        return administrator.id();
    }

    /** All that is wrong at once, at the names the form has for it. */
    private static void check(Beginning beginning) {
        var problems = new ProblemList();
        problems.text("organization", beginning.organization(), 200);
        collect(problems, () -> details(beginning));
        collect(problems, () -> Passwords.check(beginning.password(), beginning.email()));
        problems.throwAny();
    }

    private static void collect(ProblemList problems, Runnable rule) {
        try {
            rule.run();
        } catch (ProblemException refused) {
            for (Problem problem : refused.problems()) {
                problems.add(problem);
            }
        }
    }

    private static PersonDetails details(Beginning beginning) {
        return PersonDetails.of(beginning.name(), beginning.email());
    }

    /** Two administrators may send the form at once. */
    private void lock() {
        db.sql("select pg_advisory_xact_lock(hashtext('cairn set-up'))")
                .query((row, n) -> n)
                .list();
    }

    private boolean isInDatabase() {
        return db.sql("select access.is_set_up()").query(Boolean.class).single();
    }
}
