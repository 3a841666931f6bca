package io.cairn.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Viewing;
import io.cairn.framework.Visibility;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.AudienceFrameworks;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who learns what, for every audience of frameworks 1.12, every role and every way to ask. */
@CairnTest
class AudienceMatrixTests {
    /** Tables of a goal and the column that names it. */
    private static final Map<String, String> TABLES = Map.of(
            "goal.goal", "id",
            "goal.measure", "goal_id",
            "goal.check_in", "goal_id",
            "goal.figure", "goal_id",
            "goal.initiative", "goal_id",
            "goal.contributor", "goal_id",
            "goal.link", "child_id",
            "audit.entry", "goal_id");

    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    Cast cast;
    Map<String, Viewer> viewers;
    int number;

    @BeforeEach
    void everybody() {
        cast = company.cast();
        viewers = new LinkedHashMap<>();
        viewers.put("employee", cast.member());
        viewers.put("manager", cast.leader());
        viewers.put("manager's manager", cast.head());
        viewers.put("colleague", cast.colleague());
        viewers.put("stranger", cast.stranger());
        viewers.put(
                "contributor",
                company.viewer(company.person("Contributor", null, List.of()).id()));
        for (Role role : Role.values()) {
            viewers.put(role.name(), company.with(role));
        }
    }

    private static Set<String> readers(Visibility visibility) {
        return switch (visibility) {
            case PUBLIC_ORG ->
                Set.of(
                        "employee",
                        "manager",
                        "manager's manager",
                        "colleague",
                        "stranger",
                        "contributor",
                        "EXEC",
                        "CHAMP",
                        "HR",
                        "COMP",
                        "ADMIN");
            case TEAM -> Set.of("employee", "manager", "manager's manager", "colleague", "EXEC", "CHAMP");
            case PRIVATE_PAIR_HR -> Set.of("employee", "manager", "HR");
            case PRIVATE_COMP -> Set.of("employee", "manager", "HR", "COMP");
            case RESTRICTED_LIST -> Set.of("employee", "manager", "contributor", "HR");
        };
    }

    @ParameterizedTest
    @EnumSource(Visibility.class)
    void everyWayToAskAnswersTheSamePeople(Visibility visibility) {
        Reply goal = goal(visibility);
        UUID measure =
                UUID.fromString(goal.body().path("measures").get(0).path("id").asString());
        String base = "/api/v1/goals/" + goal.id();
        viewers.forEach((who, viewer) -> {
            boolean reads = readers(visibility).contains(who);
            int status = reads ? 200 : 404;
            for (String path : List.of(
                    base,
                    base + "/explanation",
                    base + "/history",
                    base + "/initiatives",
                    "/api/v1/measures/" + measure,
                    "/api/v1/measures/" + measure + "/check-ins")) {
                assertThat(api.get(viewer, path).status()).as(who + " " + path).isEqualTo(status);
            }
            int seen = reads ? 1 : 0;
            assertThat(items("/api/v1/goals?q=" + title(), viewer))
                    .as(who + " list")
                    .isEqualTo(seen);
            assertThat(items("/api/v1/goals?framework=" + AudienceFrameworks.key(visibility) + "&q=" + title(), viewer))
                    .as(who + " list by framework")
                    .isEqualTo(seen);
            assertThat(items("/api/v1/journal?goalId=" + goal.id(), viewer) > 0)
                    .as(who + " journal")
                    .isEqualTo(reads);
            assertThat(api.get(
                                    viewer,
                                    "/api/v1/overview?cycle=" + cast.quarter().id())
                            .raw()
                            .body()
                            .contains(title()))
                    .as(who + " overview, where it stands as a child of an open goal")
                    .isEqualTo(reads);
        });
    }

    @ParameterizedTest
    @EnumSource(Visibility.class)
    void whoMayNotSeeCannotWriteEitherAndLearnsNothing(Visibility visibility) {
        Reply goal = goal(visibility);
        UUID measure =
                UUID.fromString(goal.body().path("measures").get(0).path("id").asString());
        String base = "/api/v1/goals/" + goal.id();
        viewers.forEach((who, viewer) -> {
            if (readers(visibility).contains(who)) {
                return;
            }
            List<Reply> replies = List.of(
                    api.patch(viewer, base, Map.of("title", "Taken over", "version", 1)),
                    api.delete(viewer, base),
                    api.post(viewer, base + "/cancellation", null),
                    api.post(viewer, base + "/measures", Bodies.measure("Mine", "INCREASE", "", 0, 1)),
                    api.post(viewer, "/api/v1/measures/" + measure + "/check-ins", Bodies.value(1, 5)),
                    api.post(viewer, base + "/initiatives", Map.of("title", "Mine")),
                    api.put(viewer, base + "/parents/" + UUID.randomUUID(), Map.of()));
            assertThat(replies)
                    .as(who)
                    .allMatch(reply -> reply.status() == 404 && reply.code().equals("NOT_FOUND"));
        });
    }

    @ParameterizedTest
    @EnumSource(Visibility.class)
    void theTablesThemselvesShowTheSame(Visibility visibility) {
        Reply goal = goal(visibility);
        viewers.forEach((who, viewer) -> {
            boolean reads = readers(visibility).contains(who);
            TABLES.forEach((table, column) -> {
                Long rows = Viewing.as(
                        viewer,
                        () -> transaction.execute(
                                status -> db.sql("select count(*) from " + table + " where " + column + " = :goal")
                                        .param("goal", goal.id())
                                        .query(Long.class)
                                        .single()));
                assertThat(rows).as(who + " " + table).matches(count -> reads ? count > 0 : count == 0);
            });
        });
    }

    @Test
    void aNewManagerSeesThePairFromThatMomentAndTheOldOneNoLonger() {
        Reply goal = goal(Visibility.PRIVATE_PAIR_HR);
        String path = "/api/v1/goals/" + goal.id();
        Viewer newManager = cast.stranger();
        assertThat(api.get(newManager, path).status()).isEqualTo(404);
        Viewer admin = viewers.get("ADMIN");
        int version = api.get(admin, "/api/v1/people/" + cast.member().id())
                .body()
                .path("version")
                .asInt();
        Reply moved = api.patch(
                admin,
                "/api/v1/people/" + cast.member().id(),
                Map.of("managerId", newManager.id(), "version", version));
        assertThat(moved.status()).as(moved.raw().body()).isEqualTo(200);
        assertThat(api.get(newManager, path).status()).isEqualTo(200);
        assertThat(api.get(cast.leader(), path).status()).isEqualTo(404);
    }

    @Test
    void aRevokedRoleIsGoneAtTheNextRequest() {
        Reply goal = goal(Visibility.PRIVATE_PAIR_HR);
        Viewer hr = viewers.get("HR");
        assertThat(api.get(hr, "/api/v1/goals/" + goal.id()).status()).isEqualTo(200);
        assertThat(api.put(viewers.get("ADMIN"), "/api/v1/people/" + hr.id() + "/roles", Map.of("roles", List.of()))
                        .status())
                .isEqualTo(200);
        assertThat(api.get(hr, "/api/v1/goals/" + goal.id()).status()).isEqualTo(404);
    }

    @Test
    void aPrivateGoalLinksUpWithoutItsFiguresAndWithoutATrace() {
        Reply open = activate(api.post(cast.leader(), "/api/v1/goals", Bodies.retention(cast)));
        Reply hidden = goal(Visibility.PRIVATE_PAIR_HR);
        String link = "/api/v1/goals/" + hidden.id() + "/parents/" + open.id();
        assertThat(api.put(cast.member(), link, Map.of("kind", "CONTRIBUTES", "rollup", true))
                        .code())
                .isEqualTo("PRIVATE_GOAL_SUPPORTS_ONLY");
        assertThat(api.put(cast.member(), link, Map.of("kind", "SUPPORTS", "rollup", false))
                        .status())
                .isEqualTo(200);
        assertThat(api.get(cast.leader(), "/api/v1/goals/" + open.id())
                        .body()
                        .path("children")
                        .size())
                .isEqualTo(1);
        String seen =
                api.get(cast.stranger(), "/api/v1/goals/" + open.id()).raw().body();
        assertThat(seen).contains("\"children\":[]").doesNotContain(hidden.id().toString());
        assertThat(api.get(cast.stranger(), "/api/v1/journal?goalId=" + open.id())
                        .raw()
                        .body())
                .doesNotContain(hidden.id().toString());
    }

    @Test
    void aLinkBetweenTwoHiddenGoalsNamesNeitherToReadersOfTheOther() {
        Reply hidden = goal(Visibility.PRIVATE_PAIR_HR);
        Map<String, Object> secret = Bodies.with(
                Bodies.retention(cast), "contributorIds", List.of(cast.member().id()));
        Reply draft = api.post(cast.leader(), "/api/v1/goals", Bodies.with(secret, "title", "A secret reorganisation"));
        String link = "/api/v1/goals/" + hidden.id() + "/parents/" + draft.id();
        assertThat(api.put(cast.member(), link, Map.of("kind", "SUPPORTS")).status())
                .isEqualTo(200);
        assertThat(api.delete(cast.member(), link).status()).isEqualTo(204);
        assertThat(api.get(viewers.get("HR"), "/api/v1/goals/" + draft.id()).status())
                .isEqualTo(404);
        assertThat(api.get(viewers.get("HR"), "/api/v1/journal?goalId=" + hidden.id())
                        .raw()
                        .body())
                .contains("another goal")
                .doesNotContain("secret reorganisation");
    }

    @Test
    void anotherAudienceIsAnotherKeyAtOnce() {
        Reply goal = goal(Visibility.TEAM);
        String path = "/api/v1/goals/" + goal.id();
        assertThat(api.get(cast.colleague(), path).status()).isEqualTo(200);
        int version = api.get(cast.member(), path).body().path("version").asInt();
        Reply narrowed = api.patch(cast.member(), path, Map.of("audience", "RESTRICTED_LIST", "version", version));
        assertThat(narrowed.status()).as(narrowed.raw().body()).isEqualTo(200);
        assertThat(api.get(cast.colleague(), path).status()).isEqualTo(404);
        assertThat(api.get(viewers.get("contributor"), path).status()).isEqualTo(200);
        assertThat(api.get(viewers.get("HR"), path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"PUBLIC_ORG", "TEAM"})
    void whatIsBetweenTwoPeopleIsNotOpened(Visibility wider) {
        Reply hidden = goal(Visibility.PRIVATE_PAIR_HR);
        String path = "/api/v1/goals/" + hidden.id();
        int version = api.get(cast.member(), path).body().path("version").asInt();
        assertThat(api.patch(cast.member(), path, Map.of("audience", wider, "version", version))
                        .code())
                .isEqualTo("AUDIENCE_TOO_WIDE");
        assertThat(api.get(cast.stranger(), path).status()).isEqualTo(404);
    }

    @Test
    void whoReadsByDutyAloneIsToldThatTheyMayNotWrite() {
        Reply pair = goal(Visibility.PRIVATE_PAIR_HR);
        Reply pay = goal(Visibility.PRIVATE_COMP);
        Viewer hr = viewers.get("HR");
        Viewer comp = viewers.get("COMP");
        for (Reply refused : List.of(
                api.post(hr, "/api/v1/goals/" + pair.id() + "/hold", null),
                api.post(hr, "/api/v1/measures/" + measureOf(pair) + "/check-ins", Bodies.value(1, 5)),
                api.patch(hr, "/api/v1/measures/" + measureOf(pair), Map.of("name", "Mine", "version", 1)),
                api.post(comp, "/api/v1/goals/" + pay.id() + "/initiatives", Map.of("title", "Mine")))) {
            assertThat(refused.status()).as(refused.raw().body()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("NOT_ALLOWED");
        }
    }

    @Test
    void whoWouldNotHoldTheKeyCannotActivateForOthersToSee() {
        Viewer champion = viewers.get("CHAMP");
        Map<String, Object> body =
                Bodies.objective(cast, "Between two people", Bodies.measure("One", "INCREASE", "", 0, 10));
        body.put("framework", AudienceFrameworks.key(Visibility.PRIVATE_PAIR_HR));
        body.remove("ownerTeamId");
        body.put("ownerPersonId", cast.member().id());
        body.put("leadId", cast.member().id());
        Reply draft = api.post(champion, "/api/v1/goals", body);
        assertThat(draft.status()).as(draft.raw().body()).isEqualTo(201);
        String activation = "/api/v1/goals/" + draft.id() + "/activation";
        Reply refused = api.post(champion, activation, null);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("KEY_NOT_HELD");
        assertThat(api.post(cast.member(), activation, null).status()).isEqualTo(200);
    }

    private static String measureOf(Reply goal) {
        return goal.body().path("measures").get(0).path("id").asString();
    }

    private Reply goal(Visibility visibility) {
        number++;
        boolean team = visibility == Visibility.TEAM || visibility == Visibility.PUBLIC_ORG;
        Map<String, Object> body = Bodies.objective(
                cast,
                title() + " is ours",
                Bodies.with(
                        Bodies.measure("One", "INCREASE", "", 0, 10),
                        "ownerId",
                        cast.member().id()));
        body.put("framework", AudienceFrameworks.key(visibility));
        body.put("leadId", cast.member().id());
        body.put("contributorIds", List.of(viewers.get("contributor").id()));
        if (!team) {
            body.remove("ownerTeamId");
            body.put("ownerPersonId", cast.member().id());
        }
        if (visibility == Visibility.RESTRICTED_LIST) {
            body.put(
                    "contributorIds",
                    List.of(viewers.get("contributor").id(), cast.leader().id()));
        }
        Reply active = activate(api.post(cast.member(), "/api/v1/goals", body));
        UUID measure =
                UUID.fromString(active.body().path("measures").get(0).path("id").asString());
        assertThat(api.post(cast.member(), "/api/v1/measures/" + measure + "/check-ins", Bodies.value(3, 8))
                        .status())
                .isEqualTo(201);
        assertThat(api.post(cast.member(), "/api/v1/goals/" + active.id() + "/initiatives", Map.of("title", "Work"))
                        .status())
                .isEqualTo(201);
        Reply parent = activate(api.post(cast.leader(), "/api/v1/goals", Bodies.retention(cast)));
        assertThat(api.put(
                                cast.member(),
                                "/api/v1/goals/" + active.id() + "/parents/" + parent.id(),
                                Map.of("kind", "SUPPORTS"))
                        .status())
                .isEqualTo(200);
        return active;
    }

    private String title() {
        return "Matrix" + number + "of" + cast.team().id().toString().substring(24);
    }

    private Reply activate(Reply draft) {
        assertThat(draft.status()).as(draft.raw().body()).isEqualTo(201);
        String id = draft.text("id");
        Reply active = api.post(cast.member(), "/api/v1/goals/" + id + "/activation", null);
        return active.status() == 200 ? active : api.post(cast.leader(), "/api/v1/goals/" + id + "/activation", null);
    }

    private int items(String path, Viewer viewer) {
        Reply reply = api.get(viewer, path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return reply.body().path("items").size();
    }
}
