package io.cairn.web;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** What an exception means to the one who asked; empty when it is a fault of ours. Never repeats an exception's own words. */
final class ThrownProblems {
    private ThrownProblems() {}

    static List<Problem> of(Throwable thrown) {
        if (cause(thrown, BodyTooLarge.class) != null) {
            return List.of(GeneralProblem.BODY_TOO_LARGE.problem());
        }
        return switch (thrown) {
            case ProblemException known -> known.problems();
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MethodArgumentTypeMismatchException mismatch -> List.of(mismatch(mismatch));
            case MissingServletRequestParameterException missing ->
                List.of(GeneralProblem.REQUIRED.at(missing.getParameterName()));
            case BindException invalid -> invalid(invalid);
            case HandlerMethodValidationException invalid -> invalid(invalid);
            case HttpRequestMethodNotSupportedException wrong -> List.of(GeneralProblem.METHOD_NOT_ALLOWED.problem());
            case AccessDeniedException denied -> List.of(GeneralProblem.NOT_ALLOWED.problem());
            case AuthenticationException unknown -> List.of(GeneralProblem.NOT_SIGNED_IN.problem());
            case InvalidParameterException form -> ofStatus(form.getErrorCode());
            case ErrorResponse answer -> ofStatus(answer.getStatusCode().value());
            default -> ofDatabase(thrown);
        };
    }

    /** Whether the caller hung up, so that nobody is left to be told. */
    static boolean isGone(Throwable thrown) {
        return cause(thrown, ClientAbortException.class) != null
                || cause(thrown, AsyncRequestNotUsableException.class) != null;
    }

    /** The problem that fits a status which somebody else decided; empty for a fault of ours. */
    static List<Problem> ofStatus(int status) {
        Problem.Kind kind =
                switch (status) {
                    case 401 -> GeneralProblem.NOT_SIGNED_IN;
                    case 403 -> GeneralProblem.NOT_ALLOWED;
                    case 404 -> GeneralProblem.NOT_FOUND;
                    case 405 -> GeneralProblem.METHOD_NOT_ALLOWED;
                    case 406 -> WebProblem.NOT_ACCEPTABLE;
                    case 409 -> WebProblem.CONFLICT;
                    case 413 -> GeneralProblem.BODY_TOO_LARGE;
                    case 415 -> GeneralProblem.UNSUPPORTED_MEDIA_TYPE;
                    case 422 -> GeneralProblem.INVALID;
                    case 429 -> GeneralProblem.TOO_MANY_ATTEMPTS;
                    case 503 -> WebProblem.UNAVAILABLE;
                    default -> GeneralProblem.UNREADABLE;
                };
        return status >= 500 && status != 503 ? List.of() : List.of(kind.problem());
    }

    private static List<Problem> unreadable(HttpMessageNotReadableException thrown) {
        JacksonException json = cause(thrown, JacksonException.class);
        return json == null ? List.of(GeneralProblem.UNREADABLE.problem()) : JsonProblems.of(json);
    }

    private static Problem mismatch(MethodArgumentTypeMismatchException thrown) {
        ProblemException known = cause(thrown, ProblemException.class);
        if (thrown.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return GeneralProblem.NOT_FOUND.problem();
        }
        Problem problem = known == null ? GeneralProblem.INVALID.problem() : known.first();
        return problem.at(thrown.getName());
    }

    private static List<Problem> invalid(BindException thrown) {
        List<Problem> problems = new ArrayList<>();
        for (FieldError error : thrown.getFieldErrors()) {
            problems.add(constraint(error.getCode(), error.isBindingFailure() ? null : error.getDefaultMessage())
                    .at(error.getField()));
        }
        return problems.isEmpty() ? List.of(GeneralProblem.INVALID.problem()) : problems;
    }

    private static List<Problem> invalid(HandlerMethodValidationException thrown) {
        List<Problem> problems = new ArrayList<>();
        for (var result : thrown.getParameterValidationResults()) {
            String name = result.getMethodParameter().getParameterName();
            for (var error : result.getResolvableErrors()) {
                String[] codes = error.getCodes();
                String code = codes == null || codes.length == 0 ? null : codes[codes.length - 1];
                Problem problem = constraint(code, error.getDefaultMessage());
                problems.add(name == null ? problem : problem.at(name));
            }
        }
        return problems.isEmpty() ? List.of(GeneralProblem.INVALID.problem()) : problems;
    }

    private static Problem constraint(@Nullable String code, @Nullable String message) {
        boolean missing = "NotNull".equals(code) || "NotBlank".equals(code) || "NotEmpty".equals(code);
        var kind = missing ? GeneralProblem.REQUIRED : GeneralProblem.INVALID;
        return missing || message == null ? kind.problem() : kind.saying(message);
    }

    /** PostgreSQL's refusals by their class; its own words would name tables, constraints and hidden rows. */
    private static List<Problem> ofDatabase(Throwable thrown) {
        SQLException refused = cause(thrown, SQLException.class);
        if (refused == null) {
            return thrown instanceof CannotCreateTransactionException
                    ? List.of(WebProblem.UNAVAILABLE.problem())
                    : List.of();
        }
        String state = refused.getSQLState() == null ? "" : refused.getSQLState();
        return switch (state) {
            case "23505", "23503", "23P01" -> List.of(WebProblem.CONFLICT.problem());
            case "42501" -> List.of(WebProblem.KEY_NOT_HELD.problem());
            case "40001", "40P01", "55P03" -> List.of(WebProblem.BUSY.problem());
            case "57014" -> List.of(WebProblem.TOOK_TOO_LONG.problem());
            case "23502", "23514", "22003", "22021", "22P05", "22001" -> List.of(GeneralProblem.INVALID.problem());
            default ->
                state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")
                        ? List.of(WebProblem.UNAVAILABLE.problem())
                        : List.of();
        };
    }

    private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
        int depth = 0;
        for (Throwable each = thrown; each != null && depth < 20; each = each.getCause(), depth++) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }
}
