package io.cairn.template.web;

import io.cairn.kernel.Problem;
import io.cairn.template.Column;
import io.cairn.template.SheetForm;
import io.cairn.template.TemplateForm;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a filled template is sent.
 *
 * @param taken whether files of this template come back at all
 */
public record ReturnPage(TemplateForm form, boolean taken, List<Problem> problems) implements FullPage {
    private static final Pattern NUMBERED = Pattern.compile("(.*\\D)\\d+");

    @Override
    public String title() {
        return "Send back · " + form.title();
    }

    @Override
    public Section section() {
        return Section.TEMPLATES;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public String path() {
        return "/templates/" + form.key() + "/return";
    }

    public List<SheetForm> sheets() {
        return form.sheets().stream().filter(SheetForm::returns).toList();
    }

    /**
     * Columns that hold the same, on one line.
     *
     * @param title of the column, or of the first and the last, as "W1 … W13"
     */
    public record Line(String title, Column column) {}

    /** What is read of a sheet; columns that are only counted on, as weeks are, share a line. */
    public static List<Line> lines(SheetForm sheet) {
        List<Line> lines = new ArrayList<>();
        for (Column column : sheet.columns()) {
            if (!column.isRead()) {
                continue;
            }
            if (!lines.isEmpty() && continues(lines.getLast().column(), column)) {
                Line begun = lines.removeLast();
                lines.add(new Line(begun.column().title() + " … " + column.title(), begun.column()));
            } else {
                lines.add(new Line(column.title(), column));
            }
        }
        return lines;
    }

    private static boolean continues(Column first, Column next) {
        var from = NUMBERED.matcher(first.title());
        var to = NUMBERED.matcher(next.title());
        return from.matches()
                && to.matches()
                && from.group(1).equals(to.group(1))
                && first.needed() == next.needed()
                && ReturnWords.holds(first).equals(ReturnWords.holds(next));
    }
}
