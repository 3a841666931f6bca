package io.cairn.template.reading;

import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.template.Column;
import io.cairn.template.ReturnProblem;
import io.cairn.template.SheetForm;
import io.cairn.template.reading.Grid.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The line that names a sheet's columns, wherever among the first it stands, and which column is where.
 *
 * @param places by the column's key
 */
record Headings(long line, Map<String, Integer> places) {
    private static final int SOUGHT_IN = 20;

    /** How many of the sheet's columns that are read the grid's best line names. */
    static int fit(SheetForm form, Grid grid) {
        Line best = best(form, grid);
        return best == null ? 0 : named(form, best);
    }

    /** @throws ProblemException naming each column that is missing and what may have become of it */
    static Headings of(SheetForm form, Grid grid) {
        Line heading = best(form, grid);
        if (heading == null) {
            throw ReturnProblem.COLUMN_MISSING
                    .saying("The sheet “%s” has no line that names its columns.".formatted(form.title()))
                    .exception();
        }
        Map<String, Integer> titles = titles(form, heading);
        List<Problem> missing = new ArrayList<>();
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Column column : form.columns()) {
            Integer place = titles.get(plain(column.title()));
            if (place != null) {
                places.put(column.key(), place);
            } else if (column.isRead()) {
                missing.add(missing(form, column, heading));
            }
        }
        if (!missing.isEmpty()) {
            throw new ProblemException(missing);
        }
        return new Headings(heading.number(), places);
    }

    private static Map<String, Integer> titles(SheetForm form, Line heading) {
        Map<String, Integer> titles = new HashMap<>();
        Set<String> known = known(form);
        for (int i = 0; i < width(heading); i++) {
            String title = plain(heading.at(i).text());
            if (known.contains(title) && titles.put(title, i) != null) {
                throw ReturnProblem.COLUMN_TWICE
                        .saying("The sheet “%s” has the column “%s” twice."
                                .formatted(form.title(), heading.at(i).text().strip()))
                        .exception();
            }
        }
        return titles;
    }

    private static Problem missing(SheetForm form, Column column, Line heading) {
        String nearest = nearest(column.title(), form, heading);
        return ReturnProblem.COLUMN_MISSING
                .saying("The sheet “%s” lacks the column “%s”%s."
                        .formatted(
                                form.title(),
                                column.title(),
                                nearest == null ? "" : "; “" + nearest + "” may have been it"))
                .with("column", column.key());
    }

    /** The heading that belongs to no column and is spelled most like this one. */
    private static @Nullable String nearest(String title, SheetForm form, Line heading) {
        Set<String> known = known(form);
        String nearest = null;
        int least = Math.max(3, title.length() / 2) + 1;
        for (int i = 0; i < width(heading); i++) {
            String found = heading.at(i).text().strip();
            if (!found.isEmpty() && found.length() <= 60 && !known.contains(plain(found))) {
                int distance = distance(plain(title), plain(found));
                if (distance < least) {
                    least = distance;
                    nearest = found;
                }
            }
        }
        return nearest;
    }

    /** Letters to add, drop or change (Levenshtein). */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }

    private static @Nullable Line best(SheetForm form, Grid grid) {
        Line best = null;
        int most = 0;
        for (Line line : grid.lines().stream().limit(SOUGHT_IN).toList()) {
            int named = named(form, line);
            if (named > most) {
                most = named;
                best = line;
            }
        }
        return best;
    }

    private static int named(SheetForm form, Line line) {
        Set<String> known = known(form);
        Set<String> found = new HashSet<>();
        for (int i = 0; i < width(line); i++) {
            String title = plain(line.at(i).text());
            if (known.contains(title)) {
                found.add(title);
            }
        }
        return found.size();
    }

    private static Set<String> known(SheetForm form) {
        Set<String> known = new HashSet<>();
        form.columns().forEach(column -> known.add(plain(column.title())));
        return known;
    }

    private static int width(Line line) {
        return line.cells() == null ? 0 : Objects.requireNonNull(line.cells()).size();
    }

    static String plain(String title) {
        return title.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
