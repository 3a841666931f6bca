package io.cairn.template.reading;

import io.cairn.kernel.Problem;
import io.cairn.template.Column;
import io.cairn.template.FileMark;
import io.cairn.template.ReturnProblem;
import io.cairn.template.Returned;
import io.cairn.template.SheetForm;
import io.cairn.template.SheetRow;
import io.cairn.template.TemplateForm;
import io.cairn.template.reading.Grid.Cell;
import io.cairn.template.reading.Grid.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Reads a file as the rows of one template; what is wrong with the file as a whole is refused at once, the rest at its cell. */
final class FilledFile {
    /** Rows that say something, of all sheets. */
    static final int MOST_ROWS = 10_000;

    /** Stands for the whole row among what is wrong with its cells. */
    static final String WHOLE_ROW = "";

    private final TemplateForm form;
    private final UUID organization;

    /** @param organization the mark of this one */
    FilledFile(TemplateForm form, UUID organization) {
        this.form = form;
        this.organization = organization;
    }

    /** @throws io.cairn.kernel.ProblemException for a file that cannot be understood as a whole; a {@link ReturnProblem} */
    Returned read(String name, byte[] content) {
        Book book = Book.read(name, content);
        FileMark mark = book.sheets().stream()
                .filter(MarkReading::isMark)
                .findFirst()
                .map(grid -> MarkReading.read(grid, form))
                .orElseGet(() -> MarkReading.none(form));
        List<Returned.Sheet> sheets = new ArrayList<>();
        int left = MOST_ROWS;
        for (Map.Entry<SheetForm, Grid> found : found(book).entrySet()) {
            Returned.Sheet sheet = sheet(found.getKey(), found.getValue());
            left -= sheet.rows().size();
            if (left < 0) {
                throw ReturnProblem.TOO_MANY_ROWS.exception();
            }
            sheets.add(sheet);
        }
        refuseOthersIds(mark, sheets);
        return new Returned(mark, sheets);
    }

    private void refuseOthersIds(FileMark mark, List<Returned.Sheet> sheets) {
        boolean ours = mark.organization() == null || mark.organization().equals(organization);
        boolean ids = sheets.stream()
                .flatMap(sheet -> sheet.rows().stream())
                .anyMatch(row -> row.row().id().isPresent());
        if (!ours && ids) {
            throw ReturnProblem.OTHER_ORGANIZATION.exception();
        }
    }

    /** Sheets by their names; a file alone by its columns, whatever it is called. */
    private Map<SheetForm, Grid> found(Book book) {
        List<Grid> grids =
                book.sheets().stream().filter(grid -> !MarkReading.isMark(grid)).toList();
        Map<SheetForm, Grid> found = new java.util.LinkedHashMap<>();
        for (SheetForm sheet : form.sheets().stream().filter(SheetForm::returns).toList()) {
            List<Grid> named =
                    grids.stream().filter(grid -> isNamed(sheet, grid)).toList();
            if (named.size() > 1) {
                throw ReturnProblem.SHEET_TWICE
                        .saying("The file has the sheet “%s” twice.".formatted(sheet.title()))
                        .exception();
            }
            named.stream().findFirst().ifPresent(grid -> found.put(sheet, grid));
        }
        if (found.isEmpty() && !book.workbook() && grids.size() == 1) {
            likeliest(grids.getFirst()).ifPresent(sheet -> found.put(sheet, grids.getFirst()));
        }
        if (found.isEmpty()) {
            throw ReturnProblem.SHEET_MISSING
                    .saying("No sheet of this file belongs to “%s”; it has %s.".formatted(form.title(), titles()))
                    .exception();
        }
        return found;
    }

    private String titles() {
        return form.sheets().stream()
                .filter(SheetForm::returns)
                .map(sheet -> "“" + sheet.title() + "”")
                .collect(Collectors.joining(", "));
    }

    private static boolean isNamed(SheetForm sheet, Grid grid) {
        String name = Headings.plain(grid.name());
        return name.equals(Headings.plain(sheet.title())) || name.equals(sheet.key());
    }

    private Optional<SheetForm> likeliest(Grid grid) {
        return form.sheets().stream()
                .filter(SheetForm::returns)
                .filter(sheet -> Headings.fit(sheet, grid) > 1)
                .max(java.util.Comparator.comparingInt(sheet -> Headings.fit(sheet, grid)));
    }

    private static Returned.Sheet sheet(SheetForm form, Grid grid) {
        Headings headings = Headings.of(form, grid);
        refuseMerged(form, grid, headings);
        List<Returned.Row> rows = new ArrayList<>();
        for (Line line : grid.lines()) {
            if (line.number() > headings.line()) {
                Returned.Row row = row(form, headings, line);
                if (row != null) {
                    rows.add(row);
                }
            }
        }
        return new Returned.Sheet(form, refusingTwice(rows));
    }

    private static void refuseMerged(SheetForm form, Grid grid, Headings headings) {
        for (String place : grid.merged()) {
            if (CellRangeAddress.valueOf(place).getLastRow() + 1 >= headings.line()) {
                throw ReturnProblem.CELLS_MERGED
                        .saying("The cells %s of the sheet “%s” are merged; part them, so that each row has its own."
                                .formatted(place, form.title()))
                        .exception();
            }
        }
    }

    /** Null for a row that says nothing: blank, or with nothing but formulas of ours. */
    private static Returned.@Nullable Row row(SheetForm form, Headings headings, Line line) {
        if (line.cells() == null) {
            return new Returned.Row(
                    Math.toIntExact(line.number()),
                    new SheetRow(Map.of()),
                    Map.of(WHOLE_ROW, ReturnProblem.ROW_UNREADABLE.problem()));
        }
        List<Column> read = form.columns().stream().filter(Column::isRead).toList();
        boolean blank =
                read.stream().allMatch(column -> at(line, headings, column).isBlank());
        if (blank) {
            return null;
        }
        CellReading reading = new CellReading(form.column("unit")
                .map(unit -> at(line, headings, unit).text().strip())
                .orElse(""));
        read.forEach(column -> reading.read(column, at(line, headings, column)));
        return new Returned.Row(Math.toIntExact(line.number()), reading.row(), reading.problems());
    }

    private static Cell at(Line line, Headings headings, Column column) {
        Integer place = headings.places().get(column.key());
        return place == null ? Cell.BLANK : line.at(Objects.requireNonNull(place));
    }

    /** Two rows cannot both be the same thing; neither of them is guessed to be. */
    private static List<Returned.Row> refusingTwice(List<Returned.Row> rows) {
        Set<UUID> once = new HashSet<>();
        Set<UUID> twice = rows.stream()
                .flatMap(row -> row.row().id().stream())
                .filter(id -> !once.add(id))
                .collect(Collectors.toSet());
        return rows.stream()
                .map(row -> row.row().id().filter(twice::contains).isPresent()
                        ? refused(row, ReturnProblem.ID_TWICE.at("id"))
                        : row)
                .toList();
    }

    private static Returned.Row refused(Returned.Row row, Problem problem) {
        Map<String, Problem> more = new HashMap<>(row.unreadable());
        more.put("id", problem);
        return new Returned.Row(row.number(), row.row(), more);
    }
}
