package io.cairn.setup.web;

import io.cairn.kernel.Problem;
import io.cairn.organization.OrganizationChoices;
import io.cairn.setup.Beginning;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.util.List;

/** The first page an empty installation shows. */
public record SetUpPage(Beginning typed, List<Problem> problems) implements FullPage {
    @Override
    public String title() {
        return "Set up";
    }

    @Override
    public Section section() {
        return Section.NONE;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public List<Option> zones() {
        return OrganizationChoices.zones();
    }

    public List<Option> currencies() {
        return OrganizationChoices.currencies();
    }
}
