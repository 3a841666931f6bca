package io.cairn.access.web;

import io.cairn.access.AccessProblem;
import io.cairn.access.Invitations;
import io.cairn.access.Invitations.Holder;
import io.cairn.access.Secret;
import io.cairn.access.SessionCookie;
import io.cairn.kernel.ProblemException;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One-time links. Opening one uses nothing up, because mail programs open links as well; setting the password does. */
@Controller
@RequestMapping("/link/{secret}")
class LinkPages {
    private final Invitations invitations;

    LinkPages(Invitations invitations) {
        this.invitations = invitations;
    }

    /** The address is the secret: no request that starts here may tell it, not even to ourselves. */
    @ModelAttribute
    void hide(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    @GetMapping
    LinkPage show(@PathVariable String secret) {
        return new LinkPage(holder(secret), List.of());
    }

    @PostMapping
    Html setPassword(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        Holder holder = holder(secret);
        try {
            if (!password.equals(again)) {
                throw AccessProblem.PASSWORDS_DIFFER.at("again").exception();
            }
            Secret session = invitations.accept(new Secret(secret), password, SessionCookie.device(request));
            SessionCookie.write(session, request, response);
            return Redirect.to("/").saying("Your password is set.");
        } catch (ProblemException refused) {
            return new LinkPage(holder, refused.problems());
        }
    }

    private Holder holder(String secret) {
        return invitations.holderOf(new Secret(secret)).orElseThrow(AccessProblem.LINK_EXPIRED::exception);
    }
}
