package io.cairn.access.web;

import io.cairn.access.Secret;
import io.cairn.access.SessionCookie;
import io.cairn.access.Viewers;
import io.cairn.access.Viewing;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Viewer;
import io.cairn.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who asks, by the bearer token or the session's cookie, and works on their behalf until the reply is written. */
final class ViewerFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    private static final String BY_BEARER = ViewerFilter.class.getName() + ".bearer";

    private final Viewers viewers;
    private final Problems problems;

    ViewerFilter(Viewers viewers, Problems problems) {
        this.viewers = viewers;
        this.problems = problems;
    }

    static @Nullable Viewer viewer(HttpServletRequest request) {
        return request.getAttribute(Viewer.class.getName()) instanceof Viewer viewer ? viewer : null;
    }

    static boolean isByBearer(HttpServletRequest request) {
        return request.getAttribute(BY_BEARER) != null;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean byBearer = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        Optional<Viewer> viewer = byBearer
                ? holding(authorization.substring(BEARER.length()).strip())
                : SessionCookie.read(request).flatMap(session -> holding(session.text()));
        if (viewer.isPresent()) {
            request.setAttribute(BY_BEARER, byBearer ? true : null);
            work(viewer.get(), request, response, chain);
        } else if (byBearer) {
            problems.answer(GeneralProblem.NOT_SIGNED_IN.problem(), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Viewer> holding(String secret) {
        return secret.startsWith(Secret.PREFIX) && secret.length() < 100
                ? viewers.holding(new Secret(secret))
                : Optional.empty();
    }

    private static void work(Viewer viewer, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(Viewer.class.getName(), viewer);
        var authentication = UsernamePasswordAuthenticationToken.authenticated(viewer, null, List.of());
        SecurityContextHolder.setContext(new SecurityContextImpl(authentication));
        try (var viewing = Viewing.begin(viewer)) {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
