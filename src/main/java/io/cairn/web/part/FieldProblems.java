package io.cairn.web.part;

import io.cairn.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with one field of a form, and how its message is found from the field. */
public final class FieldProblems {
    private FieldProblems() {}

    public static List<Problem> of(@Nullable List<Problem> problems, String field) {
        return problems == null
                ? List.of()
                : problems.stream()
                        .filter(problem -> field.equals(problem.field()))
                        .toList();
    }

    /** What belongs to no field. */
    public static List<Problem> general(@Nullable List<Problem> problems) {
        return problems == null
                ? List.of()
                : problems.stream().filter(problem -> problem.field() == null).toList();
    }

    /** An id a page may use for the field: {@code measures[1].target} becomes {@code measures-1-target}. */
    public static String id(String field) {
        return field.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** The ids a field's {@code aria-describedby} names; null where there are none. */
    public static @Nullable String describedBy(String id, boolean hinted, boolean wrong) {
        if (!hinted && !wrong) {
            return null;
        }
        return (hinted ? id + "-hint" : "") + (hinted && wrong ? " " : "") + (wrong ? id + "-error" : "");
    }
}
