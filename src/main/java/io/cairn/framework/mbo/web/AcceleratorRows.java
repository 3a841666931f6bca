package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.ObjectiveTerms;
import io.cairn.framework.mbo.PlanTerms;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The accelerators among the fields of a plan: {@code accelerators[0].line} is empty for the whole plan, or the place of the
 * objective that it waits for.
 */
final class AcceleratorRows {
    private static final int MOST = 10;
    private static final List<String> PARTS = List.of("line", "atLeast", "multiplier");

    private AcceleratorRows() {}

    static String at(int row, String part) {
        return "accelerators[" + row + "]." + part;
    }

    static void put(Map<String, String> fields, PlanTerms terms) {
        List<ObjectiveTerms> lines = terms.objectives();
        for (int i = 0; i < terms.accelerators().size(); i++) {
            PlanTerms.Accelerator one = terms.accelerators().get(i);
            int place = lines.stream().map(ObjectiveTerms::id).toList().indexOf(one.objectiveId());
            fields.put(at(i, "line"), one.objectiveId() == null ? "" : String.valueOf(place));
            fields.put(at(i, "atLeast"), LineForm.percent(one.atLeast()));
            fields.put(at(i, "multiplier"), LineForm.number(one.multiplier()));
        }
    }

    /** Rows that are written, and one to write into. */
    static int shown(Map<String, String> fields) {
        return Math.min(MOST, written(fields) + 1);
    }

    static int written(Map<String, String> fields) {
        int rows = 0;
        while (rows < MOST && fields.containsKey(at(rows, "atLeast"))) {
            rows++;
        }
        return rows;
    }

    /** A row without figures is none: emptying one takes its accelerator away. */
    static void closeUp(Map<String, String> fields) {
        int rows = 0;
        for (int i = 0; i < MOST; i++) {
            Map<String, String> row = taken(fields, i);
            boolean blank = row.getOrDefault("atLeast", "").isBlank()
                    && row.getOrDefault("multiplier", "").isBlank();
            if (!blank) {
                put(fields, rows++, row);
            }
        }
    }

    /** The fields once lines stand elsewhere; what waited for a line that is gone is gone with it. */
    static Map<String, String> moved(Map<String, String> head, List<LineForm> before, List<LineForm> after) {
        Map<String, String> fields = new TreeMap<>(head);
        int rows = 0;
        for (int i = 0; i < MOST; i++) {
            Map<String, String> row = taken(fields, i);
            String line = row.getOrDefault("line", "");
            int place = line.matches("\\d{1,2}") ? Integer.parseInt(line) : -1;
            boolean known = place >= 0 && place < before.size();
            int now = known ? place(before.get(place), after) : -1;
            if (!row.isEmpty() && (!known || now >= 0)) {
                row.put("line", known ? String.valueOf(now) : line);
                put(fields, rows++, row);
            }
        }
        return fields;
    }

    private static int place(LineForm line, List<LineForm> lines) {
        for (int i = 0; i < lines.size(); i++) {
            // Two lines that read the same are two lines.
            if (isThe(line, lines.get(i))) {
                return i;
            }
        }
        return -1;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isThe(LineForm one, LineForm other) {
        return one == other;
    }

    private static Map<String, String> taken(Map<String, String> fields, int row) {
        Map<String, String> taken = new TreeMap<>();
        for (String part : PARTS) {
            String typed = fields.remove(at(row, part));
            if (typed != null) {
                taken.put(part, typed);
            }
        }
        return taken;
    }

    private static void put(Map<String, String> fields, int row, Map<String, String> typed) {
        typed.forEach((part, text) -> fields.put(at(row, part), text));
    }
}
