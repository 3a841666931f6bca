package io.cairn.incentive.web;

import io.cairn.incentive.PayoutRun;
import io.cairn.kernel.Problem;
import io.cairn.organization.OrganizationChoices;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All payout runs, newest first.
 *
 * @param form null for who may not open one
 */
public record PayoutRunsPage(
        List<PayoutRun> runs,
        @Nullable String nextUrl,
        @Nullable RunForm form,
        List<Problem> problems) implements FullPage {

    public List<Option> currencies() {
        var chosen = form == null ? "" : Objects.requireNonNullElse(form.currency(), "");
        return OrganizationChoices.with(OrganizationChoices.currencies(), chosen);
    }

    public static String period(PayoutRun run) {
        return Days.of(run.periodStart()) + " – " + Days.of(run.periodEnd());
    }

    @Override
    public String title() {
        return "Payout runs";
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
