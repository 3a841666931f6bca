package io.cairn.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CairnTest
class ResponsibilitiesTests {
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
    void goalsPassToTheSuccessorInOneStepDraftsToo() {
        Map<String, Object> ledByMember =
                Bodies.with(Bodies.retention(cast), "leadId", cast.member().id());
        UUID open = api.post(cast.member(), "/api/v1/goals", ledByMember).id();
        assertThat(api.post(cast.member(), "/api/v1/goals/" + open + "/activation", null)
                        .status())
                .isEqualTo(200);
        UUID draft = api.post(cast.member(), "/api/v1/goals", ledByMember).id();
        assertThat(leave(cast.colleague().id()).status()).isEqualTo(200);
        Reply handed = api.get(cast.colleague(), "/api/v1/goals/" + open);
        assertThat(handed.body().path("lead").path("id").asString())
                .isEqualTo(cast.colleague().id().toString());
        assertThat(api.get(cast.colleague(), "/api/v1/goals/" + draft).status())
                .as("the draft")
                .isEqualTo(200);
        assertThat(api.get(admin, "/api/v1/goals/" + draft).status())
                .as("whoever hands over does not thereby see")
                .isEqualTo(404);
        assertThat(api.get(cast.stranger(), "/api/v1/journal?goalId=" + open)
                        .body()
                        .at("/items/0/summary")
                        .asString())
                .as("the newest line")
                .startsWith("handed it from");
    }

    @Test
    void aSuccessorIsAskedForWhetherOrNotThereIsAnythingToHandOver() {
        Reply withNothing = leave(null);
        Map<String, Object> ledByMember =
                Bodies.with(Bodies.retention(cast), "leadId", cast.member().id());
        UUID hidden = api.post(cast.member(), "/api/v1/goals", ledByMember).id();
        Reply withAHiddenDraft = leave(null);
        assertThat(withNothing.code()).isEqualTo("REQUIRED");
        assertThat(withAHiddenDraft.raw().body()).isEqualTo(withNothing.raw().body());
        assertThat(leave(cast.colleague().id()).status()).isEqualTo(200);
        assertThat(api.get(cast.colleague(), "/api/v1/goals/" + hidden).status())
                .as("nobody would lead it any more")
                .isEqualTo(200);
    }

    @Test
    void aTeamWithGoalsIsNotDeletedEvenWhenTheyAreHidden() {
        api.post(cast.leader(), "/api/v1/goals", Bodies.retention(cast));
        assertThat(api.get(admin, "/api/v1/goals?team=" + cast.team().id())
                        .body()
                        .path("items")
                        .size())
                .isZero();
        Reply refused = api.delete(admin, "/api/v1/teams/" + cast.team().id());
        assertThat(refused.status()).isEqualTo(409);
    }

    private Reply leave(UUID successor) {
        Map<String, Object> body = new HashMap<>();
        body.put("on", "2026-08-15");
        if (successor != null) {
            body.put("handOverTo", successor);
        }
        return api.post(admin, "/api/v1/people/" + cast.member().id() + "/departure", body);
    }
}
