package io.cairn.access.web;

import io.cairn.access.Accounts;
import io.cairn.access.Accounts.Account;
import io.cairn.access.Invitations;
import io.cairn.access.Invitations.Invitation;
import io.cairn.access.Tokens;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.web.Redirect;
import io.cairn.web.Request;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Administration of accounts: one-time links, ending sessions, revoking tokens; nobody's secret is ever shown. */
@Controller
@RequestMapping("/administration/accounts")
class AccountsPages {
    private static final int MOST = 100;
    private static final String PATH = "/administration/accounts";

    private final Accounts accounts;
    private final Tokens tokens;
    private final Invitations invitations;
    private final DomainClock clock;

    AccountsPages(Accounts accounts, Tokens tokens, Invitations invitations, DomainClock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.invitations = invitations;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    AccountsPage show(Viewer viewer, @RequestParam(defaultValue = "") String q) {
        List<Account> found = accounts.find(viewer, q.strip(), MOST + 1);
        boolean more = found.size() > MOST;
        return new AccountsPage(
                q, found.subList(0, Math.min(MOST, found.size())), more, tokens.all(MOST), clock.getZone());
    }

    /** Answers with the page itself, not a redirect: the link exists only in this reply. */
    @PostMapping("/{person}/link")
    InvitationPage invite(Viewer viewer, @PathVariable UUID person, HttpServletResponse response) {
        Invitation made = invitations.linkFor(viewer, person);
        response.setHeader("Referrer-Policy", "no-referrer");
        return new InvitationPage(
                made.name(),
                made.email(),
                Request.current().absolute("/link/" + made.link().text()));
    }

    @PostMapping("/{person}/sign-out-everywhere")
    Redirect signOut(Viewer viewer, @PathVariable UUID person) {
        only(viewer);
        tokens.signOutEverywhere(person);
        return Redirect.to(PATH).saying("All their sessions have ended.");
    }

    @PostMapping("/tokens/{token}/revocation")
    Redirect revoke(Viewer viewer, @PathVariable UUID token) {
        only(viewer);
        tokens.revoke(token);
        return Redirect.to(PATH).saying("Revoked. It stopped working just now.");
    }

    private static void only(Viewer viewer) {
        if (!viewer.is(Role.ADMIN)) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
    }
}
