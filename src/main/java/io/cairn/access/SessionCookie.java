package io.cairn.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Carries a session's secret in the browser, out of reach for scripts and other sites. Over TLS its name keeps other hosts of
 * the same site from setting it ({@code __Host-}); without TLS a browser would refuse that name.
 */
public final class SessionCookie {
    private static final String NAME = "cairn_session";

    private SessionCookie() {}

    public static Optional<Secret> read(HttpServletRequest request) {
        String name = name(request);
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(cookie -> new Secret(cookie.getValue()))
                        .findFirst();
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }

    /** What a new session of this browser is called in the list of sessions. */
    public static String device(HttpServletRequest request) {
        return Device.of(request.getHeader(HttpHeaders.USER_AGENT));
    }

    public static void write(Secret session, HttpServletRequest request, HttpServletResponse response) {
        add(session.text(), SignIn.SESSION, request, response);
    }

    public static void clear(HttpServletRequest request, HttpServletResponse response) {
        add("", Duration.ZERO, request, response);
    }

    private static void add(String value, Duration life, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(name(request), value)
                .path("/")
                .maxAge(life)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
