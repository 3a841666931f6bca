package io.cairn.setup.web;

import io.cairn.setup.SetUp;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads every page to the set-up until it is done; programs are told they are not signed in, as nobody can be. */
final class SetUpFilter extends OncePerRequestFilter {
    private static final List<String> LEFT_ALONE =
            List.of("/set-up", "/assets/", "/theme", "/favicon", "/api/", "/v3/", "/error");

    private final SetUp setUp;

    SetUpFilter(SetUp setUp) {
        this.setUp = setUp;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return LEFT_ALONE.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (setUp.isDone()) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, "/set-up");
        }
    }
}
