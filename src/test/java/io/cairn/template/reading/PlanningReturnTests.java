package io.cairn.template.reading;

import static io.cairn.template.reading.SheetEdit.blank;
import static io.cairn.template.reading.SheetEdit.cell;
import static io.cairn.template.reading.SheetEdit.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Viewing;
import io.cairn.kernel.DomainClock;
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
import io.cairn.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Planning sheets that come back over HTTP, sound and broken ones. */
@CairnTest
class PlanningReturnTests {
    private static final String KEY = "okr-planning-sheet";
    private static final String KEY_RESULTS = "Key results";

    @Autowired
    Api api;

    @Autowired
    SmallCompany company;

    @Autowired
    Templates templates;

    @Autowired
    FileMarks marks;

    @Autowired
    Previews previews;

    @Autowired
    TestDatabase database;

    @Autowired
    DomainClock clock;

    @Autowired
    Statements statements;

    Cast cast;

    @BeforeEach
    void cast() {
        cast = company.cast();
    }

    private UUID objective(String title) {
        Reply made = api.post(
                cast.leader(),
                "/api/v1/goals",
                Map.of(
                        "framework", "okr",
                        "title", title,
                        "cycleId", cast.quarter().id(),
                        "ownerTeamId", cast.team().id(),
                        "measures",
                                List.of(
                                        Map.of("name", "Renewals", "unit", "%", "baseline", 80, "target", 90),
                                        Map.of(
                                                "name",
                                                "Complaints",
                                                "kind",
                                                "DECREASE",
                                                "baseline",
                                                40,
                                                "target",
                                                20))));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.id();
    }

    private UUID active(String title) {
        UUID goal = objective(title);
        assertThat(api.post(cast.leader(), "/api/v1/goals/" + goal + "/activation", null)
                        .status())
                .isEqualTo(200);
        return goal;
    }

    private byte[] exported(Viewer viewer) {
        return exported(viewer, Format.XLSX);
    }

    private byte[] exported(Viewer viewer, Format format) {
        return Viewing.as(viewer, () -> {
            Filled live = templates
                    .require(KEY)
                    .live(viewer, cast.quarter().id() + ":" + cast.team().id());
            return TemplateFile.of(live, mark(live, marks.own(), live.form().version()), format);
        });
    }

    private byte[] blankFile(Viewer viewer) {
        return Viewing.as(viewer, () -> {
            Filled blank = templates.require(KEY).blank(viewer);
            return TemplateFile.of(blank, mark(blank, marks.own(), blank.form().version()), Format.XLSX);
        });
    }

    private static FileMark mark(Filled filled, UUID organization, int version) {
        return new FileMark(
                filled.form().key(),
                version,
                organization,
                filled.variant(),
                filled.subject(),
                Instant.now(),
                List.of());
    }

    private Reply sent(Viewer viewer, byte[] file) {
        return sent(viewer, "plan.xlsx", file);
    }

    private Reply sent(Viewer viewer, String name, byte[] file) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(text("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(file);
        body.writeBytes(text("\r\n--cut--\r\n"));
        return api.stream(
                viewer,
                "/api/v1/templates/" + KEY + "/previews",
                "multipart/form-data; boundary=cut",
                BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private Reply seen(Viewer viewer, byte[] file) {
        Reply preview = sent(viewer, file);
        assertThat(preview.status()).as(preview.raw().body()).isEqualTo(201);
        return preview;
    }

    private List<JsonNode> rows(Viewer viewer, UUID preview) {
        List<JsonNode> rows = new ArrayList<>();
        api.get(viewer, "/api/v1/template-previews/" + preview + "/rows?limit=200")
                .body()
                .path("items")
                .forEach(rows::add);
        return rows;
    }

    private Reply applied(Viewer viewer, UUID preview) {
        Reply now = api.post(viewer, "/api/v1/template-previews/" + preview + "/application", null);
        assertThat(now.status()).as(now.raw().body()).isEqualTo(200);
        for (int i = 0; i < 200 && !now.text("state").equals("DONE"); i++) {
            sleep();
            now = api.get(viewer, "/api/v1/template-previews/" + preview);
        }
        assertThat(now.text("state")).isEqualTo("DONE");
        return now;
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String counts(Reply preview) {
        return Stream.of("toCreate", "toChange", "unchanged", "refused")
                .map(field -> preview.body().path(field).asString())
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    private List<String> problems(Viewer viewer, Reply preview) {
        return rows(viewer, preview.id()).stream()
                .flatMap(row -> row.path("problems").valueStream())
                .map(problem -> problem.path("column").asString("") + " "
                        + problem.path("code").asString())
                .toList();
    }

    private long stored() throws Exception {
        try (var connection = database.superuser().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select (select count(*) from audit.entry) * 1000000 + (select count(*) from goal.goal) * 10000
                             + (select count(*) from goal.measure) * 100 + (select count(*) from goal.check_in)
                        """)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What its sheets say in the columns that people fill in. */
    private static List<List<String>> told(byte[] workbook) {
        List<List<String>> told = new ArrayList<>();
        SheetEdit.of(
                workbook,
                book -> List.of("Objectives", KEY_RESULTS)
                        .forEach(sheet -> book.getSheet(sheet).forEach(row -> told.add(told(book, sheet, row)))));
        return told;
    }

    private static List<String> told(XSSFWorkbook book, String sheet, Row row) {
        Row heading = SheetEdit.heading(book.getSheet(sheet), "Version");
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getLastCellNum(); i++) {
            boolean computed = heading.getCell(i) != null
                    && List.of("Version", "Current", "Progress", "Expected", "Achieved", "Health", "Grade", "Weight %")
                            .contains(heading.getCell(i).toString());
            cells.add(computed || row.getCell(i) == null ? "" : row.getCell(i).toString());
        }
        return cells;
    }

    @Test
    void threeCellsThatWereChangedAreShownAppliedAndExportedAgain() throws Exception {
        active("Keep the customers we have");
        byte[] file = exported(cast.leader());
        assertThat(counts(seen(cast.leader(), file))).isEqualTo("0 0 4 0");
        byte[] edited = SheetEdit.of(file, book -> {
            blank(book, "Objectives", "Objective", 0).setCellValue("Keep all customers we have");
            blank(book, KEY_RESULTS, "Target", 0).setCellValue(92);
            blank(book, KEY_RESULTS, "W7", 1).setCellValue(33.5);
        });
        Reply preview = seen(cast.leader(), edited);
        assertThat(counts(preview)).isEqualTo("0 3 1 0");
        assertThat(rows(cast.leader(), preview.id()).stream()
                        .flatMap(row -> row.path("cells").valueStream())
                        .map(change -> change.path("column").asString() + ": "
                                + change.path("before").asString() + " → "
                                + change.path("after").asString()))
                .containsExactly(
                        "title: Keep the customers we have → Keep all customers we have",
                        "target: 90 → 92",
                        "w7:  → 33.5");
        Reply done = applied(cast.leader(), preview.id());
        assertThat(done.body().path("applied").asInt()).isEqualTo(3);
        assertThat(told(exported(cast.leader()))).isEqualTo(told(edited));
        long before = stored();
        assertThat(counts(seen(cast.leader(), edited))).isEqualTo("0 0 4 0");
        applied(cast.leader(), preview.id());
        assertThat(stored()).isEqualTo(before);
        assertThat(counts(seen(
                        cast.leader(),
                        SheetEdit.of(
                                edited,
                                book -> blank(book, KEY_RESULTS, "Target", 0).setCellValue(93)))))
                .as("who applied a file goes on with it")
                .isEqualTo("0 1 3 0");
    }

    private byte[] filled(String title) {
        return SheetEdit.of(blankFile(cast.leader()), book -> {
            blank(book, "Cycle", "Cycle", 0).setCellValue(cast.quarter().name());
            blank(book, "Objectives", "Objective no.", 0).setCellValue("A");
            blank(book, "Objectives", "Objective", 0).setCellValue(title);
            blank(book, "Objectives", "Team", 0).setCellValue(cast.team().name());
            blank(book, "Objectives", "Owner", 0).setCellValue(cast.member().email());
            for (int i = 0; i < 2; i++) {
                blank(book, KEY_RESULTS, "Objective no.", i).setCellValue("A");
                blank(book, KEY_RESULTS, "Key result", i).setCellValue("Result " + i);
                blank(book, KEY_RESULTS, "Measure", i).setCellValue("Increase");
                blank(book, KEY_RESULTS, "Baseline", i).setCellValue(0);
                blank(book, KEY_RESULTS, "Target", i).setCellValue(10 + i);
                blank(book, KEY_RESULTS, "Weight", i).setCellValue(1);
            }
        });
    }

    @Test
    void aBlankSheetThatWasFilledBecomesADraftOnceHoweverOftenItIsSent() throws Exception {
        byte[] file = filled("Win the north in a year");
        Reply preview = seen(cast.leader(), file);
        assertThat(counts(preview))
                .as(problems(cast.leader(), preview).toString())
                .isEqualTo("3 0 1 0");
        applied(cast.leader(), preview.id());
        long before = stored();
        assertThat(counts(seen(cast.leader(), file))).isEqualTo("0 0 4 0");
        byte[] renamed = SheetEdit.of(
                file, book -> blank(book, KEY_RESULTS, "Key result", 1).setCellValue("Another result"));
        Reply again = seen(cast.leader(), renamed);
        assertThat(counts(again)).isEqualTo("0 1 3 0");
        assertThat(stored()).isEqualTo(before);
        String id = rows(cast.leader(), again.id()).get(1).path("id").asString();
        Reply goal = api.get(cast.leader(), "/api/v1/goals/" + id);
        assertThat(goal.text("state")).isEqualTo("DRAFT");
        assertThat(goal.body().path("lead").path("id").asString())
                .isEqualTo(cast.member().id().toString());
        assertThat(goal.body().path("measures")).hasSize(2);
        api.delete(cast.leader(), "/api/v1/goals/" + id);
        assertThat(counts(seen(cast.leader(), file)))
                .as("what was deleted since is new again")
                .isEqualTo("3 0 1 0");
    }

    @Test
    void aRowThatBreaksARuleIsRefusedAtItsColumnAndTheRestIsApplied() {
        UUID goal = active("Keep the customers we have");
        byte[] edited = SheetEdit.of(exported(cast.leader()), book -> {
            blank(book, KEY_RESULTS, "Baseline", 0).setCellValue(70);
            blank(book, KEY_RESULTS, "Target", 1).setCellFormula("10+9");
            blank(book, KEY_RESULTS, "Objective no.", 2).setCellValue("O1");
            blank(book, KEY_RESULTS, "Key result", 2).setCellValue("Visits");
            blank(book, KEY_RESULTS, "Baseline", 2).setCellValue(0);
            blank(book, KEY_RESULTS, "Target", 2).setCellValue(12);
            blank(book, KEY_RESULTS, "Weight", 2).setCellValue(1);
            blank(book, KEY_RESULTS, "Measure", 3).setCellValue("Sideways");
            blank(book, KEY_RESULTS, "Key result", 3).setCellValue("Nonsense");
            blank(book, "Objectives", "Owner", 0).setCellValue("Nobody Nowhere");
        });
        Reply preview = seen(cast.leader(), edited);
        assertThat(counts(preview)).isEqualTo("1 0 1 4");
        assertThat(problems(cast.leader(), preview))
                .containsExactlyInAnyOrder(
                        "owner PERSON_UNKNOWN",
                        "baseline BASELINE_LOCKED",
                        "target FORMULA_NOT_ALLOWED",
                        "kind CHOICE_UNKNOWN",
                        "objective REQUIRED",
                        "weight REQUIRED");
        applied(cast.leader(), preview.id());
        Reply now = api.get(cast.leader(), "/api/v1/goals/" + goal);
        assertThat(now.body().path("measures")).hasSize(3);
        assertThat(now.body().path("measures").get(0).path("baseline").asInt()).isEqualTo(80);
    }

    @Test
    void whatOthersChangedMeanwhileIsRefusedAndWhatTheyMayNotSeeIsUnknown() {
        UUID one = active("Keep the customers we have");
        active("Grow in the north by ten");
        objective("A draft of the leader alone");
        byte[] edited = SheetEdit.of(exported(cast.leader()), book -> {
            for (int i = 0; i < 6; i++) {
                blank(book, KEY_RESULTS, "Weight", i).setCellValue(2);
            }
        });
        Reply preview = seen(cast.leader(), edited);
        assertThat(counts(preview)).isEqualTo("0 6 4 0");
        assertThat(api.get(cast.member(), "/api/v1/template-previews/" + preview.id())
                        .status())
                .isEqualTo(404);
        assertThat(api.get(cast.member(), "/api/v1/template-previews/" + preview.id() + "/rows")
                        .status())
                .isEqualTo(404);
        assertThat(api.post(cast.member(), "/api/v1/template-previews/" + preview.id() + "/application", null)
                        .status())
                .isEqualTo(404);
        Reply others = seen(cast.stranger(), edited);
        assertThat(problems(cast.stranger(), others).stream().distinct())
                .containsExactlyInAnyOrder(" NOT_ALLOWED", "id UNKNOWN_ID");
        assertThat(counts(others)).isEqualTo("0 0 3 7");
        Reply goal = api.get(cast.leader(), "/api/v1/goals/" + one);
        api.patch(
                cast.leader(),
                "/api/v1/measures/"
                        + goal.body().path("measures").get(0).path("id").asString(),
                Map.of(
                        "version",
                        goal.body().path("measures").get(0).path("version").asInt(),
                        "name",
                        "Other"));
        Reply done = applied(cast.leader(), preview.id());
        assertThat(done.body().path("applied").asInt()).isEqualTo(4);
        assertThat(problems(cast.leader(), done))
                .containsOnly(" CHANGED_MEANWHILE")
                .hasSize(2);
    }

    @Test
    void theArchiveOfCsvAndOneOfItsSheetsComeBackToo() {
        active("Keep the customers we have");
        Reply all = sent(cast.leader(), "plan.zip", exported(cast.leader(), Format.GOOGLE));
        assertThat(all.status()).as(all.raw().body()).isEqualTo(201);
        assertThat(counts(all)).isEqualTo("0 0 4 0");
        List<byte[]> csv = new ArrayList<>();
        SheetEdit.parts(exported(cast.leader(), Format.GOOGLE), parts -> {
            csv.add(parts.get("keyResults.csv"));
            return parts;
        });
        byte[] edited = text(new String(csv.getFirst(), StandardCharsets.UTF_8).replace("Renewals", "Renewals won"));
        Reply one = sent(cast.leader(), "renamed by me.csv", edited);
        assertThat(one.status()).as(one.raw().body()).isEqualTo(201);
        assertThat(counts(one)).isEqualTo("0 1 1 0");
    }

    @Test
    void aFileTakesAsManyStatementsForManyRowsAsForFew() throws Exception {
        active("Keep the customers we have");
        byte[] few = SheetEdit.of(
                exported(cast.leader()),
                book -> blank(book, KEY_RESULTS, "Weight", 0).setCellValue(2));
        int forFew = statements.during(() -> seen(cast.leader(), few)).count();
        for (int i = 0; i < 6; i++) {
            active("Objective of many, number " + i);
        }
        byte[] many = SheetEdit.of(exported(cast.leader()), book -> {
            for (int i = 0; i < 14; i++) {
                blank(book, KEY_RESULTS, "Weight", i).setCellValue(2);
            }
        });
        int forMany = statements.during(() -> seen(cast.leader(), many)).count();
        assertThat(forMany).isEqualTo(forFew);
    }

    /** A file that nobody should send, made of a sound one. */
    private record Bad(String code, Made made) {
        @Override
        public String toString() {
            return code;
        }
    }

    private interface Made {
        byte[] of(PlanningReturnTests tests, byte[] sound);
    }

    private static Bad edited(String code, java.util.function.Consumer<XSSFWorkbook> change) {
        return new Bad(code, (tests, sound) -> SheetEdit.of(sound, change));
    }

    private static Bad part(String code, String name, byte[] content) {
        return new Bad(
                code,
                (tests, sound) -> SheetEdit.parts(sound, parts -> {
                    parts.put(name, content);
                    return parts;
                }));
    }

    private static Bad meta(String code, String fact, String value) {
        return edited(
                code,
                book -> book.getSheet("_meta").forEach(row -> {
                    if (row.getCell(0) != null && row.getCell(0).toString().equals(fact)) {
                        row.getCell(1).setBlank();
                        row.getCell(1).setCellValue(value);
                    }
                }));
    }

    static Stream<Bad> bad() {
        return Stream.of(
                edited("COLUMN_MISSING", book -> SheetEdit.rename(book, KEY_RESULTS, "Target", "Targets")),
                edited(
                        "COLUMN_TWICE",
                        book -> SheetEdit.heading(book.getSheet(KEY_RESULTS), "Target")
                                .createCell(60)
                                .setCellValue("Target")),
                edited(
                        "CELLS_MERGED",
                        book -> book.getSheet(KEY_RESULTS).addMergedRegion(CellRangeAddress.valueOf("A5:B6"))),
                meta("WRONG_TEMPLATE", "template", "mbo-tracker"),
                meta("TEMPLATE_OUTDATED", "version", "0"),
                meta("TEMPLATE_NEWER", "version", "99"),
                meta("TEMPLATE_NEWER", "format", "2"),
                meta("FILE_UNREADABLE", "madeAt", "yesterday"),
                meta("OTHER_ORGANIZATION", "organization", UUID.randomUUID().toString()),
                edited("SHEET_MISSING", book -> {
                    for (int i = book.getNumberOfSheets() - 1; i >= 0; i--) {
                        if (!book.getSheetName(i).equals("_meta")) {
                            book.setSheetName(i, "Sheet " + i);
                        }
                    }
                }),
                part("FILE_HAS_MACROS", "xl/vbaProject.bin", new byte[100]),
                new Bad(
                        "FILE_HAS_MACROS",
                        (tests, sound) -> SheetEdit.parts(sound, parts -> {
                            parts.computeIfPresent(
                                    "[Content_Types].xml",
                                    (name, types) -> text(new String(types, StandardCharsets.UTF_8)
                                            .replace(
                                                    "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
                                                    "vnd.ms-excel.sheet.macroEnabled.main")));
                            return parts;
                        })),
                part("FILE_HAS_LINKS", "xl/externalLinks/externalLink1.xml", text("<externalLink/>")),
                part("FILE_HAS_ENTITIES", "xl/sharedStrings.xml", text("""
                        <?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst>&a;</sst>""")),
                part("FILE_UNPACKS_TOO_LARGE", "xl/worksheets/sheet2.xml", new byte[80 * 1024 * 1024]),
                new Bad("TOO_MANY_ROWS", (tests, sound) -> manyRows()),
                new Bad("FILE_IS_OLD_EXCEL", (tests, sound) ->
                        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3}),
                new Bad("FILE_ENCRYPTED", (tests, sound) -> encrypted(sound)),
                new Bad("FILE_EMPTY", (tests, sound) -> new byte[0]),
                new Bad("FILE_EMPTY", (tests, sound) -> text("\r\n  \r\n")),
                new Bad("FILE_ENCODING", (tests, sound) -> "Objective no.;Größe".getBytes(StandardCharsets.ISO_8859_1)),
                new Bad("FILE_ENCODING", (tests, sound) -> "Objective no.".getBytes(StandardCharsets.UTF_16)),
                new Bad("FILE_UNREADABLE", (tests, sound) -> Arrays.copyOf(sound, sound.length / 2)),
                new Bad("FILE_UNREADABLE", (tests, sound) -> text("PK\3\4 but no archive")),
                new Bad("SHEET_MISSING", (tests, sound) -> text("Dear all,\nthis is a letter\n")),
                new Bad("FILE_TOO_LARGE", (tests, sound) -> new byte[Book.LARGEST + 1]),
                new Bad("FILE_TOO_LARGE", (tests, sound) -> new byte[2 * Book.LARGEST]));
    }

    private static byte[] manyRows() {
        var csv = new StringBuilder(
                "Objective no.,Objective,Why,Level,Team,Owner,Horizon,Ambition,Aligned to,ID,Version\n");
        for (int i = 0; i < 200_000; i++) {
            csv.append("O1,Another one\n");
        }
        return text(csv.toString());
    }

    private static byte[] encrypted(byte[] sound) {
        try (var files = new org.apache.poi.poifs.filesystem.POIFSFileSystem();
                var out = new ByteArrayOutputStream()) {
            var encryptor = new org.apache.poi.poifs.crypt.EncryptionInfo(
                            org.apache.poi.poifs.crypt.EncryptionMode.standard)
                    .getEncryptor();
            encryptor.confirmPassword("secret");
            try (var stream = encryptor.getDataStream(files)) {
                stream.write(sound);
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aBadFileIsReportedOnceAndChangesNothing(Bad bad) throws Exception {
        objective("Keep the customers we have");
        byte[] file = bad.made().of(this, exported(cast.leader()));
        long before = stored();
        Reply refused = sent(cast.leader(), bad.code().equals("SHEET_MISSING") ? "a.csv" : "a.xlsx", file);
        assertThat(refused.status())
                .as(refused.raw().body())
                .isEqualTo(bad.code().equals("FILE_TOO_LARGE") ? 413 : 422);
        assertThat(refused.code()).isEqualTo(bad.code());
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void aMissingColumnIsNamedWithWhatMayHaveBecomeOfIt() {
        objective("Keep the customers we have");
        byte[] file =
                SheetEdit.of(exported(cast.leader()), book -> SheetEdit.rename(book, KEY_RESULTS, "Target", "Tarqet"));
        assertThat(sent(cast.leader(), file).raw().body())
                .contains("lacks the column “Target”")
                .contains("“Tarqet” may have been it");
    }

    @Test
    void twoRowsWithOneIdAreBothRefusedAndATakenOutRowRemovesNothing() {
        UUID goal = active("Keep the customers we have");
        byte[] twice = SheetEdit.of(exported(cast.leader()), book -> {
            String id = cell(book, KEY_RESULTS, "ID", 0).getStringCellValue();
            blank(book, KEY_RESULTS, "ID", 1).setCellValue(id);
            blank(book, KEY_RESULTS, "Weight", 1).setCellValue(3);
        });
        Reply preview = seen(cast.leader(), twice);
        assertThat(problems(cast.leader(), preview)).containsExactly("id ID_TWICE", "id ID_TWICE");
        byte[] fewer = SheetEdit.of(exported(cast.leader()), book -> {
            var sheet = book.getSheet(KEY_RESULTS);
            sheet.removeRow(cell(book, KEY_RESULTS, "ID", 1).getRow());
        });
        Reply less = seen(cast.leader(), fewer);
        assertThat(less.body().path("missing").asInt()).isEqualTo(1);
        assertThat(counts(less)).isEqualTo("0 0 3 0");
        assertThat(api.get(cast.leader(), "/api/v1/goals/" + goal).body().path("measures"))
                .hasSize(2);
    }

    @Test
    void anUploadIsForgottenAfterADay() {
        objective("Keep the customers we have");
        Reply preview = seen(cast.leader(), exported(cast.leader()));
        clock.moveTo(SmallCompany.MID_QUARTER.plusSeconds(86_401));
        assertThat(api.get(cast.leader(), "/api/v1/template-previews/" + preview.id())
                        .status())
                .isEqualTo(404);
        previews.forget();
        clock.moveTo(SmallCompany.MID_QUARTER);
        assertThat(api.get(cast.leader(), "/api/v1/template-previews/" + preview.id())
                        .status())
                .isEqualTo(404);
    }
}
