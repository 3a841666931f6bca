package io.cairn.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with written fields, so that a person sees all of it at once. */
public final class Texts {
    private final List<Problem> problems = new ArrayList<>();

    /** The text without surrounding blanks; its length is checked in characters as people count them. */
    public String needed(String field, @Nullable String text, int least, int most) {
        String plain = text == null ? "" : text.strip();
        int length = plain.codePointCount(0, plain.length());
        if (length == 0) {
            problems.add(GeneralProblem.REQUIRED.at(field));
        } else if (length < least || length > most) {
            problems.add(GeneralProblem.INVALID
                    .saying("Use %d to %,d characters; these are %,d.".formatted(least, most, length))
                    .at(field));
        }
        return plain;
    }

    public String optional(String field, @Nullable String text, int most) {
        return text == null || text.isBlank() ? "" : needed(field, text, 1, most);
    }

    public void add(Problem problem) {
        problems.add(problem);
    }

    public void addAll(List<Problem> more) {
        problems.addAll(more);
    }

    /** A reference that was not found, or not by this viewer. */
    public void unknown(String field, boolean known) {
        if (!known) {
            problems.add(GeneralProblem.INVALID
                    .saying("There is no such thing that you may see.")
                    .at(field));
        }
    }

    public List<Problem> problems() {
        return problems;
    }

    /** @throws ProblemException with everything that was found wrong */
    public void refuseIfAny() {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }
}
