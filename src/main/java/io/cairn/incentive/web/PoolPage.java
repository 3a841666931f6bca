package io.cairn.incentive.web;

import io.cairn.incentive.Pool;
import io.cairn.kernel.Problem;
import io.cairn.organization.OrganizationChoices;
import io.cairn.organization.People;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pool being written.
 *
 * @param pool null for a new one
 */
public record PoolPage(@Nullable Pool pool, PoolForm form, List<People.Choice> people, List<Problem> problems)
        implements FullPage {

    public List<Option> currencies() {
        return OrganizationChoices.with(OrganizationChoices.currencies(), PoolForm.text(form.currency()));
    }

    public String action() {
        return pool == null ? "/bonus-pools" : "/bonus-pools/" + pool.id();
    }

    @Override
    public String title() {
        return pool == null ? "New bonus pool" : pool.name();
    }

    @Override
    public Section section() {
        return Section.PAY;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }
}
