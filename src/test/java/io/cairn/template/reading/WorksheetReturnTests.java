package io.cairn.template.reading;

import static io.cairn.template.reading.SheetEdit.blank;
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
import io.cairn.testing.Statements;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** SMART worksheets that come back write what their editor writes, and nothing else. */
@CairnTest
class WorksheetReturnTests {
    private static final String KEY = "smart-worksheet";
    private static final String SHEETS = "/api/v1/smart-worksheets";

    @Autowired
    Api api;

    @Autowired
    SmallCompany company;

    @Autowired
    Templates templates;

    @Autowired
    FileMarks marks;

    @Autowired
    Statements statements;

    Cast cast;
    UUID goal;

    @BeforeEach
    void goal() {
        cast = company.cast();
        goal = written(cast.member(), "Answer tickets faster");
    }

    private UUID written(Viewer viewer, String title) {
        Reply made = api.post(
                viewer,
                SHEETS,
                Map.of(
                        "title",
                        title,
                        "specific",
                        "In the morning shift.",
                        "unit",
                        "h",
                        "baseline",
                        12,
                        "target",
                        6,
                        "dueOn",
                        "2026-09-30"));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.id();
    }

    private byte[] exported(Viewer viewer) {
        return Viewing.as(viewer, () -> {
            Filled live = templates.require(KEY).live(viewer, "own");
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

    private Reply applied(Viewer viewer, Reply preview) {
        return api.post(viewer, "/api/v1/template-previews/" + preview.id() + "/application", null);
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

    private static String counts(Reply preview) {
        return preview.text("toCreate") + " " + preview.text("toChange") + " " + preview.text("unchanged") + " "
                + preview.text("refused");
    }

    private static void type(XSSFWorkbook book, int row, String column, Object value) {
        var cell = blank(book, "Goals", column, row);
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue(value.toString());
        }
    }

    @Test
    void whatIsTypedIsWrittenOnce() {
        byte[] untouched = exported(cast.member());
        assertThat(counts(sent(cast.member(), untouched))).isEqualTo("0 0 1 0");
        byte[] file = SheetEdit.of(untouched, book -> {
            type(book, 0, "Target", 5);
            type(book, 0, "First step", "Ask the night shift.");
            type(book, 1, "Goal", "Write three guides");
            type(book, 1, "R: is it worth it now?", "Half of all tickets ask the same.");
            type(book, 1, "Baseline", 0);
            type(book, 1, "Target", 3);
        });
        Reply preview = sent(cast.member(), file);
        assertThat(counts(preview))
                .as(problems(cast.member(), preview).toString())
                .isEqualTo("1 1 0 0");
        assertThat(api.get(cast.member(), SHEETS + "/" + goal)
                        .body()
                        .path("target")
                        .asInt())
                .isEqualTo(6);
        assertThat(applied(cast.member(), preview).text("applied")).isEqualTo("2");
        Reply now = api.get(cast.member(), SHEETS + "/" + goal);
        assertThat(now.body().path("target").asInt()).isEqualTo(5);
        assertThat(now.text("specific")).isEqualTo("In the morning shift.");
        assertThat(now.text("firstStep")).isEqualTo("Ask the night shift.");
        assertThat(counts(sent(cast.member(), file))).isEqualTo("0 0 2 0");
        assertThat(counts(sent(cast.member(), exported(cast.member())))).isEqualTo("0 0 2 0");
    }

    @Test
    void whatTheRulesRefuseStandsAtItsColumn() {
        byte[] file = SheetEdit.of(exported(cast.member()), book -> {
            type(book, 0, "Owner", cast.leader().name());
            type(book, 1, "Goal", "Win the world");
            type(book, 1, "Owner", "Nobody of that name");
            type(book, 2, "Goal", "Know more");
            type(book, 2, "Current", 4);
            type(book, 3, "Goal", "Be brief");
            type(book, 3, "Obstacles", "x".repeat(2001));
            type(book, 4, "Goal", "Be on time");
            type(book, 4, "Owner", cast.stranger().name());
        });
        Reply preview = sent(cast.member(), file);
        assertThat(counts(preview)).isEqualTo("0 0 0 5");
        assertThat(problems(cast.member(), preview))
                .containsExactly(
                        "owner FIXED", "owner PERSON_UNKNOWN", "current FIXED", "obstacles INVALID", " NOT_ALLOWED");
        applied(cast.member(), preview);
        assertThat(counts(sent(cast.member(), exported(cast.member())))).isEqualTo("0 0 1 0");
    }

    @Test
    void othersLearnNothingAndWhoOnlyReadsChangesNothing() {
        byte[] file = SheetEdit.of(exported(cast.member()), book -> type(book, 0, "Target", 5));
        for (Viewer other : List.of(cast.colleague(), cast.stranger(), company.with(Role.ADMIN))) {
            assertThat(problems(other, sent(other, file))).containsExactly("id UNKNOWN_ID");
        }
        Viewer hr = company.with(Role.HR);
        Reply preview = sent(hr, file);
        applied(hr, preview);
        assertThat(api.get(cast.member(), SHEETS + "/" + goal)
                        .body()
                        .path("target")
                        .asInt())
                .as("HR reads it")
                .isEqualTo(6);
    }

    @Test
    void whatSomebodyChangedMeanwhileIsNotOverwritten() {
        byte[] file = SheetEdit.of(exported(cast.member()), book -> type(book, 0, "Target", 5));
        Reply sheet = api.get(cast.member(), SHEETS + "/" + goal);
        assertThat(api.patch(
                                cast.member(),
                                SHEETS + "/" + goal,
                                Map.of(
                                        "title",
                                        "Answer all tickets faster",
                                        "version",
                                        sheet.body().path("version").asInt()))
                        .status())
                .isEqualTo(200);
        assertThat(problems(cast.member(), sent(cast.member(), file))).containsExactly(" CHANGED_MEANWHILE");
    }

    @Test
    void theJournalSaysWhoTookAPrivateGoalAway() {
        assertThat(api.download(cast.member(), "/api/v1/templates/" + KEY + "/files/xlsx?variant=LIVE&subject=own")
                        .statusCode())
                .isEqualTo(200);
        assertThat(api.get(cast.member(), "/api/v1/journal?goalId=" + goal + "&action=goal.exported")
                        .raw()
                        .body())
                .contains("took the worksheet away in a file")
                .contains(cast.member().name());
    }

    @Test
    void manyRowsTakeNoMoreStatementsToLookAt() throws Exception {
        int one = looked();
        for (int i = 0; i < 8; i++) {
            written(cast.member(), "Goal number " + i);
        }
        assertThat(looked()).isEqualTo(one);
    }

    private int looked() throws Exception {
        byte[] file = SheetEdit.of(exported(cast.member()), book -> type(book, 0, "Target", 4));
        sent(cast.member(), file);
        return statements.during(() -> sent(cast.member(), file)).count();
    }
}
