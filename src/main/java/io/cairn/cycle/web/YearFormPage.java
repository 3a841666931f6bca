package io.cairn.cycle.web;

import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.util.List;

/** Planning a year with its halves and quarters in one step. */
public record YearFormPage(
        String year, String month, String cadence, List<Option> months, List<Option> cadences, List<Problem> problems)
        implements FullPage {

    @Override
    public String title() {
        return "Plan a year";
    }

    @Override
    public Section section() {
        return Section.CYCLES;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }
}
