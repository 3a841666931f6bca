package io.cairn.template;

import io.cairn.kernel.Problem;
import io.cairn.template.RowChange.CellChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Notes row by row what becomes of a file, for those who judge one; what could not be read is refused from the start. */
public final class ReturnedRows {
    private final List<Returned.Row> order = new ArrayList<>();
    private final Map<Returned.Row, Noted> rows = new IdentityHashMap<>();

    private static final class Noted {
        private final String sheet;
        private final Map<String, Problem> refusals = new LinkedHashMap<>();
        private String about = "";
        private @Nullable UUID id;
        private List<CellChange> cells = List.of();

        Noted(String sheet) {
            this.sheet = sheet;
        }
    }

    public ReturnedRows(Returned file) {
        for (Returned.Sheet sheet : file.sheets()) {
            for (Returned.Row row : sheet.rows()) {
                Noted noted = new Noted(sheet.form().key());
                row.row().id().ifPresent(id -> noted.id = id);
                order.add(row);
                rows.put(row, noted);
                row.unreadable().values().forEach(problem -> refuse(row, problem));
            }
        }
    }

    /** The rows of one sheet; none where the file does not have it. */
    public static List<Returned.Row> of(Returned file, String sheet) {
        return file.sheets().stream()
                .filter(one -> one.form().key().equals(sheet))
                .findFirst()
                .map(Returned.Sheet::rows)
                .orElse(List.of());
    }

    public static @Nullable LocalDate day(SheetRow row, String column) {
        return row.cells().get(column) instanceof Cell.Date(LocalDate day) ? day : null;
    }

    public void about(Returned.Row row, String words) {
        noted(row).about = words;
    }

    /** What changes of a thing that is there. */
    public void changes(Returned.Row row, List<CellChange> cells) {
        noted(row).cells = List.copyOf(cells);
    }

    /** @param problem at its column's key, or at no field for the whole row; the first at a place is kept */
    public void refuse(Returned.Row row, Problem problem) {
        String place = problem.field() == null ? "" : problem.field();
        noted(row).refusals.putIfAbsent(place, problem);
    }

    public boolean isRefused(Returned.Row row) {
        return !noted(row).refusals.isEmpty();
    }

    public boolean isChanged(Returned.Row row) {
        return !noted(row).cells.isEmpty();
    }

    public List<Returned.Row> all() {
        return List.copyOf(order);
    }

    /** Whether the row says something else than when the file was made, and somebody else has changed the thing since. */
    public static boolean isOvertaken(SheetRow row, int version) {
        var read = row.figure("version");
        return read != null && read.intValue() != version;
    }

    /** In the file's order. */
    public List<RowChange> done() {
        List<RowChange> changes = new ArrayList<>();
        for (Returned.Row row : order) {
            Noted noted = noted(row);
            changes.add(new RowChange(
                    kind(noted),
                    noted.sheet,
                    row.number(),
                    noted.id,
                    noted.about,
                    noted.refusals.isEmpty() ? noted.cells : List.of(),
                    List.copyOf(noted.refusals.values())));
        }
        return changes;
    }

    private static RowChange.Kind kind(Noted noted) {
        if (!noted.refusals.isEmpty()) {
            return RowChange.Kind.REFUSED;
        }
        if (noted.id == null) {
            return RowChange.Kind.CREATE;
        }
        return noted.cells.isEmpty() ? RowChange.Kind.NONE : RowChange.Kind.CHANGE;
    }

    private Noted noted(Returned.Row row) {
        Noted noted = rows.get(row);
        if (noted == null) {
            throw new IllegalArgumentException("No row " + row.number() + " of this file");
        }
        return noted;
    }

    /** What is wrong with content made of several rows, at the fields of a list: {@code objectives[2].target}. */
    public record Indexed(int place, String field) {
        /** Null where the problem is about no row of the list. */
        public static @Nullable Indexed of(String list, Problem problem) {
            if (problem.field() == null) {
                return null;
            }
            Pattern pattern = Pattern.compile(Pattern.quote(list) + "\\[(\\d{1,6})](?:\\.(.*))?");
            Matcher found = pattern.matcher(problem.field());
            if (!found.matches()) {
                return null;
            }
            return new Indexed(Integer.parseInt(found.group(1)), found.group(2) == null ? "" : found.group(2));
        }
    }
}
