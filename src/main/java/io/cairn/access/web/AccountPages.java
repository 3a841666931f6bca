package io.cairn.access.web;

import io.cairn.access.AccessProblem;
import io.cairn.access.Secret;
import io.cairn.access.SessionCookie;
import io.cairn.access.SignIn;
import io.cairn.access.Tokens;
import io.cairn.access.Tokens.Issued;
import io.cairn.access.Viewers;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.web.ClientAddress;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The viewer's own account. */
@Controller
@RequestMapping("/account")
class AccountPages {
    private static final String USUAL_DAYS = "90";

    private final SignIn signIn;
    private final Tokens tokens;
    private final Viewers viewers;
    private final DomainClock clock;

    AccountPages(SignIn signIn, Tokens tokens, Viewers viewers, DomainClock clock) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GetMapping
    AccountPage show(Viewer viewer, HttpServletRequest request) {
        return page(viewer, request, null, List.of(), "", USUAL_DAYS);
    }

    @PostMapping("/password")
    Html changePassword(
            Viewer viewer,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            if (!password.equals(again)) {
                throw AccessProblem.PASSWORDS_DIFFER.at("again").exception();
            }
            Secret session = signIn.changePassword(
                    viewer, current, password, ClientAddress.of(request), SessionCookie.device(request));
            SessionCookie.write(session, request, response);
            return Redirect.to("/account").saying("Password changed. Other sessions have ended.");
        } catch (ProblemException refused) {
            return page(viewer, request, null, refused.problems(), "", USUAL_DAYS);
        }
    }

    /** Answers with the page itself, not a redirect: the token's text exists only in this reply. */
    @PostMapping("/tokens")
    AccountPage issue(
            Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String days,
            HttpServletRequest request) {
        try {
            Issued issued = tokens.issue(viewer, name, whole(days));
            return page(viewer, request, issued, List.of(), "", USUAL_DAYS);
        } catch (ProblemException refused) {
            return page(viewer, request, null, refused.problems(), name, days);
        }
    }

    @PostMapping("/tokens/{token}/revocation")
    Redirect revoke(Viewer viewer, @PathVariable UUID token) {
        if (tokens.of(viewer.id()).stream().noneMatch(own -> own.id().equals(token))) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        tokens.revoke(token);
        return Redirect.to("/account").saying("Revoked. It stopped working just now.");
    }

    @PostMapping("/sign-out-everywhere")
    Redirect signOutEverywhere(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        tokens.signOutEverywhere(viewer.id());
        SessionCookie.clear(request, response);
        return Redirect.to("/sign-in").saying("You are signed out everywhere.");
    }

    private AccountPage page(
            Viewer viewer,
            HttpServletRequest request,
            @Nullable Issued issued,
            List<Problem> problems,
            String name,
            String days) {
        UUID here = SessionCookie.read(request).flatMap(viewers::tokenOf).orElse(null);
        return new AccountPage(viewer, tokens.of(viewer.id()), here, clock.getZone(), issued, problems, name, days);
    }

    private static int whole(String days) {
        try {
            return Integer.parseInt(days.strip());
        } catch (NumberFormatException notANumber) {
            throw AccessProblem.TOKEN_LIFETIME.at("days").exception();
        }
    }
}
