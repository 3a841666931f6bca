package io.cairn.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CairnTest
class LeavingOwnerTests {
    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    Cast cast;
    Viewer admin;

    @BeforeEach
    void people() {
        cast = company.cast();
        admin = company.with(Role.ADMIN);
    }

    @Test
    void metricsPassToTheSuccessorHiddenOnesToo() {
        UUID open = metric(Map.of());
        UUID named = metric(Map.of("audience", "RESTRICTED_LIST", "level", "TEAM"));
        UUID retired = metric(Map.of());
        api.patch(cast.member(), at(retired), Map.of("version", 1, "state", "RETIRED"));
        leave(cast.colleague());
        for (UUID metric : List.of(open, named)) {
            JsonOwner owner = owner(cast.colleague(), metric);
            assertThat(owner.id()).isEqualTo(cast.colleague().id().toString());
            assertThat(owner.version()).isEqualTo(2);
            assertThat(journal(cast.colleague(), metric)).contains("handed it from");
        }
        assertThat(owner(cast.colleague(), retired).id())
                .as("history")
                .isEqualTo(cast.member().id().toString());
        assertThat(api.get(admin, at(named)).status())
                .as("whoever hands over does not thereby see")
                .isEqualTo(404);
        assertThat(journal(admin, named)).isEmpty();
        assertThat(api.post(
                                cast.colleague(),
                                at(named) + "/measurements",
                                Map.of("periodStart", "2026-08-10", "value", 5))
                        .status())
                .as("the successor goes on with it")
                .isEqualTo(201);
    }

    @Test
    void whatMeasuresOnePersonStaysTheirsAndIsPaused() {
        UUID own = metric(Map.of("audience", "PRIVATE_PAIR_HR", "level", "INDIVIDUAL"));
        leave(cast.colleague());
        Reply seen = api.get(cast.leader(), at(own));
        assertThat(seen.body().path("owner").path("id").asString())
                .isEqualTo(cast.member().id().toString());
        assertThat(seen.text("state")).isEqualTo("PAUSED");
        assertThat(journal(cast.leader(), own)).contains("paused it because");
        assertThat(api.get(cast.colleague(), at(own)).status()).isEqualTo(404);
        assertThat(journal(cast.colleague(), own)).isEmpty();
    }

    @Test
    void aTeamWithMetricsIsNotDeletedEvenWhenTheyAreHidden() {
        UUID team = company.team("Of metrics", io.cairn.organization.TeamKind.TEAM, null, null)
                .id();
        metric(Map.of("teamId", team, "audience", "RESTRICTED_LIST", "level", "TEAM"));
        Reply refused = api.delete(admin, "/api/v1/teams/" + team);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("TEAM_HAS_KPIS");
    }

    private record JsonOwner(String id, int version) {}

    private JsonOwner owner(Viewer viewer, UUID metric) {
        var body = api.get(viewer, at(metric)).body();
        return new JsonOwner(
                body.path("owner").path("id").asString(), body.path("version").asInt());
    }

    private String journal(Viewer viewer, UUID metric) {
        return api.get(viewer, "/api/v1/journal?subjectKind=metric")
                .body()
                .path("items")
                .valueStream()
                .filter(line -> line.path("subjectId").asString().equals(metric.toString()))
                .map(line -> line.path("summary").asString())
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private static String at(UUID metric) {
        return "/api/v1/metrics/" + metric;
    }

    private UUID metric(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                "Customer retention",
                "direction",
                "HIGHER",
                "frequency",
                "WEEKLY",
                "teamId",
                cast.team().id(),
                "targets",
                List.of()));
        body.putAll(more);
        body.put("ownerId", cast.member().id());
        Reply made = api.post(cast.member(), "/api/v1/metrics", body);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.id();
    }

    private void leave(Viewer successor) {
        Reply left = api.post(
                admin,
                "/api/v1/people/" + cast.member().id() + "/departure",
                Map.of("on", "2026-08-15", "handOverTo", successor.id()));
        assertThat(left.status()).as(left.raw().body()).isEqualTo(200);
    }
}
