package io.cairn.access.web;

import io.cairn.access.Accounts.Account;
import io.cairn.access.Tokens.Token;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who can sign in, from where they do, and which API tokens there are. */
public record AccountsPage(String text, List<Account> accounts, boolean more, List<Token> tokens, ZoneId zone)
        implements FullPage {
    @Override
    public String title() {
        return "Accounts and tokens";
    }

    @Override
    public Section section() {
        return Section.ADMINISTRATION;
    }

    public String about(Account account) {
        List<String> facts = new ArrayList<>();
        facts.add(account.seenAt() == null ? "not seen lately" : "last seen " + time(account.seenAt()));
        count(facts, account.sessions(), "session");
        count(facts, account.tokens(), "API token");
        if (account.linkUntil() != null) {
            facts.add("one-time link open until " + time(account.linkUntil()));
        }
        return String.join(" · ", facts);
    }

    private static void count(List<String> facts, int number, String thing) {
        if (number > 0) {
            facts.add(number + " " + thing + (number == 1 ? "" : "s"));
        }
    }

    public String time(@Nullable Instant instant) {
        return Times.of(instant, zone);
    }
}
