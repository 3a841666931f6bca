package io.cairn.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, so that all of it is said at once. */
public final class ProblemList {
    private final List<Problem> found = new ArrayList<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    /** Adds the problem when the rule is broken; a rule about several fields reads as one line. */
    public void when(boolean broken, Problem problem) {
        if (broken) {
            found.add(problem);
        }
    }

    /** The text without blanks around it; a problem when nothing or too much is left. */
    public String text(String field, @Nullable String given, int longest) {
        String text = optionalText(field, given, longest);
        when(isBlank(text), GeneralProblem.REQUIRED.at(field));
        return text;
    }

    /** The same, but nothing at all is allowed. */
    public String optionalText(String field, @Nullable String given, int longest) {
        String text = given == null ? "" : given.strip();
        if (text.length() > longest) {
            add(GeneralProblem.INVALID
                    .saying("Use at most " + longest + " characters.")
                    .at(field));
        }
        when(text.codePoints().anyMatch(Character::isISOControl), GeneralProblem.INVALID.at(field));
        return text;
    }

    public void throwAny() {
        if (!found.isEmpty()) {
            throw new ProblemException(found);
        }
    }

    public List<Problem> found() {
        return List.copyOf(found);
    }

    private static boolean isBlank(String text) {
        return text.codePoints().allMatch(point -> Character.isWhitespace(point) || Character.isSpaceChar(point));
    }
}
