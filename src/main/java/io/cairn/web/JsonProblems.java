package io.cairn.web;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.PropertyBindingException;

/** What is wrong with JSON that was sent: unreadable as such (400), or with content we refuse (422), at its field's path. */
final class JsonProblems {
    private JsonProblems() {}

    static List<Problem> of(JacksonException thrown) {
        String path = path(thrown);
        if (thrown.getCause() instanceof ProblemException known) {
            return known.problems().stream()
                    .map(problem ->
                            problem.field() == null ? at(path, problem) : problem.at(join(path, problem.field())))
                    .toList();
        }
        return List.of(at(path, kind(thrown).problem()));
    }

    private static GeneralProblem kind(JacksonException thrown) {
        String words = String.valueOf(thrown.getOriginalMessage());
        return switch (thrown) {
            case PropertyBindingException unknown -> GeneralProblem.UNKNOWN_FIELD;
            case DatabindException trailing when words.startsWith("Trailing token") -> GeneralProblem.UNREADABLE;
            case DatabindException missing when words.startsWith("Cannot map `null`") -> GeneralProblem.REQUIRED;
            case DatabindException invalid -> GeneralProblem.INVALID;
            case InputCoercionException number -> GeneralProblem.INVALID;
            case StreamConstraintsException tooMuch -> GeneralProblem.INVALID;
            default -> GeneralProblem.UNREADABLE;
        };
    }

    private static Problem at(String path, Problem problem) {
        return path.isEmpty() ? problem : problem.at(path);
    }

    private static String join(String path, String field) {
        return path.isEmpty() ? field : path + (field.startsWith("[") ? "" : ".") + field;
    }

    /** As people write it: {@code measures[1].target}. */
    static String path(JacksonException thrown) {
        var path = new StringBuilder();
        for (var step : thrown.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
