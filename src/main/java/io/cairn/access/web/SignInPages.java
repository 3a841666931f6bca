package io.cairn.access.web;

import io.cairn.access.Demonstration;
import io.cairn.access.Secret;
import io.cairn.access.SessionCookie;
import io.cairn.access.SignIn;
import io.cairn.access.Viewers;
import io.cairn.access.Viewing;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.web.ClientAddress;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Controller
class SignInPages {
    /** Where a form is forwarded whose session had run out. */
    static final String KEEP = "/sign-in/kept";

    private final SignIn signIn;
    private final Viewers viewers;
    private final Demonstration demonstration;

    SignInPages(SignIn signIn, Viewers viewers, Demonstration demonstration) {
        this.signIn = signIn;
        this.viewers = viewers;
        this.demonstration = demonstration;
    }

    @GetMapping("/sign-in")
    Html show(@RequestParam(defaultValue = "/") String next) {
        return Viewing.viewer().isPresent()
                ? Redirect.to(local(next))
                : new SignInPage(200, "", local(next), demonstration.cast(), List.of(), null, null);
    }

    @PostMapping(KEEP)
    SignInPage keep(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.FORWARD) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        TypedForm typed = TypedForm.forwarded(request);
        String notice = typed == null
                ? "Your session has ended. Sign in and try again."
                : "Your session has ended. Sign in, and what you typed can be saved.";
        return new SignInPage(401, "", "/", demonstration.cast(), List.of(), typed, notice);
    }

    @PostMapping("/sign-in")
    Html signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        TypedForm typed = TypedForm.carried(request);
        try {
            check(email, password);
            Secret session =
                    signIn.withPassword(email, password, ClientAddress.of(request), SessionCookie.device(request));
            return welcome(session, next, request, response);
        } catch (ProblemException refused) {
            Problem first = refused.first();
            if (first.details().get("retryAfter") instanceof Number seconds) {
                response.setHeader("Retry-After", seconds.toString());
            }
            return new SignInPage(
                    first.status(), email, local(next), demonstration.cast(), refused.problems(), typed, null);
        }
    }

    @PostMapping("/sign-in/demo")
    Html signInAs(
            @RequestParam UUID person,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return welcome(demonstration.signInAs(person, SessionCookie.device(request)), next, request, response);
    }

    @PostMapping("/sign-out")
    Redirect signOut(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).ifPresent(signIn::signOut);
        SessionCookie.clear(request, response);
        return Redirect.to("/sign-in").saying("You are signed out.");
    }

    private Html welcome(Secret session, String next, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).ifPresent(signIn::signOut);
        SessionCookie.write(session, request, response);
        TypedForm typed = TypedForm.carried(request);
        if (typed == null) {
            return Redirect.to(local(next));
        }
        Viewer viewer = viewers.holding(session).orElseThrow(GeneralProblem.NOT_SIGNED_IN::exception);
        return new TypedFormPage(viewer, typed);
    }

    private static void check(String email, String password) {
        if (email.isBlank()) {
            throw GeneralProblem.REQUIRED
                    .saying("Enter your e-mail address.")
                    .at("email")
                    .exception();
        }
        if (password.isEmpty()) {
            throw GeneralProblem.REQUIRED
                    .saying("Enter your password.")
                    .at("password")
                    .exception();
        }
    }

    private static String local(String next) {
        return Redirect.isOurs(next) ? next : "/";
    }
}
