package io.cairn.web;

import io.cairn.kernel.Viewer;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** What templates may know of the request they answer. */
public final class Request {
    static final String THEME_COOKIE = "theme";
    static final List<String> THEMES = List.of("auto", "light", "dark");

    private final HttpServletRequest servlet;
    private final Surroundings surroundings;
    private @Nullable Map<Section, Integer> rail;

    private Request(HttpServletRequest servlet) {
        this.servlet = servlet;
        this.surroundings = WebApplicationContextUtils.getRequiredWebApplicationContext(servlet.getServletContext())
                .getBean(Surroundings.class);
    }

    /** The request this thread answers. */
    public static Request current() {
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        return of(attributes.getRequest());
    }

    static Request of(HttpServletRequest servlet) {
        if (servlet.getAttribute(Request.class.getName()) instanceof Request known) {
            return known;
        }
        var request = new Request(servlet);
        servlet.setAttribute(Request.class.getName(), request);
        return request;
    }

    /** The value of the hidden field {@code _csrf}; empty where forms need none. */
    public String csrf() {
        return servlet.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    /** Who is signed in. */
    public @Nullable Viewer viewer() {
        if (servlet.getAttribute(Viewer.class.getName()) instanceof Viewer viewer) {
            return viewer;
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Viewer viewer ? viewer : null;
    }

    public String path() {
        Object failed = servlet.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed instanceof String path ? path : servlet.getRequestURI();
    }

    /** The address's part after the question mark, as it was sent. */
    public @Nullable String query() {
        return servlet.getQueryString();
    }

    public LocalDate today() {
        return surroundings.clock().today();
    }

    /** The banner that tells a demo from the real thing. */
    public @Nullable String demo() {
        return surroundings.demo();
    }

    /** How the page is to look: auto, light or dark. */
    public String theme() {
        String chosen = cookie(THEME_COOKIE);
        return chosen != null && THEMES.contains(chosen) ? chosen : "auto";
    }

    /** What the page before wanted to be said here. */
    public @Nullable String toast() {
        return Toast.read(servlet);
    }

    /** A fresh key for a form that must not count twice: the value of its hidden field {@code _once}. */
    public String once() {
        return UUID.randomUUID().toString();
    }

    /** The number beside a rail entry; 0 where there is none or nobody is signed in. */
    public int count(Section section) {
        Viewer viewer = viewer();
        if (viewer == null) {
            return 0;
        }
        if (rail == null) {
            rail = surroundings.counts().of(viewer);
        }
        return Objects.requireNonNullElse(rail.get(section), 0);
    }

    /** The full address of a page of ours, for links that leave the browser. */
    public String absolute(String path) {
        return surroundings.address(servlet) + path;
    }

    /** The rail of an error page has no numbers: reading them may be what failed. */
    void withoutCounts() {
        rail = Map.of();
    }

    private @Nullable String cookie(String name) {
        return cookie(servlet, name);
    }

    static @Nullable String cookie(HttpServletRequest servlet, String name) {
        Cookie[] cookies = servlet.getCookies();
        if (cookies == null) {
            return null;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) {
                return cookie.getValue();
            }
        }
        return null;
    }
}
