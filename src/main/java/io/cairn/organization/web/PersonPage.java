package io.cairn.organization.web;

import io.cairn.kernel.PersonRef;
import io.cairn.organization.Person;
import io.cairn.organization.Team;
import io.cairn.web.Fragment;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;

/** Somebody: who, where, with whom; modules above add what they work on. */
public record PersonPage(
        Person person,
        List<PersonRef> managers,
        List<Person> reports,
        boolean moreReports,
        List<Team> teams,
        List<Fragment> panels,
        boolean administrator)
        implements FullPage {

    @Override
    public String title() {
        return person.name();
    }

    @Override
    public Section section() {
        return Section.PEOPLE;
    }
}
