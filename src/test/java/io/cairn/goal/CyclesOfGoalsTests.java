package io.cairn.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.framework.Visibility;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.AudienceFrameworks;
import io.cairn.testing.CairnTest;
import io.cairn.testing.Founding;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import io.cairn.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** What a change of a cycle means for its goals, for those too that its keeper does not see. */
@CairnTest
@TestPropertySource(properties = "cairn.test=a clock of its own")
@DirtiesContext
class CyclesOfGoalsTests {
    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    DomainClock clock;

    @Autowired
    DayTurn dayTurn;

    @Autowired
    TestDatabase database;

    Founding founding;
    Cast cast;
    Viewer champion;
    Reply cycle;

    @BeforeEach
    void august() {
        cast = company.cast();
        founding = new Founding(database);
        champion = company.with(Role.CHAMP);
        cycle = api.post(
                champion,
                "/api/v1/cycles",
                Map.of(
                        "name", "August",
                        "kind", "MONTH",
                        "startsOn", "2026-08-01",
                        "endsOn", "2026-08-31",
                        "cadence", "WEEKLY"));
        assertThat(cycle.status()).as(cycle.raw().body()).isEqualTo(201);
    }

    /** Another test makes its August of the same days. */
    @AfterEach
    void back() {
        clock.moveTo(SmallCompany.MID_QUARTER);
        founding.run("delete from goal.goal where cycle_id = ?", cycle.id());
        founding.run("delete from cycle.cycle where id = ?", cycle.id());
    }

    @Test
    void anotherCadenceRenewsTheGoalsAtOnceHiddenOnesToo() {
        clock.moveTo(Instant.parse("2026-08-03T10:00:00Z"));
        UUID open = activated(Bodies.retention(cast), cast.leader());
        UUID hidden = activated(pair(), cast.member());
        clock.moveTo(Instant.parse("2026-08-20T10:00:00Z"));
        dayTurn.turn();
        assertThat(stale(cast.leader(), open)).isTrue();
        assertThat(stale(cast.member(), hidden)).isTrue();
        assertThat(api.get(champion, "/api/v1/goals/" + hidden).status()).isEqualTo(404);

        Reply changed = api.patch(champion, "/api/v1/cycles/" + cycle.id(), Map.of("cadence", "MONTHLY", "version", 1));
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);

        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(stale(cast.leader(), open)).isFalse();
            assertThat(stale(cast.member(), hidden)).isFalse();
        });
        assertThat(api.get(cast.member(), "/api/v1/goals/" + hidden).text("figuresOn"))
                .isEqualTo("2026-08-20");
    }

    @Test
    void onlyACycleThatNothingUsesIsDeleted() {
        String path = "/api/v1/cycles/" + cycle.id();
        Reply draft = api.post(cast.member(), "/api/v1/goals", Bodies.with(pair(), "cycleId", cycle.id()));
        assertThat(api.get(champion, "/api/v1/goals/" + draft.id()).status()).isEqualTo(404);
        Reply refused = api.delete(champion, path);
        assertThat(refused.code()).isEqualTo("CYCLE_IN_USE");
        assertThat(refused.raw().body())
                .as("neither what nor how much")
                .doesNotContain("goal", draft.id().toString());
        assertThat(api.delete(cast.member(), path).status()).isEqualTo(403);
        assertThat(api.delete(cast.member(), "/api/v1/goals/" + draft.id()).status())
                .isEqualTo(204);
        assertThat(api.delete(champion, path).status()).isEqualTo(204);
        assertThat(api.get(champion, path).status()).isEqualTo(404);
        assertThat(api.delete(champion, path).status()).isEqualTo(404);
        assertThat(api.get(champion, "/api/v1/journal?action=cycle.deleted")
                        .raw()
                        .body())
                .contains("deleted the cycle August");
    }

    @Test
    void aCycleThatOthersLieInStays() {
        Reply week = api.post(
                champion,
                "/api/v1/cycles",
                Map.of(
                        "name", "First week",
                        "kind", "WEEK",
                        "startsOn", "2026-08-03",
                        "endsOn", "2026-08-09",
                        "parentId", cycle.id()));
        assertThat(api.delete(champion, "/api/v1/cycles/" + cycle.id()).code()).isEqualTo("CYCLE_HAS_CYCLES");
        assertThat(api.delete(champion, "/api/v1/cycles/" + week.id()).status()).isEqualTo(204);
        assertThat(api.delete(champion, "/api/v1/cycles/" + cycle.id()).status())
                .isEqualTo(204);
    }

    private boolean stale(Viewer viewer, UUID goal) {
        return api.get(viewer, "/api/v1/goals/" + goal).body().path("stale").asBoolean();
    }

    private Map<String, Object> pair() {
        Map<String, Object> body =
                Bodies.with(Bodies.retention(cast), "leadId", cast.member().id());
        body.put("framework", AudienceFrameworks.key(Visibility.PRIVATE_PAIR_HR));
        body.remove("ownerTeamId");
        body.put("ownerPersonId", cast.member().id());
        return body;
    }

    private UUID activated(Map<String, Object> body, Viewer by) {
        Reply draft = api.post(by, "/api/v1/goals", Bodies.with(body, "cycleId", cycle.id()));
        assertThat(draft.status()).as(draft.raw().body()).isEqualTo(201);
        Reply active = api.post(by, "/api/v1/goals/" + draft.id() + "/activation", null);
        assertThat(active.status()).as(active.raw().body()).isEqualTo(200);
        return draft.id();
    }
}
