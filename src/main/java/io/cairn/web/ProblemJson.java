package io.cairn.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.kernel.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Problem details as RFC 9457 has them, with our code, the fields that are wrong and what else helps. */
record ProblemJson(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String instance,
        List<FieldError> errors,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> details) {

    record FieldError(String field, String code, String message) {}

    static ProblemJson of(List<Problem> problems, String path) {
        Problem first = problems.getFirst();
        return new ProblemJson(
                "urn:cairn:problem:" + slug(first),
                title(first.status()),
                first.status(),
                first.message(),
                first.code(),
                path,
                problems.stream()
                        .filter(problem -> problem.field() != null)
                        .map(ProblemJson::error)
                        .toList(),
                first.details());
    }

    static String slug(Problem problem) {
        return problem.code().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String title(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "Problem" : known.getReasonPhrase();
    }

    private static FieldError error(Problem problem) {
        return new FieldError(String.valueOf(problem.field()), problem.code(), problem.message());
    }
}
