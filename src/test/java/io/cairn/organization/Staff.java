package io.cairn.organization;

import io.cairn.access.Tokens;
import io.cairn.access.Viewing;
import io.cairn.kernel.Role;
import io.cairn.testing.Browser;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Lazy;

/** Makes people, teams and the browsers they sit at. */
@TestComponent
@Lazy
public class Staff {
    private final PeopleRegister register;
    private final TeamRegister teamRegister;
    private final Teams teams;
    private final Roles roles;
    private final Tokens tokens;
    private final Organizations organizations;
    private final int port;

    Staff(
            PeopleRegister register,
            TeamRegister teamRegister,
            Teams teams,
            Roles roles,
            Tokens tokens,
            Organizations organizations,
            @LocalServerPort int port) {
        this.register = register;
        this.teamRegister = teamRegister;
        this.teams = teams;
        this.roles = roles;
        this.tokens = tokens;
        this.organizations = organizations;
        this.port = port;
    }

    public Person person(String name, Role... held) {
        return person(Somebody.named(name), held);
    }

    public Person person(PersonDetails details, Role... held) {
        return system(() -> {
            Person person = register.create(details);
            return held.length == 0 ? person : roles.set(person.id(), Set.of(held));
        });
    }

    public Team company() {
        return system(() -> teams.company()
                .orElseGet(() -> teamRegister.create(TeamDetails.of("Company", TeamKind.COMPANY, null, null))));
    }

    public Team team(String name, UUID parent) {
        return system(() -> teamRegister.create(TeamDetails.of(name, TeamKind.TEAM, parent, null)));
    }

    /** Somebody's browser; before there is an organisation, pages would only offer to set one up. */
    public Browser browserOf(Person person) {
        system(() -> organizations.find().orElseGet(() -> organizations.set("Lumina", "UTC", "EUR")));
        var token = Viewing.as(Somebody.viewing(person), () -> tokens.issue(Somebody.viewing(person), "test", 1));
        return new Browser(port).bearing(token.secret().text());
    }

    public static <T> T system(Supplier<T> work) {
        return Viewing.asSystem("test", work);
    }
}
