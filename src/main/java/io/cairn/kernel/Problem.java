package io.cairn.kernel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request: a stable code for programs, a sentence for people, the HTTP status it answers
 * with (400, 401, 403, 404, 409, 422, 429) and, where there is one, the field it belongs to ({@code measures[1].target}).
 */
public record Problem(
        String code, int status, String message, @Nullable String field, Map<String, Object> details) {

    public Problem at(String newField) {
        return new Problem(code, status, message, newField, details);
    }

    /** The same at no field. */
    public Problem whole() {
        return new Problem(code, status, message, null, details);
    }

    public Problem with(String name, Object value) {
        var more = new java.util.LinkedHashMap<>(details);
        more.put(name, value);
        return new Problem(code, status, message, field, more);
    }

    public ProblemException exception() {
        return new ProblemException(java.util.List.of(this));
    }

    /** A module's closed list of what can go wrong is an enum of this type; its constants' names are the codes. */
    public interface Kind {
        String name();

        int status();

        String message();

        default Problem problem() {
            return new Problem(name(), status(), message(), null, Map.of());
        }

        default Problem at(String field) {
            return problem().at(field);
        }

        /** The same code with a sentence that fits this case better. */
        default Problem saying(String message) {
            return new Problem(name(), status(), message, null, Map.of());
        }

        default ProblemException exception() {
            return problem().exception();
        }
    }
}
