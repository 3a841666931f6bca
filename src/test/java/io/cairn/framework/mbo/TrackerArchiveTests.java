package io.cairn.framework.mbo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import io.cairn.testing.Statements;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Plans of a whole team or period as one archive: each gets those they may read, and the journal knows of every one. */
@CairnTest
class TrackerArchiveTests {
    private static final String ARCHIVES = "/api/v1/templates/mbo-tracker/archives/";

    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    DomainClock clock;

    @Autowired
    PlanDay day;

    @Autowired
    Statements statements;

    PaidPlan paid;
    Cast cast;
    UUID colleagues;

    @BeforeEach
    void twoPlansOfATeam() {
        paid = new PaidPlan(company, api, clock, day);
        cast = paid.cast;
        colleagues = plan(cast.colleague(), "2026-07-01", "2026-09-30");
    }

    private UUID plan(Viewer employee, String from, String to) {
        return plan(employee, from, to, 100);
    }

    private UUID plan(Viewer employee, String from, String to, int weight) {
        return api.post(
                        cast.leader(),
                        "/api/v1/mbo-plans",
                        Map.of(
                                "employeeId",
                                employee.id(),
                                "period",
                                "QUARTER",
                                "startsOn",
                                from,
                                "endsOn",
                                to,
                                "objectives",
                                List.of(PaidPlan.growth(weight))))
                .id();
    }

    /** Its files by name. */
    private Map<String, byte[]> archive(Viewer viewer, String format, String query) {
        HttpResponse<byte[]> reply = api.download(viewer, ARCHIVES + format + query);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("content-type")).contains("application/zip");
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(reply.body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(files.put(entry.getName(), zip.readAllBytes())).isNull();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return files;
    }

    private static String name(Viewer employee, String period) {
        return "mbo-tracker-" + employee.name().toLowerCase().replace(' ', '-') + "-" + period;
    }

    /** The one file of that employee; its days are named as a cycle is that has them, and other tests make cycles too. */
    private static byte[] of(Viewer employee, Map<String, byte[]> files) {
        List<String> own = files.keySet().stream()
                .filter(name -> name.startsWith(name(employee, "")))
                .toList();
        assertThat(own).hasSize(1);
        return Objects.requireNonNull(files.get(own.getFirst()));
    }

    @Test
    void aManagerTakesTheirTeamsPlansAndNobodyElses() {
        Map<String, byte[]> files = archive(cast.leader(), "xlsx", "");
        assertThat(files).hasSize(2);
        for (Viewer employee : List.of(cast.member(), cast.colleague())) {
            assertThat(text(of(employee, files), "Plan", "A4")).isEqualTo(employee.name());
        }
        assertThat(archive(cast.leader(), "docx", "?team=" + cast.team().id())).hasSize(2);
        assertThat(archive(cast.leader(), "google", "?team=" + cast.department().id()))
                .hasSize(2)
                .allSatisfy((name, content) -> assertThat(name).endsWith("-google.zip"));
    }

    @Test
    void aDraftWhoseWeightsDoNotAddUpYetBreaksNothingOff() {
        UUID draft = plan(cast.member(), "2026-10-01", "2026-12-31", 95);
        assertThat(archive(cast.leader(), "xlsx", "")).hasSize(3);
        assertThat(api.download(cast.leader(), "/api/v1/templates/mbo-tracker/files/xlsx?variant=LIVE&subject=" + draft)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void hrTakesATeamOrAPeriodAndAnEmployeeTheirOwn() {
        assertThat(archive(paid.hr, "xlsx", "?team=" + cast.department().id())).hasSize(2);
        assertThat(archive(
                        paid.hr,
                        "xlsx",
                        "?team=" + cast.team().id() + "&period="
                                + cast.quarter().id()))
                .hasSize(2);
        UUID next = plan(cast.member(), "2027-01-05", "2027-04-04");
        assertThat(archive(cast.member(), "xlsx", "?period=2027-01-05--2027-04-04"))
                .containsOnlyKeys(name(cast.member(), "2027-01-05-to-2027-04-04.xlsx"));
        assertThat(archive(cast.member(), "xlsx", "")).hasSize(2);
        assertThat(archive(cast.colleague(), "xlsx", "")).hasSize(1);
        assertThat(next).isNotNull();
    }

    @Test
    void whoMayReadNoPlanFindsNoArchive() {
        for (Viewer other : List.of(cast.stranger(), cast.head(), company.with(Role.COMP))) {
            assertThat(api.download(other, ARCHIVES + "xlsx").statusCode()).isEqualTo(404);
            assertThat(api.download(other, ARCHIVES + "xlsx?team=" + cast.team().id())
                            .statusCode())
                    .isEqualTo(404);
        }
        Viewer strange = company.cast().leader();
        assertThat(api.download(strange, ARCHIVES + "xlsx?team=" + cast.team().id())
                        .statusCode())
                .isEqualTo(404);
        assertThat(api.download(cast.leader(), ARCHIVES + "pdf").statusCode()).isEqualTo(404);
        assertThat(api.download(cast.leader(), ARCHIVES + "xlsx?period=2020").statusCode())
                .isEqualTo(404);
        assertThat(api.download(null, ARCHIVES + "xlsx").statusCode()).isEqualTo(401);
    }

    @Test
    void theJournalSaysOfEachPlanThatItWasTaken() {
        archive(cast.leader(), "notion", "");
        for (Map.Entry<Viewer, UUID> one :
                Map.of(cast.member(), paid.id, cast.colleague(), colleagues).entrySet()) {
            List<String> taken = new ArrayList<>();
            api.get(one.getKey(), "/api/v1/journal?limit=50")
                    .body()
                    .at("/items")
                    .forEach(line -> {
                        if (line.at("/action").asString().equals("plan.exported")) {
                            taken.add(line.at("/subjectId").asString());
                        }
                    });
            assertThat(taken).containsExactly(one.getValue().toString());
        }
    }

    @Test
    void morePlansTakeNoMoreStatements() throws Exception {
        String team = "?team=" + cast.team().id();
        archive(cast.leader(), "docx", team);
        int two = statements.during(() -> archive(cast.leader(), "docx", team)).count();
        for (int year = 2031; year < 2039; year++) {
            plan(cast.member(), year + "-01-01", year + "-03-31");
        }
        var ten = statements.during(() -> archive(cast.leader(), "docx", team));
        assertThat(ten.result()).hasSize(10);
        assertThat(ten.count()).isEqualTo(two).isLessThanOrEqualTo(24);
    }

    @Test
    void anArchiveHoldsWhatEachFileByItselfHolds() {
        paid.checkIn("2240000", "26.25", "36");
        byte[] among = of(cast.member(), archive(cast.leader(), "xlsx", ""));
        byte[] alone = api.download(
                        cast.leader(), "/api/v1/templates/mbo-tracker/files/xlsx?variant=LIVE&subject=" + paid.id)
                .body();
        for (String cell : List.of("A4", "G4", "O4", "P4", "Q4")) {
            assertThat(text(among, "Plan", cell)).isNotBlank().isEqualTo(text(alone, "Plan", cell));
        }
        assertThat(text(among, "Objectives", "T5")).isEqualTo("1500.0");
    }

    private static String text(byte[] file, String sheet, String cell) {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var place = new CellReference(cell);
            var found = book.getSheet(sheet).getRow(place.getRow()).getCell(place.getCol());
            return switch (found.getCellType()) {
                case NUMERIC -> String.valueOf(found.getNumericCellValue());
                case FORMULA -> String.valueOf(found.getNumericCellValue());
                default -> found.toString();
            };
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
