package io.cairn.template.reading;

import static io.cairn.template.reading.SheetEdit.blank;
import static io.cairn.template.reading.SheetEdit.cell;
import static io.cairn.template.reading.SheetEdit.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Viewing;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.template.FileMark;
import io.cairn.template.FileMarks;
import io.cairn.template.Filled;
import io.cairn.template.Templates;
import io.cairn.template.writing.Format;
import io.cairn.template.writing.TemplateFile;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** MBO trackers that come back change drafts of those who write them, and nothing that was offered or signed. */
@CairnTest
class TrackerReturnTests {
    private static final String KEY = "mbo-tracker";

    @Autowired
    Api api;

    @Autowired
    SmallCompany company;

    @Autowired
    Templates templates;

    @Autowired
    FileMarks marks;

    Cast cast;
    UUID plan;

    @BeforeEach
    void plan() {
        cast = company.cast();
        Reply made = api.post(
                cast.leader(),
                "/api/v1/mbo-plans",
                Map.of(
                        "employeeId", cast.member().id(),
                        "startsOn", "2026-07-01",
                        "objectives",
                                List.of(
                                        Map.of(
                                                "title",
                                                "Win ten customers",
                                                "weight",
                                                60,
                                                "basis",
                                                "RATIO_TO_TARGET",
                                                "target",
                                                10),
                                        Map.of(
                                                "title",
                                                "Keep forty customers",
                                                "weight",
                                                40,
                                                "basis",
                                                "RATIO_TO_TARGET",
                                                "target",
                                                40))));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        plan = made.id();
    }

    private byte[] exported() {
        return Viewing.as(cast.leader(), () -> {
            Filled live = templates.require(KEY).live(cast.leader(), plan.toString());
            FileMark mark = new FileMark(
                    KEY, live.form().version(), marks.own(), live.variant(), live.subject(), Instant.now(), List.of());
            return TemplateFile.of(live, mark, Format.XLSX);
        });
    }

    private Reply sent(Viewer viewer, byte[] file) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(text("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\n"));
        body.writeBytes(file);
        body.writeBytes(text("\r\n--cut--\r\n"));
        Reply preview = api.stream(
                viewer,
                "/api/v1/templates/" + KEY + "/previews",
                "multipart/form-data; boundary=cut",
                BodyPublishers.ofByteArray(body.toByteArray()));
        assertThat(preview.status()).as(preview.raw().body()).isEqualTo(201);
        return preview;
    }

    private List<String> problems(Viewer viewer, Reply preview) {
        return api.get(viewer, "/api/v1/template-previews/" + preview.id() + "/rows?kind=REFUSED")
                .body()
                .path("items")
                .valueStream()
                .flatMap(row -> row.path("problems").valueStream())
                .map(problem -> problem.path("column").asString("") + " "
                        + problem.path("code").asString())
                .toList();
    }

    private Reply applied(Viewer viewer, Reply preview) {
        return api.post(viewer, "/api/v1/template-previews/" + preview.id() + "/application", null);
    }

    private static String counts(Reply preview) {
        return preview.text("toCreate") + " " + preview.text("toChange") + " " + preview.text("unchanged") + " "
                + preview.text("refused");
    }

    private byte[] edited() {
        return SheetEdit.of(exported(), book -> {
            blank(book, "Plan", "Plan cap", 0).setCellValue(1.5);
            blank(book, "Objectives", "Weight", 0).setCellValue(0.5);
            blank(book, "Objectives", "Objective", 2).setCellValue("Train two colleagues");
            blank(book, "Objectives", "Weight", 2).setCellValue(0.1);
            blank(book, "Objectives", "Basis", 2)
                    .setCellValue(cell(book, "Objectives", "Basis", 0).getStringCellValue());
            blank(book, "Objectives", "Target", 2).setCellValue(2);
        });
    }

    @Test
    void aDraftTakesWhatTheFileSaysOnce() {
        assertThat(counts(sent(cast.leader(), exported()))).isEqualTo("0 0 3 0");
        byte[] file = edited();
        Reply preview = sent(cast.leader(), file);
        assertThat(counts(preview))
                .as(problems(cast.leader(), preview).toString())
                .isEqualTo("1 2 1 0");
        applied(cast.leader(), preview);
        Reply now = api.get(cast.leader(), "/api/v1/mbo-plans/" + plan);
        assertThat(now.body().path("planCap").decimalValue()).isEqualByComparingTo("1.5");
        assertThat(now.body()
                        .path("objectives")
                        .valueStream()
                        .map(line -> line.path("title").asString() + " "
                                + line.path("weight").asString()))
                .containsExactly("Win ten customers 50", "Keep forty customers 40", "Train two colleagues 10");
        assertThat(counts(sent(cast.leader(), file))).isEqualTo("0 0 4 0");
    }

    @Test
    void whatWasOfferedStaysAndOthersLearnNothing() {
        byte[] file = edited();
        Reply target = api.post(
                company.with(Role.COMP),
                "/api/v1/bonus-targets",
                Map.of(
                        "personId",
                        cast.member().id(),
                        "amount",
                        5000,
                        "currency",
                        "EUR",
                        "basis",
                        "QUARTER",
                        "effectiveFrom",
                        "2026-07-01"));
        assertThat(target.status()).as(target.raw().body()).isEqualTo(201);
        Reply offered = api.post(cast.leader(), "/api/v1/mbo-plans/" + plan + "/submission", Map.of());
        assertThat(offered.status()).as(offered.raw().body()).isEqualTo(200);
        Reply preview = sent(cast.leader(), file);
        assertThat(problems(cast.leader(), preview).stream().distinct())
                .allMatch(problem -> problem.endsWith("PLAN_STATE") || problem.endsWith("CHANGED_MEANWHILE"));
        assertThat(counts(preview)).isEqualTo("0 0 1 3");
        assertThat(problems(cast.colleague(), sent(cast.colleague(), file)).stream()
                        .distinct())
                .containsExactlyInAnyOrder("id UNKNOWN_ID", " PART_REFUSED");
        assertThat(api.get(cast.member(), "/api/v1/mbo-plans/" + plan).body().path("objectives"))
                .hasSize(2);
    }
}
