package io.cairn.organization.web;

import io.cairn.kernel.PersonRef;
import io.cairn.organization.Person;
import io.cairn.organization.Team;
import io.cairn.web.Fragment;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A team: who leads it, who is in it, what is above and below; modules above add what it works on. */
public record TeamPage(
        Team team,
        @Nullable PersonRef leader,
        List<Team> above,
        List<Below> below,
        List<Person> members,
        boolean moreMembers,
        List<Fragment> panels,
        boolean administrator)
        implements FullPage {

    /** A team directly below. */
    public record Below(Team team, @Nullable PersonRef leader) {}

    @Override
    public String title() {
        return team.name();
    }

    @Override
    public Section section() {
        return Section.PEOPLE;
    }
}
