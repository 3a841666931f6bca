package io.cairn.organization.web;

import io.cairn.organization.Person;
import io.cairn.organization.PersonStatus;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everybody with their e-mail and roles, for administrators. */
public record PeopleAdministrationPage(
        List<Person> people,
        @Nullable String q,
        @Nullable PersonStatus wanted,
        @Nullable String next) implements FullPage {

    public @Nullable String nextUrl() {
        return next == null ? null : Places.address("/administration/people", "q", q, "status", wanted, "cursor", next);
    }

    @Override
    public String title() {
        return "People and roles";
    }

    @Override
    public Section section() {
        return Section.ADMINISTRATION;
    }
}
