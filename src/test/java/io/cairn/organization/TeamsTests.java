package io.cairn.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.access.Viewing;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.testing.CairnTest;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CairnTest
class TeamsTests {
    @Autowired
    Teams teams;

    @Autowired
    TeamRegister register;

    @Autowired
    PeopleRegister people;

    @Autowired
    Departures departures;

    private Team company;

    @BeforeEach
    void aCompany() {
        company = system(() -> teams.company()
                .orElseGet(() -> register.create(TeamDetails.of("Company", TeamKind.COMPANY, null, null))));
    }

    @Test
    void aTeamWithoutParentComesUnderTheCompany() {
        assertThat(create("Finance", null, null).parentId()).isEqualTo(company.id());
    }

    @Test
    void thereIsOneCompany() {
        refused(
                OrganizationProblem.ONE_COMPANY,
                () -> register.create(TeamDetails.of("Two", TeamKind.COMPANY, null, null)));
        Team team = create("Not the company", null, null);
        refused(
                OrganizationProblem.ONE_COMPANY,
                () -> register.edit(team.id(), 1, TeamDetails.of("Company", TeamKind.COMPANY, null, null)));
        refused(
                OrganizationProblem.ONE_COMPANY,
                () -> register.edit(company.id(), company.version(), TeamDetails.of("C", TeamKind.TEAM, null, null)));
        refused(OrganizationProblem.ONE_COMPANY, () -> deleted(company.id()));
    }

    @Test
    void aTeamDoesNotLieInItself() {
        Team outer = create("Outer", null, null);
        Team inner = create("Inner", outer.id(), null);
        refused(OrganizationProblem.TEAM_LOOP, () -> register.move(outer.id(), 1, inner.id()));
        refused(OrganizationProblem.TEAM_LOOP, () -> register.move(outer.id(), 1, outer.id()));
        refused(OrganizationProblem.NO_SUCH_TEAM, () -> register.move(outer.id(), 1, UUID.randomUUID()));
    }

    @Test
    void leadersOfTheTeamAndAboveMayActForIt() {
        Person mia = system(() -> people.create(Somebody.named("Mia")));
        Person noah = system(() -> people.create(Somebody.named("Noah")));
        Team revenue = create("Revenue", null, mia.id());
        Team success = create("Success", revenue.id(), noah.id());
        Team support = create("Support", success.id(), null);
        assertThat(system(() -> teams.leadersAbove(support.id()))).contains(mia.id(), noah.id());
        assertThat(system(() -> teams.leadersAbove(revenue.id())))
                .contains(mia.id())
                .doesNotContain(noah.id());
        assertThat(system(() -> teams.below(revenue.id())))
                .containsExactlyInAnyOrder(revenue.id(), success.id(), support.id());
        assertThat(system(() -> teams.around(support.id(), 1).above()))
                .containsExactly(teamsNow(company, revenue, success));
        assertThat(system(() -> teams.ofPerson(noah.id()))).containsExactly(success);
    }

    @Test
    void onlyATeamNobodyNeedsIsDeleted() {
        Team outer = create("Holding", null, null);
        Team inner = create("Held", outer.id(), null);
        Person member = system(() -> people.create(Somebody.named("Member").withTeams(List.of(inner.id()))));
        refused(OrganizationProblem.TEAM_HAS_TEAMS, () -> deleted(outer.id()));
        refused(OrganizationProblem.TEAM_HAS_PEOPLE, () -> deleted(inner.id()));
        assertThat(system(() -> teams.membersOf(inner.id()))).containsExactly(member.ref());
        system(() -> departures.leave(member.id(), new Departure(null, successor())));
        assertThat(system(() -> teams.membersOf(inner.id()))).isEmpty();
        system(() -> deleted(inner.id()));
        system(() -> deleted(outer.id()));
        assertThat(system(() -> teams.find(outer.id()))).isEmpty();
    }

    @Test
    void whoHasLeftLeadsNoNewTeam() {
        Person gone = system(() -> people.create(Somebody.named("Gone")));
        system(() -> departures.leave(gone.id(), new Departure(null, successor())));
        refused(OrganizationProblem.PERSON_LEFT, () -> create("Ghosts", null, gone.id()));
    }

    private UUID successor() {
        return system(() -> people.create(Somebody.named("Successor"))).id();
    }

    private Team[] teamsNow(Team... known) {
        return List.of(known).stream()
                .map(team -> system(() -> teams.require(team.id())))
                .toArray(Team[]::new);
    }

    private boolean deleted(UUID team) {
        register.delete(team);
        return true;
    }

    private Team create(String name, @Nullable UUID parent, @Nullable UUID leader) {
        return system(() -> register.create(TeamDetails.of(name, TeamKind.TEAM, parent, leader)));
    }

    private static <T> T system(Supplier<T> work) {
        return Viewing.asSystem("test", work);
    }

    private static void refused(Problem.Kind kind, Supplier<?> work) {
        assertThatThrownBy(() -> system(work))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        wrong -> assertThat(wrong.first().code()).isEqualTo(kind.name()));
    }
}
