package io.cairn.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Light, dark or as the system has it: kept in a cookie, changed by a plain form, so it needs no script and no flash. */
@Controller
class ThemePages {
    @PostMapping("/theme")
    Redirect change(
            @RequestParam(required = false) @Nullable String theme,
            HttpServletRequest request,
            HttpServletResponse response) {
        var cookie = ResponseCookie.from(Request.THEME_COOKIE, chosen(theme))
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return Redirect.to(back(request.getHeader(HttpHeaders.REFERER)));
    }

    /** The theme named, or the one after the present one. */
    private static String chosen(@Nullable String theme) {
        if (theme != null && Request.THEMES.contains(theme)) {
            return theme;
        }
        int next = Request.THEMES.indexOf(Request.current().theme()) + 1;
        return Request.THEMES.get(next % Request.THEMES.size());
    }

    private static String back(@Nullable String referer) {
        try {
            URI from = URI.create(referer == null ? "/" : referer);
            String path = from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery());
            return Redirect.isOurs(path) ? path : "/";
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }
}
