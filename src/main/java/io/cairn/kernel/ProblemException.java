package io.cairn.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** Carries problems from the use case that found them to the one place that shows them; never empty. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    public ProblemException(List<Problem> problems) {
        super(
                problems.stream().map(p -> p.code() + ": " + p.message()).collect(Collectors.joining("; ")),
                null,
                false,
                false);
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    public Problem first() {
        return problems.getFirst();
    }
}
