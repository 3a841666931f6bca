package io.cairn.access.web;

import io.cairn.access.Accounts.Account;
import io.cairn.access.Tokens.Token;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.time.Instant;
import java.time.ZoneId;
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

    public String time(@Nullable Instant instant) {
        return Times.of(instant, zone);
    }
}
