package io.cairn.framework.web;

import io.cairn.framework.Analogy;
import io.cairn.framework.Comparison.Cell;
import io.cairn.framework.Comparison.Line;
import io.cairn.framework.Portraits;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;

/** Four frameworks side by side, all fourteen in a chart, and the pictures that tell them apart. */
public record ComparisonPage(List<FrameworkView> all) implements FullPage {
    @Override
    public String title() {
        return "Frameworks";
    }

    @Override
    public Section section() {
        return Section.FRAMEWORKS;
    }

    List<FrameworkView> columns() {
        return all.stream().filter(view -> !view.comparison().isEmpty()).toList();
    }

    public List<Line> lines() {
        return List.of(Line.values());
    }

    static Cell cell(FrameworkView column, Line line) {
        return column.comparison().get(line.ordinal());
    }

    public List<Analogy> analogies() {
        return Analogy.all();
    }

    public static String name(String framework) {
        return Portraits.of(framework).abbreviation();
    }
}
