package io.cairn.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.cairn.kernel.Role;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@CairnTest
@Import(Staff.class)
class OrganizationApiTests {
    @Autowired
    Staff staff;

    @Autowired
    Statements statements;

    private Browser admin;
    private Browser plain;

    @BeforeEach
    void twoBrowsers() {
        admin = staff.browserOf(staff.person("Admin", Role.ADMIN));
        plain = staff.browserOf(staff.person("Plain"));
    }

    @Test
    void aPersonIsCreatedReadChangedAndLeaves() {
        Team team = staff.team("Api", staff.company().id());
        String email = "api" + UUID.randomUUID() + "@example.com";
        var created = admin.json("POST", "/api/v1/people", """
                {"name": "Ava", "email": "%s", "jobTitle": "AE", "teamIds": ["%s"], "roles": ["CHAMP"]}
                """.formatted(email, team.id()));
        assertThat(created.status()).isEqualTo(201);
        String id = JsonPath.read(created.body(), "$.id");
        assertThat(created.header("Location")).isEqualTo("/api/v1/people/" + id);

        var read = plain.get("/api/v1/people/" + id);
        assertThat(read.body()).isEqualTo(created.body());
        Map<String, Object> person = JsonPath.read(read.body(), "$");
        assertThat(person)
                .containsKeys(
                        "id",
                        "name",
                        "email",
                        "jobTitle",
                        "level",
                        "managerId",
                        "teamIds",
                        "roles",
                        "status",
                        "version")
                .containsEntry("roles", List.of("CHAMP"))
                .containsEntry("teamIds", List.of(team.id().toString()))
                .containsEntry("managerId", null);

        int version = JsonPath.read(read.body(), "$.version");
        var changed = admin.json(
                "PATCH",
                "/api/v1/people/" + id,
                "{\"jobTitle\": \"Lead\", \"teamIds\": [], \"version\": %d}".formatted(version));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(JsonPath.<String>read(changed.body(), "$.jobTitle")).isEqualTo("Lead");
        assertThat(JsonPath.<String>read(changed.body(), "$.email")).isEqualTo(email);
        assertThat(plain.get("/api/v1/people/" + id).body()).isEqualTo(changed.body());

        var stale =
                admin.json("PATCH", "/api/v1/people/" + id, "{\"name\": \"Late\", \"version\": %d}".formatted(version));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(JsonPath.<String>read(stale.body(), "$.code")).isEqualTo("STALE_VERSION");
        assertThat(stale.body()).contains("\"jobTitle\":\"Lead\"");

        var alone = admin.json("POST", "/api/v1/people/" + id + "/departure", "{}");
        assertThat(alone.status()).isEqualTo(422);
        assertThat(JsonPath.<String>read(alone.body(), "$.errors[0].field")).isEqualTo("handOverTo");
        var left = admin.json("POST", "/api/v1/people/" + id + "/departure", handOverTo(staff.person("Successor")));
        assertThat(JsonPath.<String>read(left.body(), "$.status")).isEqualTo("LEFT");
        assertThat(admin.json("DELETE", "/api/v1/people/" + id + "/departure", "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void rolesAreSetWholly() {
        Person person = staff.person("Person");
        var path = "/api/v1/people/" + person.id() + "/roles";
        var set = admin.json("PUT", path, "{\"roles\": [\"HR\", \"COMP\"]}");
        assertThat(JsonPath.<List<String>>read(set.body(), "$.roles")).containsExactlyInAnyOrder("HR", "COMP");
        assertThat(admin.json("PUT", path, "{\"roles\": [\"KING\"]}").status()).isEqualTo(422);
        assertThat(admin.json("PUT", path, "{\"roles\": [null]}").status()).isEqualTo(422);
        assertThat(admin.json("PUT", path, "{}").status()).isEqualTo(422);
        assertThat(plain.json("PUT", path, "{\"roles\": [\"ADMIN\"]}").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                          | 422 | REQUIRED",
                "{\"name\":\"  \",\"email\":\"x1@example.com\"}              | 422 | REQUIRED",
                "{\"name\":\"A\\u0000\",\"email\":\"x2@example.com\"}        | 422 | INVALID",
                "{\"name\":\"A\",\"email\":\"nobody\"}                       | 422 | EMAIL_INVALID",
                "{\"name\":\"A\",\"email\":\"x3@example.com\",\"shoe\":44}   | 422 | UNKNOWN_FIELD",
                "{\"name\":\"A\",\"email\":\"x4@example.com\",\"managerId\":\"x\"} | 422 | INVALID",
                "{\"name\":\"A\",\"email\":\"x5@example.com\",\"managerId\":\"00000000-0000-0000-0000-000000000000\"} | 422 | NO_SUCH_PERSON",
                "{\"name\":\"A\",\"email\":\"x6@example.com\",\"teamIds\":[null]}  | 422 | INVALID",
                "{\"name\":                                                  | 400 | UNREADABLE",
            })
    void whatIsWrongIsSaidWithItsCode(String body, int status, String code) {
        var reply = admin.json("POST", "/api/v1/people", body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(JsonPath.<String>read(reply.body(), "$.code")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/people/none",
                "/api/v1/people/00000000-0000-0000-0000-000000000000",
                "/api/v1/teams/00000000-0000-0000-0000-000000000000",
                "/api/v1/cycles/none"
            })
    void whatIsNotThereIs404(String path) {
        assertThat(plain.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, INVALID_LIMIT",
        "limit=201, INVALID_LIMIT",
        "cursor=forged, INVALID_CURSOR",
        "shoe=44, UNKNOWN_FILTER",
        "teamId=x, INVALID",
        "status=GONE, INVALID"
    })
    void listsRefuseWhatTheyDoNotKnow(String query, String code) {
        var reply = plain.get("/api/v1/people?" + query);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(JsonPath.<String>read(reply.body(), "$.code")).isEqualTo(code);
    }

    @Test
    void aListIsReadPageByPageAndFiltered() {
        Team team = staff.team("Paged", staff.company().id());
        Person manager = staff.person("Boss");
        List<String> made = new ArrayList<>();
        for (String name : List.of("Ann", "ben", "Cas", "Ann")) {
            made.add(staff.person(Somebody.under(name, manager.id()).withTeams(List.of(team.id())))
                    .id()
                    .toString());
        }
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            String body = plain.get("/api/v1/people?limit=1&teamId=" + team.id() + cursor)
                    .body();
            read.addAll(JsonPath.<List<String>>read(body, "$.items[*].id"));
            @Nullable String next = JsonPath.read(body, "$.nextCursor");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(read).containsExactlyInAnyOrderElementsOf(made);
        String path = "/api/v1/people?managerId=" + manager.id();
        assertThat(ids(path)).containsExactlyInAnyOrderElementsOf(made);
        assertThat(ids(path + "&q=BEN")).containsExactly(made.get(1));
        assertThat(ids(path + "&q=%25")).isEmpty();
        assertThat(ids(path + "&status=LEFT")).isEmpty();
        assertThat(ids("/api/v1/people?email=" + manager.email().toUpperCase(java.util.Locale.ROOT)))
                .containsExactly(manager.id().toString());
    }

    private List<String> ids(String path) {
        return JsonPath.read(plain.get(path).body(), "$.items[*].id");
    }

    @Test
    void aTeamIsCreatedChangedAndDeleted() {
        Team parent = staff.team("Parent", staff.company().id());
        var created = admin.json(
                "POST",
                "/api/v1/teams",
                "{\"name\":\"Child\",\"kind\":\"TEAM\",\"parentId\":\"%s\"}".formatted(parent.id()));
        assertThat(created.status()).isEqualTo(201);
        String path = created.header("Location");
        Map<String, Object> team = JsonPath.read(created.body(), "$");
        assertThat(team).containsOnlyKeys("id", "name", "kind", "parentId", "leaderId", "version");
        String below = JsonPath.read(created.body(), "$.id");
        var loop = admin.json(
                "PATCH", "/api/v1/teams/" + parent.id(), "{\"parentId\":\"%s\",\"version\":1}".formatted(below));
        assertThat(loop.status()).isEqualTo(409);
        assertThat(JsonPath.<String>read(loop.body(), "$.code")).isEqualTo("TEAM_LOOP");
        assertThat(JsonPath.<List<String>>read(
                        plain.get("/api/v1/teams?kind=TEAM&parentId=" + parent.id())
                                .body(),
                        "$.items[*].id"))
                .containsExactly(below);
        assertThat(admin.json("DELETE", "/api/v1/teams/" + parent.id(), "").status())
                .isEqualTo(409);
        assertThat(plain.json("DELETE", path, "").status()).isEqualTo(403);
        assertThat(admin.json("DELETE", path, "").status()).isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
    }

    @Test
    void othersAreRefusedEverywhere() {
        Person person = staff.person("Target");
        String path = "/api/v1/people/" + person.id();
        String somebody = "{\"name\":\"M\",\"email\":\"m@example.com\"}";
        assertThat(plain.json("POST", "/api/v1/people", somebody).status()).isEqualTo(403);
        assertThat(plain.json("PATCH", path, "{\"name\":\"M\",\"version\":1}").status())
                .isEqualTo(403);
        assertThat(plain.json("POST", path + "/departure", "{}").status()).isEqualTo(403);
        assertThat(plain.json("POST", "/api/v1/teams", "{\"name\":\"M\",\"kind\":\"TEAM\"}")
                        .status())
                .isEqualTo(403);
        assertThat(plain.json("POST", "/api/v1/cycles", """
                {"name":"M","kind":"CUSTOM","startsOn":"2050-01-01","endsOn":"2050-01-02"}""").status()).isEqualTo(403);
    }

    @Test
    void aCycleIsCreatedAndMovedThroughItsPhases() {
        var created = admin.json("POST", "/api/v1/cycles", """
                {"name":"2061 Q3","kind":"QUARTER","startsOn":"2061-07-01","endsOn":"2061-09-30"}""");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String path = created.header("Location");
        Map<String, Object> cycle = JsonPath.read(created.body(), "$");
        assertThat(cycle)
                .containsKeys("id", "name", "kind", "startsOn", "endsOn", "parentId", "phase", "version")
                .containsEntry("phase", "PLANNING")
                .containsEntry("startsOn", "2061-07-01");
        var active = admin.json("PATCH", path, "{\"phase\":\"ACTIVE\",\"version\":1}");
        assertThat(JsonPath.<String>read(active.body(), "$.phase")).isEqualTo("ACTIVE");
        var back = admin.json("PATCH", path, "{\"phase\":\"PLANNING\",\"version\":2}");
        assertThat(back.status()).isEqualTo(409);
        assertThat(JsonPath.<String>read(back.body(), "$.code")).isEqualTo("PHASE_ORDER");
        var overlap = admin.json("POST", "/api/v1/cycles", """
                {"name":"Twin","kind":"QUARTER","startsOn":"2061-09-30","endsOn":"2061-12-31"}""");
        assertThat(JsonPath.<String>read(overlap.body(), "$.code")).isEqualTo("CYCLE_OVERLAP");
        String id = JsonPath.read(created.body(), "$.id");
        var outside = admin.json("POST", "/api/v1/cycles", """
                {"name":"Out","kind":"MONTH","startsOn":"2061-10-01","endsOn":"2061-10-31","parentId":"%s"}""".formatted(id));
        assertThat(outside.status()).isEqualTo(422);
        assertThat(JsonPath.<String>read(outside.body(), "$.code")).isEqualTo("CYCLE_OUTSIDE_PARENT");
        assertThat(JsonPath.<List<String>>read(
                        plain.get("/api/v1/cycles?kind=QUARTER&phase=ACTIVE&name=2061")
                                .body(),
                        "$.items[*].id"))
                .containsExactly(id);
    }

    @Test
    void writingTakesAtMostTwelveStatements() throws Exception {
        Person manager = staff.person("Manager");
        Person person = staff.person("Busy");
        Team team = staff.team("Busy", staff.company().id());
        var change = statements.during(() -> admin.json(
                "PATCH",
                "/api/v1/people/" + person.id(),
                "{\"managerId\":\"%s\",\"teamIds\":[\"%s\"],\"version\":1}".formatted(manager.id(), team.id())));
        assertThat(change.result().status()).isEqualTo(200);
        assertThat(change.statements()).hasSizeLessThanOrEqualTo(12);
        var leave = statements.during(
                () -> admin.json("POST", "/api/v1/people/" + person.id() + "/departure", handOverTo(manager)));
        assertThat(leave.result().status()).isEqualTo(200);
        assertThat(leave.statements()).hasSizeLessThanOrEqualTo(12);
    }

    private static String handOverTo(Person successor) {
        return "{\"handOverTo\": \"%s\"}".formatted(successor.id());
    }
}
