package io.cairn.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** A short message carried over a redirect in a cookie that lives a minute; only text, escaped where it is shown. */
final class Toast {
    private static final String COOKIE = "toast";
    private static final int LONGEST = 200;

    private Toast() {}

    static @Nullable String read(HttpServletRequest request) {
        String cookie = Request.cookie(request, COOKIE);
        if (cookie == null || cookie.isEmpty()) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
            return text.length() <= LONGEST ? text : null;
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    static void write(String text, HttpServletRequest request, HttpServletResponse response) {
        byte[] bytes = text.substring(0, Math.min(text.length(), LONGEST)).getBytes(StandardCharsets.UTF_8);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        add(value, Duration.ofMinutes(1), request, response);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        if (Request.cookie(request, COOKIE) != null) {
            add("", Duration.ZERO, request, response);
        }
    }

    private static void add(String value, Duration life, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .maxAge(life)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
