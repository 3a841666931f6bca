package io.cairn.organization.web;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Page;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Departures;
import io.cairn.organization.People;
import io.cairn.organization.PeopleFilter;
import io.cairn.organization.PeopleRegister;
import io.cairn.organization.Person;
import io.cairn.organization.PersonStatus;
import io.cairn.organization.Roles;
import io.cairn.web.Filters;
import io.cairn.web.Html;
import io.cairn.web.ListQuery;
import io.cairn.web.Redirect;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where administrators add people, change them, give roles and mark who has left. */
@Controller
@RequestMapping("/administration/people")
class PeopleAdministration {
    private final People people;
    private final PeopleRegister register;
    private final Departures departures;
    private final Roles roles;
    private final PersonForms forms;
    private final DomainClock clock;

    PeopleAdministration(
            People people,
            PeopleRegister register,
            Departures departures,
            Roles roles,
            PersonForms forms,
            DomainClock clock) {
        this.people = people;
        this.register = register;
        this.departures = departures;
        this.roles = roles;
        this.forms = forms;
        this.clock = clock;
    }

    @ModelAttribute
    void onlyAdministrators(Viewer viewer) {
        if (!viewer.is(Role.ADMIN)) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
    }

    @GetMapping
    @Transactional(readOnly = true)
    PeopleAdministrationPage list(@Filters({"q", "status"}) ListQuery query) {
        var status = query.one("status", PersonStatus.class);
        var filter = new PeopleFilter(query.text("q"), null, null, null, null, null, null, null, status);
        Page<Person> page = people.list(filter, query.limit(), query.cursor());
        return new PeopleAdministrationPage(page.items(), query.text("q"), status, page.nextCursor());
    }

    @GetMapping("/new")
    @Transactional(readOnly = true)
    PersonFormPage add() {
        return forms.adding(PersonForm.EMPTY, List.of());
    }

    @PostMapping
    Html create(PersonForm form) {
        try {
            Person person = register.create(forms.details(form));
            return Redirect.to("/administration/people/" + person.id()).saying(person.name() + " is added.");
        } catch (ProblemException wrong) {
            return forms.adding(form, wrong.problems());
        }
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    PersonFormPage edit(@PathVariable UUID id) {
        return forms.editing(id, List.of());
    }

    @PostMapping("/{id}")
    Html change(@PathVariable UUID id, PersonForm form) {
        try {
            Person person = register.edit(id, Typed.version(form.version()), forms.details(form));
            return Redirect.to("/people/" + id).saying(person.name() + " is saved.");
        } catch (ProblemException wrong) {
            return forms.refused(id, form, wrong.problems());
        }
    }

    @PostMapping("/{id}/roles")
    Html setRoles(
            @PathVariable UUID id, @RequestParam(name = "roles", required = false) @Nullable List<String> ticked) {
        try {
            Person person = roles.set(id, roles(Typed.texts(ticked)));
            return Redirect.to("/administration/people/" + id).saying(person.name() + "’s roles are saved.");
        } catch (ProblemException wrong) {
            return forms.editing(id, wrong.problems());
        }
    }

    @GetMapping("/{id}/departure")
    @Transactional(readOnly = true)
    DeparturePage leaving(@PathVariable UUID id) {
        return forms.leaving(id, clock.today().toString(), "", List.of());
    }

    @PostMapping("/{id}/departure")
    Html leave(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String handOverTo) {
        try {
            Person person = departures.leave(id, forms.departure(on, handOverTo));
            return Redirect.to("/people/" + id).saying(person.name() + " is marked as left.");
        } catch (ProblemException wrong) {
            return forms.leaving(id, on, handOverTo, wrong.problems());
        }
    }

    @PostMapping("/{id}/return")
    Redirect comeBack(@PathVariable UUID id) {
        Person person = departures.comeBack(id);
        return Redirect.to("/administration/people/" + id).saying(person.name() + " is back.");
    }

    private static Set<Role> roles(List<String> ticked) {
        Set<String> known = Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet());
        if (!known.containsAll(ticked)) {
            throw GeneralProblem.INVALID.at("roles").exception();
        }
        return ticked.stream().map(Role::valueOf).collect(Collectors.toSet());
    }
}
