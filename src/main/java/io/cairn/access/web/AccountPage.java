package io.cairn.access.web;

import io.cairn.access.Tokens.Issued;
import io.cairn.access.Tokens.Kind;
import io.cairn.access.Tokens.Token;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who I am here, my password, my API tokens and where I am signed in.
 *
 * @param here the session that asks
 * @param issued the token just made; its text is shown this once
 * @param tokenName what was typed as a new token's name
 * @param tokenDays what was typed as its days
 */
public record AccountPage(
        Viewer viewer,
        List<Token> all,
        @Nullable UUID here,
        ZoneId zone,
        @Nullable Issued issued,
        List<Problem> problems,
        String tokenName,
        String tokenDays)
        implements FullPage {

    @Override
    public String title() {
        return "Account";
    }

    @Override
    public Section section() {
        return Section.ACCOUNT;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public String roles() {
        return viewer.roles().stream().map(Role::label).sorted().collect(Collectors.joining(", "));
    }

    public String teams() {
        return viewer.teams().stream().map(Viewer.Team::name).collect(Collectors.joining(", "));
    }

    public List<Token> tokens() {
        return all.stream().filter(token -> token.kind() == Kind.API).toList();
    }

    public List<Token> sessions() {
        return all.stream().filter(token -> token.kind() == Kind.SESSION).toList();
    }

    public boolean isHere(Token session) {
        return session.id().equals(here);
    }

    public String time(@Nullable Instant instant) {
        return Times.of(instant, zone);
    }
}
