package io.cairn.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * Carries the token that tells a form from a forged one. It outlives the session, so that a form typed while it ran out can
 * still be told from a forged one, and is not changed by signing in, so that it can be sent after signing in elsewhere.
 * Over TLS its name keeps other hosts of the same site from setting it ({@code __Host-}); without TLS a browser would refuse
 * that name.
 */
final class CsrfCookie implements CsrfTokenRepository {
    private static final String NAME = "cairn_csrf";
    private final CookieCsrfTokenRepository plain = named(NAME);
    private final CookieCsrfTokenRepository secure = named("__Host-" + NAME);

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return of(request).generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        of(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return of(request).loadToken(request);
    }

    private CookieCsrfTokenRepository of(HttpServletRequest request) {
        return request.isSecure() ? secure : plain;
    }

    private static CookieCsrfTokenRepository named(String name) {
        var cookies = new CookieCsrfTokenRepository();
        cookies.setCookieName(name);
        cookies.setCookiePath("/");
        cookies.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Lax").maxAge(Duration.ofDays(30)));
        return cookies;
    }
}
