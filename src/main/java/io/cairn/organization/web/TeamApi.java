package io.cairn.organization.web;

import io.cairn.kernel.Page;
import io.cairn.organization.OrganizationProblem;
import io.cairn.organization.Team;
import io.cairn.organization.TeamFilter;
import io.cairn.organization.TeamKind;
import io.cairn.organization.TeamRegister;
import io.cairn.organization.Teams;
import io.cairn.web.Created;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import io.cairn.web.MergePatch;
import io.cairn.web.Refuses;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Teams as JSON. */
@RestController
@Refuses(OrganizationProblem.class)
@RequestMapping("/api/v1/teams")
@Transactional
class TeamApi {
    private final Teams teams;
    private final TeamRegister register;

    TeamApi(Teams teams, TeamRegister register) {
        this.teams = teams;
        this.register = register;
    }

    /** Lists teams by name. */
    @GetMapping
    @Transactional(readOnly = true)
    Page<Team> list(@Filters({"q", "name", "kind", "parentId", "leaderId"}) ListQuery query) {
        var filter = new TeamFilter(
                query.text("q"),
                query.text("name"),
                query.one("kind", TeamKind.class),
                query.uuid("parentId"),
                query.uuid("leaderId"));
        return teams.list(filter, query.limit(), query.cursor());
    }

    /** Reads a team. */
    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    Team show(@PathVariable UUID id) {
        return teams.require(id);
    }

    /** Adds a team; administrators may. Without {@code parentId} it comes directly under the company. */
    @PostMapping
    ResponseEntity<Team> create(@RequestBody TeamInput input) {
        Team team = register.create(input.details());
        return Created.at("/api/v1/teams/" + team.id(), team);
    }

    /** Changes or moves a team; administrators may. */
    @PatchMapping("/{id}")
    Team change(@PathVariable UUID id, MergePatch<TeamInput> patch) {
        return register.edit(
                id, patch.version(), before -> patch.onto(TeamInput.of(before)).details());
    }

    /** Deletes a team without people, teams and goals; administrators may. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        register.delete(id);
    }
}
