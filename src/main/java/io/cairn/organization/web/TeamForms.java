package io.cairn.organization.web;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemList;
import io.cairn.organization.OrganizationProblem;
import io.cairn.organization.People;
import io.cairn.organization.Person;
import io.cairn.organization.Team;
import io.cairn.organization.TeamBranch;
import io.cairn.organization.TeamDetails;
import io.cairn.organization.TeamKind;
import io.cairn.organization.Teams;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the form about a team, empty, filled or in error, and reads what was typed into it. */
@Component
@Transactional(readOnly = true)
class TeamForms {
    private static final int CHOICES = 300;

    private final Teams teams;
    private final People people;

    TeamForms(Teams teams, People people) {
        this.teams = teams;
        this.people = people;
    }

    TeamFormPage adding(TeamForm form, List<Problem> problems) {
        return new TeamFormPage(null, form, TeamBranch.inOrder(teams.all()), people.choices(CHOICES), problems);
    }

    TeamFormPage editing(UUID id, List<Problem> problems) {
        Team team = teams.require(id);
        return page(team, TeamForm.of(team, emailOf(team.leaderId())), problems);
    }

    /** The form again as it was typed; it may be sent once more over what somebody else has changed meanwhile. */
    TeamFormPage refused(UUID id, TeamForm form, List<Problem> problems) {
        Team team = teams.require(id);
        return page(team, form.at(team.version()), problems);
    }

    /** @throws io.cairn.kernel.ProblemException with all that is wrong, each at its field of the form */
    TeamDetails details(TeamForm form) {
        var problems = new ProblemList();
        TeamKind kind = Arrays.stream(TeamKind.values())
                .filter(known -> known.name().equals(form.kind()))
                .findFirst()
                .orElse(null);
        problems.when(kind == null, GeneralProblem.INVALID.at("kind"));
        UUID parent = Typed.id(form.parentId()).orElse(null);
        problems.when(parent == null && !form.parentId().isBlank(), OrganizationProblem.NO_SUCH_TEAM.at("parentId"));
        UUID leader = form.leaderId().isBlank()
                ? null
                : people.named(form.leaderId()).map(PersonRef::id).orElse(null);
        problems.when(leader == null && !form.leaderId().isBlank(), OrganizationProblem.NO_SUCH_PERSON.at("leaderId"));
        problems.throwAny();
        return TeamDetails.of(form.name(), kind, parent, leader);
    }

    private TeamFormPage page(Team team, TeamForm form, List<Problem> problems) {
        Set<UUID> own = teams.below(team.id());
        List<TeamBranch> places = TeamBranch.inOrder(teams.all()).stream()
                .filter(branch -> !own.contains(branch.team().id()))
                .toList();
        return new TeamFormPage(team, form, places, people.choices(CHOICES), problems);
    }

    private @Nullable String emailOf(@Nullable UUID person) {
        return person == null ? null : people.find(person).map(Person::email).orElse(null);
    }
}
