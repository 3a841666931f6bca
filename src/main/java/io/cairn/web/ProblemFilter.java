package io.cairn.web;

import io.cairn.kernel.GeneralProblem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Refuses large bodies and shows what other filters throw, before the container would in its own words. */
final class ProblemFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private final transient Problems problems;
    private final transient List<LargeBody> large;

    ProblemFilter(Problems problems, List<LargeBody> large) {
        this.problems = problems;
        this.large = List.copyOf(large);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        LargeBody taken =
                large.stream().filter(body -> body.covers(request)).findFirst().orElse(null);
        request.setAttribute(LargeBody.class.getName(), taken);
        long most = taken == null ? LimitedRequest.LIMIT : taken.most();
        if (request.getContentLengthLong() > most) {
            problems.refuseLarge(most, request, response);
            return;
        }
        if (taken == null && LimitedRequest.bringsFiles(request)) {
            problems.answer(GeneralProblem.UNSUPPORTED_MEDIA_TYPE.problem(), request, response);
            return;
        }
        try {
            chain.doFilter(new LimitedRequest(request, most), response);
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
