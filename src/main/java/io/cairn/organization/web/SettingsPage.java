package io.cairn.organization.web;

import io.cairn.kernel.Problem;
import io.cairn.organization.OrganizationChoices;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.util.List;

/** What the organisation is called, where its days turn and what it allows, for administrators. */
public record SettingsPage(SettingsForm form, List<Problem> problems) implements FullPage {

    public List<Option> zones() {
        return OrganizationChoices.with(OrganizationChoices.zones(), form.zone());
    }

    public List<Option> currencies() {
        return OrganizationChoices.with(OrganizationChoices.currencies(), form.currency());
    }

    @Override
    public String title() {
        return "Organisation";
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
