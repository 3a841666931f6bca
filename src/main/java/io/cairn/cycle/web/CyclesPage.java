package io.cairn.cycle.web;

import io.cairn.cycle.Cycle;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;

/** All cycles as a tree, earliest first. */
public record CyclesPage(List<Line> cycles, boolean keeper, List<Problem> problems) implements FullPage {

    /**
     * @param depth 0 at the top
     * @param now whether today lies in it
     */
    public record Line(Cycle cycle, int depth, boolean now) {}

    @Override
    public String title() {
        return "Cycles";
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
