package io.cairn.audit;

import io.cairn.access.AccessEvent;
import io.cairn.access.AccessEvent.LinkIssued;
import io.cairn.access.AccessEvent.LinkUsed;
import io.cairn.access.AccessEvent.PasswordChanged;
import io.cairn.access.AccessEvent.SessionEnded;
import io.cairn.access.AccessEvent.SignedOutEverywhere;
import io.cairn.access.AccessEvent.TokenIssued;
import io.cairn.access.AccessEvent.TokenRevoked;
import io.cairn.access.Audience;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down what happened to accounts, for their owner and the administrators. */
@Component
class AccountEntries {
    private final Journal journal;

    AccountEntries(Journal journal) {
        this.journal = journal;
    }

    @EventListener
    void record(AccessEvent event) {
        journal.record(entry(event).seenBy(Audience.account(event.person())));
    }

    private static Entry entry(AccessEvent event) {
        return switch (event) {
            case TokenIssued it ->
                Entry.of("token.issued", "token", it.token(), "made the API token “" + it.name() + "”");
            case TokenRevoked it ->
                Entry.of("token.revoked", "token", it.token(), "revoked the API token “" + it.name() + "”");
            case SessionEnded it ->
                Entry.of("session.ended", "account", it.person(), "ended the session “" + it.name() + "”");
            case SignedOutEverywhere it ->
                Entry.of("session.ended-all", "account", it.person(), "signed out everywhere");
            case PasswordChanged it -> Entry.of("password.changed", "account", it.person(), "changed the password");
            case LinkIssued it ->
                Entry.of("link.issued", "account", it.person(), "made a one-time link for " + it.name());
            case LinkUsed it -> Entry.of("link.used", "account", it.person(), "set a password by a one-time link");
        };
    }
}
