package io.cairn.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Role;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.Statements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@CairnTest
@Import(Staff.class)
class DirectoryPagesTests {
    @Autowired
    Staff staff;

    @Autowired
    Statements statements;

    @Autowired
    People people;

    private Person boss;
    private Browser admin;
    private Browser plain;

    @BeforeEach
    void twoBrowsers() {
        boss = staff.person("Boss", Role.ADMIN);
        admin = staff.browserOf(boss);
        plain = staff.browserOf(staff.person(Somebody.under("Plain", boss.id())));
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheOrganisation() throws Exception {
        Team team = staff.team("Growing", staff.company().id());
        Map<String, List<String>> before = statementsOf(team);
        for (int i = 0; i < 30; i++) {
            Person report = staff.person(Somebody.under("Report", boss.id()).withTeams(List.of(team.id())));
            staff.person(Somebody.under("Below", report.id()));
            staff.team("Part " + i, team.id());
        }
        Map<String, List<String>> after = statementsOf(team);
        assertThat(sizes(after)).isEqualTo(sizes(before));
        assertThat(sizes(after).values()).allMatch(size -> size <= 12);
    }

    private Map<String, List<String>> statementsOf(Team team) throws Exception {
        Map<String, List<String>> statementsOf = new LinkedHashMap<>();
        for (String path : List.of(
                "/people",
                "/people?q=r&teamId=" + team.id(),
                "/people/" + boss.id(),
                "/teams/" + team.id(),
                "/organisation",
                "/organisation?from=" + boss.id(),
                "/organisation?by=teams",
                "/cycles",
                "/cycles/new",
                "/administration/people",
                "/administration/people/" + boss.id(),
                "/administration/people/" + boss.id() + "/departure",
                "/administration/teams",
                "/administration/teams/" + team.id(),
                "/api/v1/people",
                "/api/v1/teams",
                "/api/v1/cycles")) {
            var counted = statements.during(() -> admin.get(path));
            assertThat(counted.result().status()).as(path).isEqualTo(200);
            statementsOf.put(path, counted.statements());
        }
        return statementsOf;
    }

    private static Map<String, Integer> sizes(Map<String, List<String>> statements) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        statements.forEach((path, all) -> sizes.put(path, all.size()));
        return sizes;
    }

    @Test
    void thePersonPageShowsWhoTheyAre() {
        Team team = staff.team("Visible <b>", staff.company().id());
        Person person = staff.person(PersonDetails.of(
                "Zoe <i>",
                "zoe" + UUID.randomUUID() + "@example.com",
                "Analyst",
                null,
                null,
                null,
                boss.id(),
                List.of(team.id())));
        String page = plain.get("/people/" + person.id()).body();
        assertThat(page)
                .contains("Zoe &lt;i&gt;", "Analyst", "Visible &lt;b&gt;", boss.name())
                .doesNotContain("Zoe <i>", "/administration/");
        assertThat(admin.get("/people/" + person.id()).body()).contains("/administration/people/" + person.id());
        assertThat(plain.get("/teams/" + team.id()).body())
                .contains("Zoe &lt;i&gt;")
                .doesNotContain("/administration/");
        assertThat(plain.get("/organisation").body()).contains(boss.name());
        assertThat(plain.get("/organisation?by=teams").body()).contains("Visible &lt;b&gt;");
        assertThat(plain.get("/people?q=zoe+%3Ci").body()).contains("Zoe &lt;i&gt;");
    }

    @Test
    void aMemberOfATeamThatNobodyLeadsSignsIn() {
        Team team = staff.team("Leaderless", staff.company().id());
        Person member = staff.person(Somebody.named("Member").withTeams(List.of(team.id())));
        assertThat(staff.browserOf(member).get("/teams/" + team.id()).body()).contains(member.name());
    }

    @Test
    void aFormInErrorKeepsWhatWasTypedAndSaysWhatIsWrongBesideTheField() {
        var reply = admin.post(
                "/administration/people",
                "name",
                "Typed Name",
                "email",
                boss.email().toUpperCase(java.util.Locale.ROOT),
                "managerId",
                "nobody@nowhere.example");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("value=\"Typed Name\"", "nobody@nowhere.example", "managerId-error");
        var taken = admin.post("/administration/people", "name", "Typed Name", "email", boss.email());
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body()).contains("email-error", OrganizationProblem.EMAIL_TAKEN.message());
    }

    @Test
    void aPersonIsAddedChangedGivenRolesAndMarkedAsLeftByForms() {
        Team team = staff.team("Formed", staff.company().id());
        String email = "form" + UUID.randomUUID() + "@example.com";
        var added = admin.post(
                "/administration/people",
                "name",
                "Form",
                "email",
                email,
                "managerId",
                boss.email(),
                "teamIds",
                team.id().toString());
        assertThat(added.status()).as(added.body()).isEqualTo(303);
        Person person = Staff.system(() -> people.findByEmail(email)).orElseThrow();
        assertThat(person.managerId()).isEqualTo(boss.id());
        assertThat(person.teamIds()).containsExactly(team.id());

        String path = "/administration/people/" + person.id();
        assertThat(admin.get(path).body()).contains("value=\"" + email + "\"", "value=\"" + boss.email() + "\"");
        assertThat(admin.post(path, "name", "Formed", "email", email, "version", "1")
                        .status())
                .isEqualTo(303);
        var stale = admin.post(path, "name", "Stale", "email", email, "version", "1");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("value=\"Stale\"", "name=\"version\" value=\"2\"");

        assertThat(admin.post(path + "/roles", "roles", "HR", "roles", "EXEC").status())
                .isEqualTo(303);
        assertThat(Staff.system(() -> people.require(person.id())).roles())
                .containsExactlyInAnyOrder(Role.HR, Role.EXEC);
        assertThat(admin.get(path + "/departure").status()).isEqualTo(200);
        var tomorrow = admin.post(path + "/departure", "on", "2999-01-01");
        assertThat(tomorrow.body()).contains("value=\"2999-01-01\"", "on-error");
        assertThat(admin.post(path + "/departure", "on", "").body()).contains("handOverTo-error");
        String successor = staff.person("Successor").email();
        assertThat(admin.post(path + "/departure", "on", "", "handOverTo", successor)
                        .status())
                .isEqualTo(303);
        assertThat(Staff.system(() -> people.require(person.id())).isHere()).isFalse();
        assertThat(admin.post(path + "/return").status()).isEqualTo(303);
    }

    @Test
    void aTeamIsAddedMovedAndDeletedByForms() {
        Team company = staff.company();
        var added = admin.post(
                "/administration/teams",
                "name",
                "Formal",
                "kind",
                "TEAM",
                "parentId",
                company.id().toString(),
                "leaderId",
                boss.email());
        assertThat(added.status()).as(added.body()).isEqualTo(303);
        String team = added.header("Location").substring("/teams/".length());
        assertThat(plain.get("/teams/" + team).body()).contains(boss.name());
        String path = "/administration/teams/" + team;
        assertThat(admin.post(
                                path,
                                "name",
                                "",
                                "kind",
                                "TEAM",
                                "parentId",
                                company.id().toString(),
                                "version",
                                "1")
                        .body())
                .contains("name-error");
        assertThat(admin.post(
                                path,
                                "name",
                                "Formal 2",
                                "kind",
                                "DEPARTMENT",
                                "parentId",
                                company.id().toString(),
                                "version",
                                "1")
                        .status())
                .isEqualTo(303);
        assertThat(admin.post("/administration/teams/" + company.id() + "/deletion")
                        .status())
                .isEqualTo(409);
        assertThat(admin.post(path + "/deletion").status()).isEqualTo(303);
        assertThat(admin.get("/teams/" + team).status()).isEqualTo(404);
    }

    @Test
    void cyclesArePlannedAndMovedByForms() {
        assertThat(admin.get("/cycles/years").status()).isEqualTo(200);
        assertThat(admin.post("/cycles/years", "year", "soon", "month", "1").body())
                .contains("year-error", "value=\"soon\"");
        assertThat(admin.post("/cycles/years", "year", "2081", "month", "4", "cadence", "WEEKLY")
                        .status())
                .isEqualTo(303);
        String again = admin.post("/cycles/years", "year", "2081", "month", "1", "cadence", "WEEKLY")
                .body();
        assertThat(again).contains("year-error");
        assertThat(plain.get("/cycles").body())
                .contains("2081/82 Q1", "1 Apr – 30 Jun 2081")
                .doesNotContain("<form method=\"post\" action=\"/cycles");
        var wrong = admin.post(
                "/cycles", "name", "Odd", "kind", "CUSTOM", "startsOn", "2081-05-02", "endsOn", "2081-05-01");
        assertThat(wrong.body()).contains("endsOn-error", "value=\"Odd\"");
        var page = admin.get("/cycles").body();
        String action = page.replaceAll("(?s).*2081/82 Q1.*?action=\"(/cycles/[^\"]+/phase)\".*", "$1");
        assertThat(admin.post(action, "phase", "ACTIVE", "version", "1").status())
                .isEqualTo(303);
        assertThat(admin.post(action, "phase", "PLANNING", "version", "2").status())
                .isEqualTo(409);
    }

    @Test
    void othersAreRefused() {
        for (String path : List.of(
                "/administration/people", "/administration/people/new", "/administration/teams", "/cycles/new")) {
            assertThat(plain.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(plain.post("/administration/people", "name", "M", "email", "m@example.com")
                        .status())
                .isEqualTo(403);
        assertThat(plain.post("/administration/people/" + boss.id() + "/roles").status())
                .isEqualTo(403);
        assertThat(plain.post("/cycles/years", "year", "2090", "month", "1").status())
                .isEqualTo(403);
    }
}
