package io.cairn.cycle.web;

import io.cairn.cycle.Cycle;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adding or changing a cycle.
 *
 * @param cycle what is changed; null when a cycle is added
 * @param parents where it may lie
 */
public record CycleFormPage(
        @Nullable Cycle cycle,
        CycleForm form,
        List<Option> kinds,
        List<Option> cadences,
        List<Option> parents,
        List<Problem> problems)
        implements FullPage {

    CycleFormPage with(List<Problem> found) {
        return new CycleFormPage(cycle, form, kinds, cadences, parents, found);
    }

    @Override
    public String title() {
        return cycle == null ? "Add a cycle" : cycle.name();
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
