package io.cairn.web;

import io.cairn.kernel.GeneralProblem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Refuses large bodies and shows what other filters throw, before the container would in its own words. */
final class ProblemFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private final transient Problems problems;

    ProblemFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > LimitedRequest.LIMIT) {
            problems.answer(GeneralProblem.BODY_TOO_LARGE.problem(), request, response);
            return;
        }
        try {
            chain.doFilter(new LimitedRequest(request), response);
        } catch (ServletException | IOException | RuntimeException thrown) {
            if (response.isCommitted()) {
                throw thrown;
            }
            problems.answer(rootOf(thrown), request, response);
        }
    }

    private static Throwable rootOf(Exception thrown) {
        return thrown instanceof ServletException wrapped && wrapped.getRootCause() != null
                ? wrapped.getRootCause()
                : thrown;
    }
}
