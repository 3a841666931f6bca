package io.cairn.access.web;

import io.cairn.kernel.GeneralProblem;
import io.cairn.web.Problems;
import io.cairn.web.Redirect;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.util.UriUtils;

/**
 * Asks whoever is not signed in to do so, in the way their request can take: a problem for programs, a header for htmx, the
 * sign-in page for a reader, and the sign-in page that keeps what was typed for a form.
 */
final class Strangers implements AuthenticationEntryPoint {
    /** Tells our script where to sign in; the page and what was typed stay. */
    static final String SIGN_IN_HEADER = "Cairn-Sign-In";

    private final Problems problems;

    Strangers(Problems problems) {
        this.problems = problems;
    }

    static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException notSignedIn)
            throws IOException, ServletException {
        if (isApi(request)) {
            problems.answer(GeneralProblem.NOT_SIGNED_IN.problem(), request, response);
        } else if ("true".equals(request.getHeader("HX-Request"))) {
            answerHtmx(request, response);
        } else if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, signIn(address(request)));
        } else if (isForm(request)) {
            request.getRequestDispatcher(SignInPages.KEEP).forward(request, response);
        } else {
            problems.answer(GeneralProblem.NOT_SIGNED_IN.problem(), request, response);
        }
    }

    private static void answerHtmx(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean wholePage =
                request.getHeader("HX-Boosted") != null && request.getMethod().equals("GET");
        if (wholePage) {
            response.setHeader("HX-Redirect", signIn(address(request)));
            return;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(SIGN_IN_HEADER, "/sign-in");
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write("""
                <p class="notice" role="alert">You are no longer signed in. \
                <a href="/sign-in" target="_blank">Sign in in a new tab</a>; what you typed stays.</p>
                """.getBytes(StandardCharsets.UTF_8));
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    static String signIn(String next) {
        return next.equals("/") || !Redirect.isOurs(next)
                ? "/sign-in"
                : "/sign-in?next="
                        + UriUtils.encodeQueryParam(next, StandardCharsets.UTF_8)
                                .replace("&", "%26")
                                .replace("+", "%2B");
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(MediaType.parseMediaType(type));
    }
}
