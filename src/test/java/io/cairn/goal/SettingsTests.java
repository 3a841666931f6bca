package io.cairn.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Role;
import io.cairn.organization.Organization;
import io.cairn.organization.Organizations;
import io.cairn.organization.Staff;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The organisation's settings, as its administrator changes them, and what they mean for goals. */
@CairnTest
@Import(Staff.class)
@TestPropertySource(properties = "cairn.test=settings of its own")
@DirtiesContext
class SettingsTests {
    private static final String PATH = "/administration/organisation";

    @Autowired
    SmallCompany company;

    @Autowired
    Staff staff;

    @Autowired
    Organizations organizations;

    @Autowired
    DomainClock clock;

    @Autowired
    Api api;

    Cast cast;
    Browser admin;

    @BeforeEach
    void asTheyWere() {
        cast = company.cast();
        admin = staff.browserOf(staff.person("Administrator", Role.ADMIN));
        save("Company", "UTC", "EUR", false);
    }

    private Browser.Reply save(String name, String zone, String currency, boolean individual) {
        String version = String.valueOf(organization().version());
        admin.get(PATH);
        return individual
                ? admin.post(
                        PATH,
                        "name",
                        name,
                        "zone",
                        zone,
                        "currency",
                        currency,
                        "version",
                        version,
                        "individualGoals",
                        "true")
                : admin.post(PATH, "name", name, "zone", zone, "currency", currency, "version", version);
    }

    private Organization organization() {
        return organizations.require();
    }

    @Test
    void anAdministratorChangesThemAndTheJournalSaysSo() {
        assertThat(save("Lumina Works", "Europe/Berlin", "CHF", true).status()).isEqualTo(303);
        assertThat(organization().name()).isEqualTo("Lumina Works");
        assertThat(organization().zone().getId()).isEqualTo("Europe/Berlin");
        assertThat(organization().currency().getCurrencyCode()).isEqualTo("CHF");
        assertThat(admin.get(PATH).body()).contains("value=\"Lumina Works\"", "value=\"Europe/Berlin\" selected");
        Reply journal = api.get(cast.stranger(), "/api/v1/journal?action=organization.changed&limit=1");
        assertThat(journal.body().at("/items/0/after/currency").asString()).isEqualTo("CHF");
        assertThat(journal.body().at("/items/0/before/currency").asString()).isEqualTo("EUR");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndWhoIsLateIsAskedAgain() {
        Browser.Reply wrong = save(" ", "Mars/Olympus", "Euro", false);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("name-error", "zone-error", "currency-error", "value=\"Mars/Olympus\"");
        Browser.Reply late = admin.post(PATH, "name", "Late", "zone", "UTC", "currency", "EUR", "version", "0");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body())
                .contains("value=\"Late\"", "value=\"" + organization().version() + "\"");
        assertThat(organization().name()).isEqualTo("Company");
    }

    @Test
    void othersNeitherSeeNorChangeThem() {
        Browser plain = staff.browserOf(staff.person("Plain", Role.CHAMP));
        assertThat(plain.get(PATH).status()).isEqualTo(403);
        plain.get("/account");
        assertThat(plain.post(PATH, "name", "Mine", "zone", "UTC", "currency", "EUR", "version", "1")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void peopleOwnOkrsOnlyWhereTheOrganisationAllowsIt() {
        Map<String, Object> own = Bodies.without(Bodies.retention(cast), "ownerTeamId");
        own.put("ownerPersonId", cast.member().id());
        own.put("leadId", cast.member().id());
        assertThat(api.post(cast.member(), "/api/v1/goals", own).code()).isEqualTo("INDIVIDUAL_GOALS_OFF");
        save("Company", "UTC", "EUR", true);
        Reply draft = api.post(cast.member(), "/api/v1/goals", own);
        assertThat(draft.status()).as(draft.raw().body()).isEqualTo(201);
        String goal = "/api/v1/goals/" + draft.id();
        assertThat(api.post(cast.member(), goal + "/activation", null).status()).isEqualTo(200);
        assertThat(api.get(cast.stranger(), goal).status())
                .as("an OKR is everybody's to see")
                .isEqualTo(200);
        assertThat(api.patch(cast.colleague(), goal, Map.of("title", "Taken over", "version", 2))
                        .status())
                .isEqualTo(403);
        save("Company", "UTC", "EUR", false);
        Reply kept = api.patch(
                cast.member(),
                goal,
                Map.of(
                        "title",
                        "What I have begun",
                        "version",
                        api.get(cast.member(), goal).body().path("version").asInt()));
        assertThat(kept.status()).as(kept.raw().body()).isEqualTo(200);
        assertThat(api.post(cast.member(), "/api/v1/goals", own).code()).isEqualTo("INDIVIDUAL_GOALS_OFF");
    }

    @Test
    void anotherZoneRenewsTheFiguresForwardsAndBack() {
        clock.moveTo(Instant.parse("2026-08-15T13:00:00Z"));
        UUID goal =
                api.post(cast.leader(), "/api/v1/goals", Bodies.retention(cast)).id();
        api.post(cast.leader(), "/api/v1/goals/" + goal + "/activation", null);
        figuresHoldFor(goal, "2026-08-15");
        save("Company", "Pacific/Auckland", "EUR", false);
        figuresHoldFor(goal, "2026-08-16");
        save("Company", "America/Los_Angeles", "EUR", false);
        figuresHoldFor(goal, "2026-08-15");
        assertThat(api.get(cast.leader(), "/api/v1/goals/" + goal + "/history")
                        .raw()
                        .body())
                .contains("2026-08-15")
                .doesNotContain("2026-08-16");
    }

    private void figuresHoldFor(UUID goal, String day) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                api.get(cast.leader(), "/api/v1/goals/" + goal).text("figuresOn"))
                        .isEqualTo(day));
    }
}
