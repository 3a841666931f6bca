package io.cairn.template.reading;

import static io.cairn.template.reading.SheetEdit.blank;
import static io.cairn.template.reading.SheetEdit.cell;
import static io.cairn.template.reading.SheetEdit.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Viewing;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Viewer;
import io.cairn.metric.MetricLevel;
import io.cairn.template.FileMark;
import io.cairn.template.FileMarks;
import io.cairn.template.Filled;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRows;
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
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** KPIs that come back in the dashboard and in the board of OKRs and KPIs. */
@CairnTest
class KpiReturnTests {
    private static final String DASHBOARD = "kpi-dashboard";
    private static final String BOARD = "okr-kpi-hybrid";

    @Autowired
    Api api;

    @Autowired
    SmallCompany company;

    @Autowired
    Templates templates;

    @Autowired
    FileMarks marks;

    @Autowired
    TestDatabase database;

    @Autowired
    DomainClock clock;

    @Autowired
    Statements statements;

    Cast cast;
    String title;

    @BeforeEach
    void cast() {
        cast = company.cast();
        title = "K" + cast.team().id().toString().substring(24) + " ";
    }

    private Map<String, Object> sheet(String name, String frequency) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", title + name);
        body.put("unit", "%");
        body.put("decimals", 1);
        body.put("direction", "HIGHER");
        body.put("frequency", frequency);
        body.put("ownerId", cast.member().id());
        return body;
    }

    private UUID metric(Map<String, Object> body, Object... values) {
        Reply made = api.post(cast.leader(), "/api/v1/metrics", body);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        for (int i = 0; i < values.length; i += 2) {
            measure(cast.leader(), made.id(), String.valueOf(values[i]), values[i + 1]);
        }
        return made.id();
    }

    private void measure(Viewer viewer, UUID metric, String day, Object value) {
        Reply kept = api.post(
                viewer, "/api/v1/metrics/" + metric + "/measurements", Map.of("periodStart", day, "value", value));
        assertThat(kept.status()).as(kept.raw().body()).isBetween(200, 201);
    }

    /** Renewals with a target since last year, calls that are summed up, something computed, something weekly. */
    private List<UUID> four() {
        Map<String, Object> renewals = sheet("1 Renewals", "MONTHLY");
        renewals.put("targets", List.of(Map.of("from", "2025-01-01", "target", 90, "amberAt", 85)));
        UUID first = metric(renewals, "2026-06-01", 88, "2026-07-01", 91);
        Map<String, Object> calls = sheet("2 Calls", "MONTHLY");
        calls.put("timeAggregation", "SUM");
        UUID second = metric(calls, "2026-07-01", 120);
        Map<String, Object> computed = sheet("3 Twice", "MONTHLY");
        computed.put("formula", "{" + first + "} * 2");
        return List.of(
                first,
                second,
                metric(computed),
                metric(sheet("4 Visits", "WEEKLY"), "2026-07-06", 10, "2026-07-13", 12.25));
    }

    private Filled live(Viewer viewer, String key) {
        return Viewing.as(viewer, () -> {
            Filled all = templates.require(key).live(viewer, "all");
            SheetRows sheet = all.sheets().getFirst();
            List<SheetRow> mine = sheet.rows().stream()
                    .filter(row -> String.valueOf(row.text("name")).startsWith(title))
                    .toList();
            return new Filled(
                    all.form(),
                    all.variant(),
                    all.about(),
                    all.subject(),
                    all.currency(),
                    List.of(new SheetRows(sheet.form(), mine, sheet.totals(), sheet.names())));
        });
    }

    private byte[] exported(Viewer viewer, String key, Format format) {
        Filled live = live(viewer, key);
        return Viewing.as(
                viewer,
                () -> TemplateFile.of(
                        live,
                        new FileMark(
                                key,
                                live.form().version(),
                                marks.own(),
                                live.variant(),
                                live.subject(),
                                clock.instant(),
                                List.of()),
                        format));
    }

    private byte[] exported() {
        return exported(cast.leader(), DASHBOARD, Format.XLSX);
    }

    private Reply sent(Viewer viewer, String key, String name, byte[] file) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(text("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(file);
        body.writeBytes(text("\r\n--cut--\r\n"));
        Reply preview = api.stream(
                viewer,
                "/api/v1/templates/" + key + "/previews",
                "multipart/form-data; boundary=cut",
                BodyPublishers.ofByteArray(body.toByteArray()));
        assertThat(preview.status()).as(preview.raw().body()).isEqualTo(201);
        return preview;
    }

    private Reply sent(Viewer viewer, byte[] file) {
        return sent(viewer, DASHBOARD, "kpis.xlsx", file);
    }

    private Reply applied(Viewer viewer, Reply preview) {
        Reply now = api.post(viewer, "/api/v1/template-previews/" + preview.id() + "/application", null);
        for (int i = 0; i < 300 && !now.text("state").equals("DONE"); i++) {
            sleep();
            now = api.get(viewer, "/api/v1/template-previews/" + preview.id());
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

    private List<JsonNode> rows(Viewer viewer, Reply preview) {
        List<JsonNode> rows = new ArrayList<>();
        api.get(viewer, "/api/v1/template-previews/" + preview.id() + "/rows?limit=200")
                .body()
                .path("items")
                .forEach(rows::add);
        return rows;
    }

    private List<String> problems(Viewer viewer, Reply preview) {
        return rows(viewer, preview).stream()
                .flatMap(row -> row.path("problems").valueStream())
                .map(problem -> problem.path("column").asString("") + " "
                        + problem.path("code").asString())
                .toList();
    }

    private List<String> changes(Viewer viewer, Reply preview) {
        return rows(viewer, preview).stream()
                .flatMap(row -> row.path("cells").valueStream())
                .map(change -> change.path("column").asString() + ": "
                        + change.path("before").asString() + " → "
                        + change.path("after").asString())
                .toList();
    }

    private static String counts(Reply preview) {
        return Stream.of("toCreate", "toChange", "unchanged", "refused")
                .map(field -> preview.body().path(field).asString())
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    private long stored() throws Exception {
        try (var connection = database.superuser().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select (select count(*) from audit.entry) * 1000000 + (select count(*) from metric.metric) * 10000
                             + (select count(*) from metric.target) * 100 + (select count(*) from metric.measurement)
                             + (select sum(version) from metric.metric) * 10000000000
                        """)) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<String> targets(UUID metric) {
        return api.get(cast.leader(), "/api/v1/metrics/" + metric + "/targets")
                .body()
                .path("items")
                .valueStream()
                .map(target ->
                        target.path("from").asString() + " " + target.path("to").asString("…") + " "
                                + target.path("target").asString() + " "
                                + target.path("amberAt").asString(""))
                .toList();
    }

    private List<String> values(UUID metric) {
        return api.get(cast.leader(), "/api/v1/metrics/" + metric + "/measurements")
                .body()
                .path("items")
                .valueStream()
                .map(value -> value.path("periodStart").asString() + " "
                        + value.path("value").asString() + " "
                        + value.path("status").asString()
                        + (value.path("note").asString("").isEmpty()
                                ? ""
                                : " " + value.path("note").asString()))
                .toList();
    }

    private static void put(XSSFWorkbook book, int row, Object... cells) {
        for (int i = 0; i < cells.length; i += 2) {
            Cell cell = blank(book, book.getSheetName(0), String.valueOf(cells[i]), row);
            if (cells[i + 1] instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else {
                cell.setCellValue(String.valueOf(cells[i + 1]));
            }
        }
    }

    private void fresh(XSSFWorkbook book, int row, String name, Object... more) {
        put(
                book,
                row,
                "KPI",
                title + name,
                "Owner",
                cast.member().email(),
                "Direction",
                "Higher is better",
                "Frequency",
                "Every month",
                "Aggregation",
                "Sum");
        put(book, row, more);
    }

    private byte[] edited(String key) {
        return SheetEdit.of(exported(cast.leader(), key, Format.XLSX), book -> {
            put(book, 0, "Target", 92, "Sep target", 95, "Jul actual", 91.5, "Comment", "counted again");
            put(book, 1, "Unit", "calls", "Aug actual", 60);
            fresh(book, 4, "5 Leads", "Operator", "more than", "Target", 10, "Nov target", 12, "Jan actual", 3.5);
            put(book, 4, "Level", MetricLevel.ORG.label(), "Unit", "leads", "Category", "Growth", "Aug actual", 11);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {DASHBOARD, BOARD})
    void cellsThatWereChangedAreShownAppliedOnceAndExportedAgain(String key) throws Exception {
        List<UUID> ids = four();
        for (Format format : List.of(Format.XLSX, Format.GOOGLE)) {
            Reply same = sent(
                    cast.leader(),
                    key,
                    format == Format.XLSX ? "kpis.xlsx" : "kpis.zip",
                    exported(cast.leader(), key, format));
            assertThat(counts(same)).as(changes(cast.leader(), same).toString()).isEqualTo("0 0 4 0");
        }
        byte[] file = edited(key);
        Reply preview = sent(cast.leader(), key, "kpis.xlsx", file);
        assertThat(counts(preview))
                .as(problems(cast.leader(), preview).toString())
                .isEqualTo("1 2 2 0");
        assertThat(changes(cast.leader(), preview))
                .containsExactly(
                        "target: 90 → 92", "actual7: 91 → 91.5", "target9:  → 95", "unit: % → calls", "actual8:  → 60");
        clock.moveTo(SmallCompany.MID_QUARTER.plusSeconds(60));
        assertThat(applied(cast.leader(), preview).body().path("applied").asInt())
                .isEqualTo(3);
        assertThat(targets(ids.getFirst()))
                .containsExactly(
                        "2025-01-01 2025-12-31 90 85",
                        "2026-01-01 2026-08-31 92 85",
                        "2026-09-01 2026-09-30 95 85",
                        "2026-10-01 … 92 85");
        assertThat(values(ids.getFirst()))
                .containsExactly("2026-07-01 91.5 CORRECTED counted again", "2026-06-01 88 FINAL");
        assertThat(values(ids.get(1))).containsExactly("2026-08-01 60 FINAL", "2026-07-01 120 FINAL");
        assertThat(values(ids.get(2)).getFirst())
                .as("what is computed of it follows")
                .startsWith("2026-07-01 183 ");
        UUID made = UUID.fromString(rows(cast.leader(), sent(cast.leader(), key, "kpis.xlsx", file)).stream()
                .filter(row -> row.path("about").asString().endsWith("5 Leads"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString());
        Reply leads = api.get(cast.leader(), "/api/v1/metrics/" + made);
        assertThat(Stream.of("unit", "level", "category", "timeAggregation", "decimals", "status", "comparator")
                        .map(leads::text))
                .containsExactly("leads", "ORG", "Growth", "SUM", "1", "GREEN", "GT");
        assertThat(leads.body().path("owner").path("id").asString())
                .isEqualTo(cast.member().id().toString());
        assertThat(targets(made))
                .containsExactly("2026-01-01 2026-10-31 10 ", "2026-11-01 2026-11-30 12 ", "2026-12-01 … 10 ");
        long before = stored();
        Reply again = sent(cast.leader(), key, "kpis.xlsx", file);
        assertThat(counts(again)).as(changes(cast.leader(), again).toString()).isEqualTo("0 0 5 0");
        assertThat(counts(sent(cast.leader(), key, "kpis.xlsx", exported(cast.leader(), key, Format.XLSX))))
                .isEqualTo("0 0 5 0");
        assertThat(stored()).isEqualTo(before);
        byte[] more = SheetEdit.of(file, book -> put(book, 0, "Jul actual", 91.75));
        assertThat(counts(sent(cast.leader(), key, "kpis.xlsx", more)))
                .as("who applied a file goes on with it")
                .isEqualTo("0 1 4 0");
    }

    @Test
    void aRowThatBreaksARuleIsRefusedAtItsColumnAndTheRestIsApplied() {
        four();
        byte[] file = SheetEdit.of(exported(), book -> {
            put(book, 0, "Oct actual", 1, "Operator", "at most", "Direction", "Best inside a band");
            put(book, 1, "Frequency", "Every quarter", "Aug actual", 61);
            put(book, 2, "Aug actual", 5);
            put(book, 3, "Aug actual", 5, "Amber at", 3);
            fresh(book, 4, "2 Calls");
            fresh(book, 5, "6 Sound", "Aug actual", 7);
            fresh(book, 6, "6 Sound");
            fresh(book, 7, "7 Owner", "Owner", "Nobody Nowhere");
            fresh(book, 8, "8 Foreign", "Owner", cast.stranger().email());
            fresh(book, 9, "9 Target", "Target", 0, "Sep target", "many", "Dec target", 4);
            fresh(book, 10, "10 Quarter", "Frequency", "Every quarter", "May actual", 5, "Jun actual", 6);
            fresh(book, 11, "11 Team", "Level", "Team", "Direction", "Sideways");
            fresh(book, 12, "12 Team", "Level", "Team");
            fresh(book, 13, "13 Watched", "Direction", "Only watched", "Target", 4, "Feb target", 5);
            fresh(book, 14, "14 Precise", "Aug actual", 0.123456789, "Unit", "a unit that is much too long");
            blank(book, "KPIs", "ID", 14).setCellValue(UUID.randomUUID().toString());
            fresh(book, 15, "15 Unit", "Unit", "a unit that is much too long");
        });
        Reply preview = sent(cast.leader(), file);
        Map<String, List<String>> found = new HashMap<>();
        rows(cast.leader(), preview)
                .forEach(row -> found.put(
                        row.path("about").asString().substring(title.length()) + " "
                                + row.path("row").asInt(),
                        row.path("problems")
                                .valueStream()
                                .map(problem -> problem.path("column").asString("") + " "
                                        + problem.path("code").asString())
                                .sorted()
                                .toList()));
        int first = rows(cast.leader(), preview).getFirst().path("row").asInt();
        Map<String, List<String>> wanted = Map.ofEntries(
                Map.entry("1 Renewals 0", List.of("actual10 PERIOD_IN_FUTURE", "comparator TARGET_AGAINST_DIRECTION")),
                Map.entry("2 Calls 1", List.of("actual8 NOT_ONE_MONTH", "frequency METRIC_HAS_VALUES")),
                Map.entry("3 Twice 2", List.of("actual8 METRIC_IS_COMPUTED")),
                Map.entry("4 Visits 3", List.of("actual8 NOT_ONE_MONTH", "target REQUIRED")),
                Map.entry("2 Calls 4", List.of("name NAME_TAKEN")),
                Map.entry("6 Sound 5", List.of()),
                Map.entry("6 Sound 6", List.of("name NAME_TAKEN")),
                Map.entry("7 Owner 7", List.of("owner PERSON_UNKNOWN")),
                Map.entry("8 Foreign 8", List.of("owner NOT_ALLOWED")),
                Map.entry("9 Target 9", List.of("target12 FIXED", "target9 NOT_A_NUMBER")),
                Map.entry("10 Quarter 10", List.of("actual5 NOT_ONE_MONTH")),
                Map.entry("11 Team 11", List.of("direction CHOICE_UNKNOWN")),
                Map.entry("12 Team 12", List.of("level FIXED")),
                Map.entry(
                        "13 Watched 13",
                        List.of("comparator TARGET_NEEDS_DIRECTION", "target2 TARGET_NEEDS_DIRECTION")),
                Map.entry("14 Precise 14", List.of("actual8 TOO_PRECISE", "id UNKNOWN_ID")),
                Map.entry("15 Unit 15", List.of("unit INVALID")));
        Map<String, List<String>> placed = new HashMap<>();
        wanted.forEach((row, problems) -> {
            int space = row.lastIndexOf(' ') + 1;
            placed.put(row.substring(0, space) + (first + Integer.parseInt(row.substring(space))), problems);
        });
        assertThat(found).containsExactlyInAnyOrderEntriesOf(placed);
        assertThat(applied(cast.leader(), preview).body().path("applied").asInt())
                .isEqualTo(1);
        assertThat(live(cast.leader(), DASHBOARD).sheets().getFirst().rows()).hasSize(5);
    }

    @Test
    void whatSomebodyMayNotSeeIsUnknownAndWhatTheyOnlySeeStays() {
        UUID open = metric(sheet("1 Open", "MONTHLY"), "2026-07-01", 5);
        Map<String, Object> secret = sheet("2 Secret", "MONTHLY");
        secret.put("audience", "RESTRICTED_LIST");
        secret.put("readerIds", List.of(cast.leader().id()));
        UUID kept = metric(secret, "2026-07-01", 6);
        byte[] file = SheetEdit.of(exported(), book -> {
            put(book, 0, "Jul actual", 7);
            put(book, 1, "Jul actual", 8);
        });
        assertThat(counts(sent(cast.leader(), file))).isEqualTo("0 2 0 0");
        Reply strangers = sent(cast.stranger(), file);
        assertThat(problems(cast.stranger(), strangers)).containsExactly(" NOT_ALLOWED", "id UNKNOWN_ID");
        applied(cast.stranger(), strangers);
        byte[] named = SheetEdit.of(exported(cast.stranger(), DASHBOARD, Format.XLSX), book -> {
            put(
                    book,
                    1,
                    "KPI",
                    title + "2 Secret",
                    "Owner",
                    cast.stranger().email(),
                    "Direction",
                    "Higher is better",
                    "Frequency",
                    "Every month",
                    "Aggregation",
                    "Sum");
        });
        assertThat(counts(sent(cast.stranger(), named)))
                .as("a name that others keep to themselves is free")
                .isEqualTo("1 0 1 0");
        assertThat(values(open)).containsExactly("2026-07-01 5 FINAL");
        assertThat(values(kept)).containsExactly("2026-07-01 6 FINAL");
        assertThat(applied(cast.leader(), sent(cast.leader(), file))
                        .body()
                        .path("applied")
                        .asInt())
                .isEqualTo(2);
        assertThat(values(kept)).containsExactly("2026-07-01 8 CORRECTED");
    }

    @Test
    void whatOthersChangedSinceTheFileWasMadeIsRefused() {
        List<UUID> ids = four();
        byte[] file = SheetEdit.of(exported(), book -> {
            put(book, 0, "Target", 93, "Jul actual", 80);
            put(book, 1, "Category", "Sales");
        });
        Reply looked = sent(cast.leader(), file);
        clock.moveTo(SmallCompany.MID_QUARTER.plusSeconds(3600));
        measure(cast.member(), ids.getFirst(), "2026-07-01", 90.5);
        Reply set = api.post(
                cast.member(),
                "/api/v1/metrics/" + ids.getFirst() + "/targets",
                Map.of("from", "2026-01-01", "target", 91, "amberAt", 85));
        assertThat(set.status()).as(set.raw().body()).isEqualTo(201);
        int version = api.get(cast.member(), "/api/v1/metrics/" + ids.get(1))
                .body()
                .path("version")
                .asInt();
        Reply renamed = api.patch(
                cast.member(), "/api/v1/metrics/" + ids.get(1), Map.of("version", version, "segment", "North"));
        assertThat(renamed.status()).as(renamed.raw().body()).isEqualTo(200);
        assertThat(applied(cast.leader(), looked).body().path("applied").asInt())
                .isEqualTo(0);
        Reply again = sent(cast.leader(), file);
        assertThat(problems(cast.leader(), again))
                .containsExactlyInAnyOrder(
                        "target CHANGED_MEANWHILE", "actual7 CHANGED_MEANWHILE", " CHANGED_MEANWHILE");
        assertThat(values(ids.getFirst()).getFirst()).startsWith("2026-07-01 90.5");
        assertThat(counts(sent(
                        cast.leader(),
                        SheetEdit.of(
                                file,
                                book -> cell(book, "KPIs", "Jul actual", 0).setBlank()))))
                .as("an empty cell says nothing of a value")
                .isEqualTo("0 0 2 2");
    }

    /** CSV that lost everything it said of itself. */
    @Test
    void aSheetAsCsvComesBackAsOfThisYear() {
        List<UUID> ids = four();
        List<byte[]> csv = new ArrayList<>();
        SheetEdit.parts(exported(cast.leader(), DASHBOARD, Format.GOOGLE), parts -> {
            csv.add(parts.get("kpis.csv"));
            return parts;
        });
        byte[] file = text(new String(csv.getFirst(), StandardCharsets.UTF_8).replace("120", "121"));
        Reply preview = sent(cast.leader(), DASHBOARD, "mine.csv", file);
        assertThat(changes(cast.leader(), preview)).containsExactly("actual7: 120 → 121");
        applied(cast.leader(), preview);
        assertThat(values(ids.get(1))).containsExactly("2026-07-01 121 CORRECTED");
    }

    private byte[] many(int count) {
        Filled blank =
                Viewing.as(cast.leader(), () -> templates.require(DASHBOARD).blank(cast.leader()));
        List<SheetRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(SheetRow.row()
                    .with("name", title + "%04d".formatted(i))
                    .with("owner", cast.member().email())
                    .with("direction", "HIGHER")
                    .with("frequency", "MONTHLY")
                    .with("aggregation", "LAST")
                    .with("target", BigDecimal.TEN)
                    .with("actual6", BigDecimal.valueOf(i))
                    .with("actual7", BigDecimal.valueOf(i + 1L))
                    .done());
        }
        SheetRows sheet = blank.sheets().getFirst();
        Filled filled = new Filled(
                blank.form(),
                blank.variant(),
                "",
                "",
                "",
                List.of(new SheetRows(sheet.form(), rows, Map.of(), Map.of())));
        FileMark mark = Viewing.as(
                cast.leader(),
                () -> new FileMark(
                        DASHBOARD,
                        blank.form().version(),
                        marks.own(),
                        blank.variant(),
                        "",
                        clock.instant(),
                        List.of()));
        return TemplateFile.of(filled, mark, Format.XLSX);
    }

    @Test
    void manyRowsTakeAsManyStatementsToLookAtAndOneOfThemKeepsNoOther() throws Exception {
        byte[] two = many(2);
        sent(cast.leader(), two);
        int few = statements.during(() -> sent(cast.leader(), two)).count();
        int most = 300;
        byte[] file = many(most);
        var counted = statements.during(() -> sent(cast.leader(), file));
        assertThat(counted.count()).isEqualTo(few);
        assertThat(counts(counted.result())).isEqualTo(most + " 0 0 0");
        assertThat(applied(cast.leader(), counted.result())
                        .body()
                        .path("applied")
                        .asInt())
                .isEqualTo(most);
        byte[] next = SheetEdit.of(exported(), book -> {
            for (int i = 0; i < most; i++) {
                put(book, i, "Aug actual", i + 5, "Category", "Growth", "Target", 20);
            }
        });
        Reply changed = sent(cast.leader(), next);
        assertThat(counts(changed)).isEqualTo("0 " + most + " 0 0");
        UUID one =
                UUID.fromString(rows(cast.leader(), changed).get(7).path("id").asString());
        Reply renamed = api.patch(cast.member(), "/api/v1/metrics/" + one, Map.of("version", 1, "segment", "North"));
        assertThat(renamed.status()).as(renamed.raw().body()).isEqualTo(200);
        Reply done = applied(cast.leader(), changed);
        assertThat(done.body().path("applied").asInt()).isEqualTo(most - 1);
        assertThat(problems(cast.leader(), done)).containsExactly(" CHANGED_MEANWHILE");
    }
}
