package io.cairn.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The requests that must carry a CSRF token: whatever changes something and is not proved by a token that no browser sends
 * by itself. A stranger's API request is answered 401 before.
 */
final class CookieWrites implements RequestMatcher {
    private static final Set<String> READS = Set.of("GET", "HEAD", "TRACE", "OPTIONS");

    @Override
    public boolean matches(HttpServletRequest request) {
        return !READS.contains(request.getMethod()) && !ViewerFilter.isByBearer(request) && !isStrangersApi(request);
    }

    private static boolean isStrangersApi(HttpServletRequest request) {
        return ViewerFilter.viewer(request) == null && Strangers.isApi(request);
    }
}
