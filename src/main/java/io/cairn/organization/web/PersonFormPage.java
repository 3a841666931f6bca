package io.cairn.organization.web;

import io.cairn.kernel.Problem;
import io.cairn.kernel.Role;
import io.cairn.organization.People;
import io.cairn.organization.Person;
import io.cairn.organization.TeamBranch;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adding or changing a person.
 *
 * @param person who is changed; null when somebody is added
 * @param roles what is ticked
 */
public record PersonFormPage(
        @Nullable Person person,
        PersonForm form,
        Set<Role> roles,
        List<People.Choice> choices,
        List<TeamBranch> teams,
        List<Problem> problems)
        implements FullPage {

    @Override
    public String title() {
        return person == null ? "Add a person" : person.name();
    }

    @Override
    public Section section() {
        return Section.ADMINISTRATION;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }
}
