package io.cairn.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.access.Secret;
import io.cairn.access.SignIn;
import io.cairn.access.Viewers;
import io.cairn.access.Viewing;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.testing.CairnTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CairnTest
class PeopleTests {
    @Autowired
    People people;

    @Autowired
    PeopleRegister register;

    @Autowired
    Departures departures;

    @Autowired
    Roles roles;

    @Autowired
    Teams teams;

    @Autowired
    TeamRegister teamRegister;

    @Autowired
    SignIn signIn;

    @Autowired
    Viewers viewers;

    @Autowired
    DomainClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void somebodyNewIsReadBackAsWritten() {
        Person manager = create(Somebody.named("Mia"));
        Person ava = create(PersonDetails.of(
                "Ava New", "ava.new@example.com", "AE", "Sales", "3", "hr-77", manager.id(), List.of()));
        assertThat(system(() -> people.require(ava.id()))).isEqualTo(ava);
        assertThat(ava.status()).isEqualTo(PersonStatus.ACTIVE);
        assertThat(ava.version()).isEqualTo(1);
    }

    @Test
    void theSameEmailInOtherCaseIsTaken() {
        Person iris = create(Somebody.named("Iris"));
        String shouted = iris.email().toUpperCase(java.util.Locale.ROOT);
        refused(OrganizationProblem.EMAIL_TAKEN, "email", () -> create(PersonDetails.of("Other", shouted)));
        Person other = create(Somebody.named("Other"));
        refused(
                OrganizationProblem.EMAIL_TAKEN,
                "email",
                () -> register.edit(other.id(), 1, PersonDetails.of("Other", shouted)));
        assertThat(system(() -> register.edit(iris.id(), 1, PersonDetails.of("Iris", shouted)))
                        .email())
                .as("one's own e-mail may change its case")
                .isEqualTo(shouted);
    }

    @Test
    void anExternalIdBelongsToOne() {
        create(withExternalId("One", "ext-1"));
        refused(OrganizationProblem.EXTERNAL_ID_TAKEN, "externalId", () -> create(withExternalId("Two", "ext-1")));
    }

    @Test
    void unknownManagersAndTeamsAreRefusedTogether() {
        var details = Somebody.named("Lost").withManager(UUID.randomUUID()).withTeams(List.of(UUID.randomUUID()));
        assertThatThrownBy(() -> create(details))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        wrong -> assertThat(wrong.problems().stream().map(Problem::code))
                                .containsExactlyInAnyOrder("NO_SUCH_PERSON", "NO_SUCH_TEAM"));
    }

    @Test
    void anOldVersionIsRefusedWithTheNewOne() {
        Person before = create(Somebody.named("Omar"));
        Person after = system(() -> register.edit(before.id(), 1, details -> details.withJob("Lead", "", "")));
        assertThatThrownBy(() -> system(() -> register.edit(before.id(), 1, Somebody.named("Late"))))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.first().code()).isEqualTo("STALE_VERSION");
                    assertThat(refused.first().details()).containsEntry("current", after);
                });
    }

    @Test
    void managersAreKnownAtAnyDistance() {
        Person top = create(Somebody.named("Top"));
        Person middle = create(Somebody.under("Middle", top.id()));
        Person below = create(Somebody.under("Below", middle.id()));
        assertThat(system(() -> people.isManagerOf(top.id(), below.id()))).isTrue();
        assertThat(system(() -> people.isManagerOf(below.id(), top.id()))).isFalse();
        assertThat(system(() -> people.isManagerOf(top.id(), top.id()))).isFalse();
        assertThat(system(() ->
                        people.lineTo(below.id()).stream().map(Person::ref).toList()))
                .containsExactly(top.ref(), middle.ref(), below.ref());
    }

    @Test
    void whoeverLeavesHandsReportsUpAndCannotSignIn() {
        Person top = create(Somebody.named("Top"));
        Person leaving = create(Somebody.under("Leaving", top.id()));
        Person report = create(Somebody.under("Report", leaving.id()));
        Person below = create(Somebody.under("Below", report.id()));
        Secret session = system(() -> signIn.openSession(leaving.id()));
        assertThat(viewers.holding(session)).isPresent();

        Person left = system(() -> departures.leave(leaving.id(), new Departure(null, successor())));

        assertThat(left.status()).isEqualTo(PersonStatus.LEFT);
        assertThat(left.leftOn()).isEqualTo(clock.today());
        assertThat(viewers.holding(session)).isEmpty();
        assertThat(system(() ->
                        people.lineTo(below.id()).stream().map(Person::ref).toList()))
                .containsExactly(top.ref(), report.ref(), below.ref());
        assertThat(system(() -> people.require(report.id())).managerId()).isEqualTo(top.id());
        assertThat(system(() -> people.isManagerOf(leaving.id(), below.id()))).isFalse();

        system(() -> departures.comeBack(leaving.id()));
        assertThat(viewers.holding(session)).as("an old session stays ended").isEmpty();
        refused(OrganizationProblem.PERSON_IS_HERE, null, () -> departures.comeBack(leaving.id()));
    }

    @Test
    void whoeverLeavesNamesASuccessor() {
        Person leader = create(Somebody.named("Leader"));
        Person successor = create(Somebody.named("Successor"));
        Team team = system(() -> teamRegister.create(TeamDetails.of(
                "Led " + leader.name(), TeamKind.DEPARTMENT, company().id(), leader.id())));
        refused(GeneralProblem.REQUIRED, "handOverTo", () -> departures.leave(leader.id(), new Departure(null, null)));
        system(() -> departures.leave(leader.id(), new Departure(null, successor.id())));
        assertThat(system(() -> teams.require(team.id())).leaderId()).isEqualTo(successor.id());
        refused(
                OrganizationProblem.PERSON_LEFT,
                "handOverTo",
                () -> departures.leave(successor.id(), new Departure(null, leader.id())));
    }

    private UUID successor() {
        return create(Somebody.named("Successor")).id();
    }

    @Test
    void nobodyLeavesTomorrow() {
        Person person = create(Somebody.named("Soon"));
        assertThatThrownBy(() -> system(() -> departures.leave(
                        person.id(), new Departure(clock.today().plusDays(1), successor()))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        wrong -> assertThat(wrong.first().field()).isEqualTo("on"));
    }

    @Test
    void whoHasLeftIsNobodysNewManager() {
        Person gone = create(Somebody.named("Gone"));
        system(() -> departures.leave(gone.id(), new Departure(null, successor())));
        refused(OrganizationProblem.PERSON_LEFT, "managerId", () -> create(Somebody.under("New", gone.id())));
    }

    @Test
    void theLastAdministratorStays() {
        Person first = create(Somebody.named("First"));
        Person second = create(Somebody.named("Second"));
        undone(() -> {
            roles.set(first.id(), Set.of(Role.ADMIN));
            others(first.id(), second.id()).forEach(other -> roles.set(other, Set.of()));
            refused(OrganizationProblem.LAST_ADMINISTRATOR, "roles", () -> roles.set(first.id(), Set.of(Role.HR)));
            refused(
                    OrganizationProblem.LAST_ADMINISTRATOR,
                    null,
                    () -> departures.leave(first.id(), new Departure(null, successor())));
            roles.set(second.id(), Set.of(Role.ADMIN, Role.CHAMP));
            roles.set(first.id(), Set.of());
            refused(OrganizationProblem.LAST_ADMINISTRATOR, "roles", () -> roles.set(second.id(), Set.of()));
            assertThat(people.require(second.id()).roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.CHAMP);
        });
    }

    @Test
    void leavingTakesTheRolesAway() {
        Person person = create(Somebody.named("Person"));
        system(() -> roles.set(person.id(), Set.of(Role.EXEC)));
        assertThat(system(() -> departures.leave(person.id(), new Departure(null, successor())))
                        .roles())
                .isEmpty();
        refused(OrganizationProblem.PERSON_LEFT, null, () -> roles.set(person.id(), Set.of(Role.EXEC)));
    }

    @Test
    void onlyAdministratorsChangePeople() {
        Person plain = create(Somebody.named("Plain"));
        Person admin = create(Somebody.named("Admin"));
        system(() -> roles.set(admin.id(), Set.of(Role.ADMIN)));
        assertThatThrownBy(() -> Viewing.as(Somebody.viewing(plain), () -> register.create(Somebody.named("Friend"))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.first().code()).isEqualTo("NOT_ALLOWED"));
        assertThat(Viewing.as(Somebody.viewing(admin, Role.ADMIN), () -> register.create(Somebody.named("Colleague")))
                        .version())
                .isEqualTo(1);
    }

    @Test
    void theDatabaseItselfRefusesOthers() {
        Person plain = create(Somebody.named("Plain"));
        assertThat(changedBy(plain, "update organization.person set name = 'Mallory'"))
                .isZero();
        assertThat(changedBy(plain, "delete from organization.reporting_line")).isZero();
        for (String insert : List.of(
                "insert into access.role_grant (person_id, role) values ('%s', 'ADMIN')".formatted(plain.id()),
                "insert into organization.person (id, name, email) values (gen_random_uuid(), 'M', 'm@example.com')")) {
            assertThatThrownBy(() -> changedBy(plain, insert)).hasStackTraceContaining("row-level security");
        }
    }

    private int changedBy(Person person, String sql) {
        return Viewing.as(
                Somebody.viewing(person),
                () -> transactions.execute(status -> db.sql(sql).update()));
    }

    /** What the other tests of this database need stays as it is. */
    private void undone(Runnable work) {
        system(() -> transactions.execute(status -> {
            status.setRollbackOnly();
            work.run();
            return true;
        }));
    }

    private List<UUID> others(UUID... kept) {
        return people
                .list(
                        new PeopleFilter(null, null, null, null, null, null, null, Role.ADMIN, PersonStatus.ACTIVE),
                        200,
                        null)
                .items()
                .stream()
                .map(Person::id)
                .filter(id -> !List.of(kept).contains(id))
                .toList();
    }

    private Team company() {
        return teams.company()
                .orElseGet(() -> teamRegister.create(TeamDetails.of("Company", TeamKind.COMPANY, null, null)));
    }

    private static PersonDetails withExternalId(String name, String externalId) {
        PersonDetails details = Somebody.named(name);
        return PersonDetails.of(details.name(), details.email(), null, null, null, externalId, null, List.of());
    }

    private Person create(PersonDetails details) {
        return system(() -> register.create(details));
    }

    private static <T> T system(Supplier<T> work) {
        return Viewing.asSystem("test", work);
    }

    private static void refused(Problem.Kind kind, @org.jspecify.annotations.Nullable String field, Supplier<?> work) {
        assertThatThrownBy(() -> system(work)).isInstanceOfSatisfying(ProblemException.class, wrong -> {
            assertThat(wrong.first().code()).isEqualTo(kind.name());
            assertThat(wrong.first().field()).isEqualTo(field);
        });
    }
}
