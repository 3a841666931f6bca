package io.cairn.goal.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.goal.CheckInContent;
import io.cairn.goal.CheckIns;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureContent;
import io.cairn.goal.MeasureKind;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Team;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.Statements;
import io.cairn.testing.ThirdQuarter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Every button of the editor takes a number of statements that does not grow with the form (issue 2: at most twelve). */
@CairnTest
class GoalEditorStatementsTests {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Statements statements;

    ThirdQuarter company;
    Viewer noah;
    Viewer ava;
    Viewer theo;
    Team success;
    Browser browser;

    @BeforeEach
    void found() throws Exception {
        company = new ThirdQuarter(context);
        noah = company.person("Noah");
        success = company.team("Customer Success", company.company, noah);
        ava = company.person("Ava", success);
        theo = company.person("Theo", success);
        browser = company.browser(noah, port);
        browser.get("/account");
    }

    @AfterEach
    void leave() {
        company.leave();
    }

    @Test
    void savingADraft() throws Exception {
        sameAtEverySize(size -> saved(draft(size), size, "save"), 2, 3, 5);
    }

    @Test
    void savingAnActiveObjective() throws Exception {
        sameAtEverySize(size -> saved(active(size), size, "save"), 2, 3, 4);
    }

    @Test
    void activatingADraft() throws Exception {
        sameAtEverySize(size -> saved(draft(size), size, "activate"), 2, 3, 4);
    }

    @Test
    void writingANewOne() throws Exception {
        for (String button : List.of("save", "activate")) {
            sameAtEverySize(size -> statements.during(() -> post("/objectives", added(size), 0, button, 303)), 2, 3, 5);
        }
    }

    @Test
    void beingRefused() throws Exception {
        sameAtEverySize(size -> statements.during(() -> post("/objectives", added(1), 0, "activate", 422)), 2, 3);
        sameAtEverySize(
                size -> {
                    Goal goal = active(size);
                    List<Map<String, String>> rows = changed(goal, size);
                    rows.getFirst().put("baseline", "39");
                    return statements.during(() -> post("/objectives/" + goal.id(), rows, goal.version(), "save", 409));
                },
                2,
                4);
    }

    @Test
    void changingTheForm() throws Exception {
        sameAtEverySize(
                size -> {
                    Goal goal = active(size);
                    return statements.during(
                            () -> post("/objectives/" + goal.id(), changed(goal, size), goal.version(), "add", 200));
                },
                2,
                4);
    }

    private interface Sized {
        Statements.Counted<?> of(int size) throws Exception;
    }

    private static void sameAtEverySize(Sized work, int... sizes) throws Exception {
        int first = 0;
        for (int size : sizes) {
            Statements.Counted<?> counted = work.of(size);
            first = first == 0 ? counted.count() : first;
            assertThat(counted.count())
                    .as(size + " key results\n" + String.join("\n", counted.statements()))
                    .isEqualTo(first)
                    .isLessThanOrEqualTo(12);
        }
    }

    private Statements.Counted<?> saved(Goal goal, int size, String button) throws Exception {
        List<Map<String, String>> rows = changed(goal, size);
        var counted = statements.during(() -> post("/objectives/" + goal.id(), rows, goal.version(), button, 303));
        Goal after = company.now(goal.id());
        assertThat(after.live())
                .extracting(Measure::name)
                .containsExactlyElementsOf(
                        rows.stream().map(row -> row.get("name")).toList());
        assertThat(after.state() == GoalStatus.DRAFT)
                .isEqualTo(goal.state() == GoalStatus.DRAFT && button.equals("save"));
        return counted;
    }

    /** All stored ones but the last with other names and targets, and a new one first. */
    private List<Map<String, String>> changed(Goal goal, int size) {
        List<Map<String, String>> rows =
                new ArrayList<>(List.of(row("name", "Brand new", "baseline", "1", "target", "9")));
        for (Measure measure : goal.live().subList(0, size)) {
            Map<String, String> row = measure.kind() == MeasureKind.MILESTONE
                    ? row(
                            "kind",
                            "MILESTONE",
                            "milestones[0].name",
                            "Contract signed",
                            "milestones[1].name",
                            "A new step")
                    : row("baseline", "40", "target", "47");
            row.put("id", measure.id().toString());
            row.put("version", Integer.toString(measure.version()));
            row.put("name", measure.name() + " and more");
            rows.addFirst(row);
        }
        return rows;
    }

    private List<Map<String, String>> added(int size) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            rows.add(row("name", "Rate " + i, "baseline", "1", "target", "9"));
        }
        return rows;
    }

    /** One with this many key results that stay and one to go. */
    private Goal draft(int size) {
        return company.draft("Improve revenue retention", success, noah, contents(size));
    }

    private Goal active(int size) {
        Goal goal = company.objective("Improve revenue retention", success, noah, contents(size));
        Measure steps = goal.measures().getFirst();
        ThirdQuarter.as(
                noah,
                () -> company.the(CheckIns.class)
                        .record(
                                noah,
                                steps.id(),
                                new CheckInContent(
                                        null,
                                        List.of(new CheckInContent.MilestoneDone("Contract signed", BigDecimal.ONE)),
                                        null,
                                        7,
                                        "Signed",
                                        null,
                                        null)));
        return company.now(goal.id());
    }

    private static MeasureContent[] contents(int size) {
        List<MeasureContent> contents = new ArrayList<>(List.of(ThirdQuarter.ofKind("Steps", MeasureKind.MILESTONE)));
        for (int i = 0; i < size; i++) {
            contents.add(ThirdQuarter.way("Rate " + i, "", "40", "44"));
        }
        return contents.toArray(MeasureContent[]::new);
    }

    private static Map<String, String> row(String... pairs) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("kind", "INCREASE");
        for (int i = 0; i < pairs.length; i += 2) {
            row.put(pairs[i], pairs[i + 1]);
        }
        return row;
    }

    /** With another lead and another contributor, typed as e-mails, and sent once. */
    private Browser.Reply post(String path, List<Map<String, String>> rows, int version, String button, int status) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", "Improve revenue retention " + rows.size());
        fields.put("ownerTeamId", success.id().toString());
        fields.put("leadId", noah.email());
        fields.put("contributorIds", ava.email() + ", " + theo.email());
        fields.put("cycleId", company.quarter.id().toString());
        fields.put("level", "TEAM");
        fields.put("version", Integer.toString(version));
        fields.put("do", button);
        fields.put("_once", UUID.randomUUID().toString());
        for (int i = 0; i < rows.size(); i++) {
            int place = i;
            rows.get(i).forEach((name, value) -> fields.put("measures[" + place + "]." + name, value));
        }
        Browser.Reply reply = browser.post(path, List.copyOf(fields.entrySet()));
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        return reply;
    }
}
