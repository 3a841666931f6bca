package io.cairn.organization.web;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.organization.People;
import io.cairn.organization.Team;
import io.cairn.organization.TeamBranch;
import io.cairn.organization.TeamRegister;
import io.cairn.organization.Teams;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where administrators add, change, move and delete teams. */
@Controller
@RequestMapping("/administration/teams")
class TeamAdministration {
    private final Teams teams;
    private final People people;
    private final TeamRegister register;
    private final TeamForms forms;

    TeamAdministration(Teams teams, People people, TeamRegister register, TeamForms forms) {
        this.teams = teams;
        this.people = people;
        this.register = register;
        this.forms = forms;
    }

    @ModelAttribute
    void onlyAdministrators(Viewer viewer) {
        if (!viewer.is(Role.ADMIN)) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
    }

    @GetMapping
    @Transactional(readOnly = true)
    TeamAdministrationPage list() {
        List<Team> all = teams.all();
        Map<UUID, PersonRef> leaders = people.refs(
                all.stream().map(Team::leaderId).filter(Objects::nonNull).toList());
        Map<UUID, Integer> sizes = teams.sizes();
        return new TeamAdministrationPage(TeamBranch.inOrder(all).stream()
                .map(branch -> line(branch, leaders, sizes))
                .toList());
    }

    private static TeamAdministrationPage.Line line(
            TeamBranch branch, Map<UUID, PersonRef> leaders, Map<UUID, Integer> sizes) {
        Team team = branch.team();
        return new TeamAdministrationPage.Line(
                team,
                branch.depth(),
                team.leaderId() == null ? null : leaders.get(team.leaderId()),
                sizes.getOrDefault(team.id(), 0));
    }

    @GetMapping("/new")
    @Transactional(readOnly = true)
    TeamFormPage add(@RequestParam(defaultValue = "") String parent) {
        return forms.adding(TeamForm.empty(parent), List.of());
    }

    @PostMapping
    Html create(TeamForm form) {
        try {
            Team team = register.create(forms.details(form));
            return Redirect.to("/teams/" + team.id()).saying(team.name() + " is added.");
        } catch (ProblemException wrong) {
            return forms.adding(form, wrong.problems());
        }
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    TeamFormPage edit(@PathVariable UUID id) {
        return forms.editing(id, List.of());
    }

    @PostMapping("/{id}")
    Html change(@PathVariable UUID id, TeamForm form) {
        try {
            Team team = register.edit(id, Typed.version(form.version()), forms.details(form));
            return Redirect.to("/teams/" + id).saying(team.name() + " is saved.");
        } catch (ProblemException wrong) {
            return forms.refused(id, form, wrong.problems());
        }
    }

    @PostMapping("/{id}/deletion")
    Html delete(@PathVariable UUID id) {
        Team team = teams.require(id);
        try {
            register.delete(id);
            return Redirect.to("/administration/teams").saying(team.name() + " is deleted.");
        } catch (ProblemException wrong) {
            return forms.editing(id, wrong.problems());
        }
    }
}
