package io.cairn.organization.web;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Needed;
import io.cairn.kernel.Page;
import io.cairn.kernel.Role;
import io.cairn.organization.Departure;
import io.cairn.organization.Departures;
import io.cairn.organization.OrganizationProblem;
import io.cairn.organization.People;
import io.cairn.organization.PeopleFilter;
import io.cairn.organization.PeopleRegister;
import io.cairn.organization.Person;
import io.cairn.organization.PersonStatus;
import io.cairn.organization.Roles;
import io.cairn.web.Created;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import io.cairn.web.MergePatch;
import io.cairn.web.Refuses;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** People as JSON. */
@RestController
@Refuses(OrganizationProblem.class)
@RequestMapping("/api/v1/people")
@Transactional
class PeopleApi {
    private final People people;
    private final PeopleRegister register;
    private final Departures departures;
    private final Roles roles;

    PeopleApi(People people, PeopleRegister register, Departures departures, Roles roles) {
        this.people = people;
        this.register = register;
        this.departures = departures;
        this.roles = roles;
    }

    /** Lists people by name. */
    @GetMapping
    @Transactional(readOnly = true)
    Page<Person> list(
            @Filters({"q", "name", "email", "jobTitle", "level", "managerId", "teamId", "role", "status"})
                    ListQuery query) {
        var filter = new PeopleFilter(
                query.text("q"),
                query.text("name"),
                query.text("email"),
                query.text("jobTitle"),
                query.text("level"),
                query.uuid("managerId"),
                query.uuid("teamId"),
                query.one("role", Role.class),
                query.one("status", PersonStatus.class));
        return people.list(filter, query.limit(), query.cursor());
    }

    /** Reads a person. */
    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    Person show(@PathVariable UUID id) {
        return people.require(id);
    }

    /** Adds a person; administrators may. */
    @PostMapping
    ResponseEntity<Person> create(@RequestBody PersonInput input) {
        Person person = register.create(input.details());
        Person made = input.heldRoles().isEmpty() ? person : roles.set(person.id(), input.heldRoles());
        return Created.at("/api/v1/people/" + made.id(), made);
    }

    /** Changes a person; administrators may. */
    @PatchMapping("/{id}")
    Person change(@PathVariable UUID id, MergePatch<PersonInput> patch) {
        Person changed = register.edit(
                id,
                patch.version(),
                before -> patch.onto(PersonInput.of(before, Set.of())).details());
        return patch.has("roles")
                ? roles.set(id, patch.onto(PersonInput.of(changed)).heldRoles())
                : changed;
    }

    record RolesInput(@Needed @Nullable Set<@Nullable Role> roles) {
        Set<Role> named() {
            if (roles == null || roles.stream().anyMatch(Objects::isNull)) {
                throw GeneralProblem.REQUIRED.at("roles").exception();
            }
            return Set.copyOf(roles);
        }
    }

    /** Gives a person these roles and no others; administrators may. */
    @PutMapping("/{id}/roles")
    Person setRoles(@PathVariable UUID id, @RequestBody RolesInput input) {
        return roles.set(id, input.named());
    }

    /** Marks a person as left. Their sign-ins and roles end at once, teams and open goals go to {@code handOverTo}, and reports to their manager. */
    @PostMapping("/{id}/departure")
    Person leave(@PathVariable UUID id, @RequestBody Departure departure) {
        return departures.leave(id, departure);
    }

    /** Welcomes a person back who had left. */
    @DeleteMapping("/{id}/departure")
    Person comeBack(@PathVariable UUID id) {
        return departures.comeBack(id);
    }
}
