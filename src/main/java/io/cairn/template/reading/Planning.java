package io.cairn.template.reading;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Viewer;
import io.cairn.template.FileMark;
import io.cairn.template.ReturnProblem;
import io.cairn.template.Returned;
import io.cairn.template.RowChange;
import io.cairn.template.TemplateReturn;
import io.cairn.template.reading.Memory.Remembered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says what a file would change, with its rows found again that were applied before. */
@Component
class Planning {
    private final Map<String, TemplateReturn> returns = new TreeMap<>();
    private final Memory memory;

    Planning(ObjectProvider<TemplateReturn> all, Memory memory) {
        all.forEach(one -> returns.put(one.template(), one));
        this.memory = memory;
    }

    /** Whether files of this template come back at all. */
    boolean takes(String template) {
        return returns.containsKey(template);
    }

    /** @throws io.cairn.kernel.ProblemException NOT_FOUND for a template that does not come back */
    TemplateReturn of(String template) {
        TemplateReturn found = returns.get(template);
        if (found == null) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        return found;
    }

    /**
     * What a file would change.
     *
     * @param file with the ids of rows that were applied before
     * @param changes of each row
     * @param parts by sheet and row, counted from 0
     * @param missing how many rows the file has lost since it was made
     */
    record Plan(Returned file, List<RowChange> changes, Map<String, Integer> parts, int missing) {
        int part(String sheet, int row) {
            return parts.getOrDefault(place(sheet, row), 0);
        }

        /**
         * The rows of some parts. Those that are not to be applied stand there only to be understood, and so do rows that belong to
         * everything in the file.
         *
         * @param applied places of the rows to be applied
         */
        Returned parts(Set<Integer> some, Set<String> applied) {
            Set<String> everywhere = changes.stream()
                    .filter(change -> change.kind() == RowChange.Kind.NONE && change.id() == null)
                    .map(change -> place(change.sheet(), change.row()))
                    .collect(Collectors.toSet());
            List<Returned.Sheet> sheets = new ArrayList<>();
            for (Returned.Sheet sheet : file.sheets()) {
                List<Returned.Row> rows = new ArrayList<>();
                for (Returned.Row row : sheet.rows()) {
                    String place = place(sheet.form().key(), row.number());
                    if (applied.contains(place)) {
                        rows.add(row);
                    } else if (some.contains(parts.getOrDefault(place, 0)) || everywhere.contains(place)) {
                        rows.add(row.onlyRead());
                    }
                }
                sheets.add(new Returned.Sheet(sheet.form(), rows));
            }
            return new Returned(file.mark(), sheets);
        }
    }

    static String place(String sheet, int row) {
        return sheet + " " + row;
    }

    Plan plan(Viewer viewer, Returned read) {
        TemplateReturn back = of(read.mark().template());
        List<Remembered> known = memory.of(read.mark());
        Returned file = Memory.completed(read, known);
        List<RowChange> changes = back.preview(viewer, file);
        Set<UUID> gone = gone(read, changes);
        if (!gone.isEmpty()) {
            file = Memory.completed(
                    read,
                    known.stream().filter(one -> !gone.contains(one.itemId())).toList());
            changes = back.preview(viewer, file);
        }
        return new Plan(file, changes, parts(back, file), missing(read.mark(), file));
    }

    /** What was made of a row once and was deleted since; such a row is new again. */
    private static Set<UUID> gone(Returned read, List<RowChange> changes) {
        Set<UUID> typed = read.sheets().stream()
                .flatMap(sheet -> sheet.rows().stream())
                .flatMap(row -> row.row().id().stream())
                .collect(Collectors.toSet());
        return changes.stream()
                .filter(change ->
                        change.refusals().stream().map(Problem::code).anyMatch(ReturnProblem.UNKNOWN_ID.name()::equals))
                .flatMap(change -> java.util.stream.Stream.ofNullable(change.id()))
                .filter(id -> !typed.contains(id))
                .collect(Collectors.toSet());
    }

    private static Map<String, Integer> parts(TemplateReturn back, Returned file) {
        Map<String, Integer> names = new HashMap<>();
        Map<String, Integer> parts = new HashMap<>();
        for (Returned.Sheet sheet : file.sheets()) {
            for (Returned.Row row : sheet.rows()) {
                int part = names.computeIfAbsent(back.part(sheet, row), name -> names.size());
                parts.put(place(sheet.form().key(), row.number()), part);
            }
        }
        return parts;
    }

    /** Rows that stood for something when the file was made and are no longer in it; of sheets that are in it. */
    private static int missing(FileMark mark, Returned file) {
        Set<UUID> there = new HashSet<>();
        List<String> sheets = new ArrayList<>();
        for (Returned.Sheet sheet : file.sheets()) {
            sheets.add(sheet.form().key());
            sheet.rows().forEach(row -> row.row().id().ifPresent(there::add));
        }
        return (int) mark.rows().stream()
                .filter(row -> sheets.contains(row.sheet()))
                .filter(row -> !there.contains(row.id()))
                .count();
    }
}
