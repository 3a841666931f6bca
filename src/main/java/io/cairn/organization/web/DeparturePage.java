package io.cairn.organization.web;

import io.cairn.kernel.Problem;
import io.cairn.organization.Departures;
import io.cairn.organization.People;
import io.cairn.organization.Person;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;

/** Marking somebody as left, with what they would leave behind. */
public record DeparturePage(
        Person person,
        Departures.Burden burden,
        String on,
        String handOverTo,
        List<People.Choice> choices,
        List<Problem> problems)
        implements FullPage {

    @Override
    public String title() {
        return person.name() + " leaves";
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
