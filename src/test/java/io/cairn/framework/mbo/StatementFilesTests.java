package io.cairn.framework.mbo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Tokens;
import io.cairn.access.Viewing;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Browser;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.Statements;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A statement's pages and files: what stands in them, for whom, and how they are named. */
@CairnTest
class StatementFilesTests {
    private static final List<String> FILES = List.of("/statement", "/statement.pdf", "/statement.docx");

    @LocalServerPort
    int port;

    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    DomainClock clock;

    @Autowired
    PlanDay day;

    @Autowired
    Tokens tokens;

    @Autowired
    Statements counted;

    private PaidPlan ava() {
        return new PaidPlan(company, api, clock, day);
    }

    private String secret(Viewer viewer) {
        return Viewing.as(viewer, () -> tokens.issue(viewer, "Test", 1).secret().text());
    }

    private HttpResponse<byte[]> get(Viewer viewer, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + secret(viewer))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private HttpResponse<byte[]> file(Viewer viewer, PaidPlan plan, String file) {
        return get(viewer, "/plans/" + plan.id + file);
    }

    /** The text a person reads in it. */
    private String text(Viewer viewer, PaidPlan plan, String file) throws IOException {
        HttpResponse<byte[]> reply = file(viewer, plan, file);
        assertThat(reply.statusCode()).as(file).isEqualTo(200);
        if (file.endsWith(".pdf")) {
            // What a cell breaks into lines is one text all the same.
            try (var document = Loader.loadPDF(reply.body())) {
                return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            }
        }
        if (file.endsWith(".docx")) {
            try (var document = new XWPFDocument(new ByteArrayInputStream(reply.body()));
                    var words = new XWPFWordExtractor(document)) {
                return words.getText();
            }
        }
        return new String(reply.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void pagePdfAndWordHoldTheSameLinesAndTheTotalOfTheThirdQuarter() throws IOException {
        PaidPlan plan = ava();
        plan.checkIn("2240000", "26.25", "36");
        for (String file : FILES) {
            assertThat(text(plan.cast.member(), plan, file))
                    .as(file)
                    .contains(PaidPlan.TITLE, "Win rate in the territory", "Share of new products")
                    .contains("2,240,000", "26.25 %", "80.00", "50.00", "105.00", "125.00", "90.00", "75.00")
                    .contains("1,500.00", "1,562.50", "562.50", "3,625.00", "5,000.00", "72.50", "92 of 92 days")
                    .contains("5,000.00 × 60 % × 50.00 %");
        }
    }

    @Test
    void aPdfIsTaggedNumberedAndDatedByTheDomainsClock() throws IOException {
        PaidPlan plan = ava();
        HttpResponse<byte[]> reply = file(plan.cast.member(), plan, "/statement.pdf");
        String number = plan.statement(plan.cast.member()).text("number");
        assertThat(reply.headers().firstValue("content-disposition"))
                .hasValue("attachment; filename=\"statement-" + number + ".pdf\"");
        assertThat(reply.headers().firstValue("cache-control").orElse("")).contains("no-store");
        try (var document = Loader.loadPDF(reply.body())) {
            assertThat(document.getNumberOfPages()).isBetween(1, 2);
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(new PDFTextStripper().getText(document))
                    .contains("No. " + number, "printed on 15 August 2026", "Page 1 of ");
        }
    }

    @Test
    void compensationsFilesHoldAmountsAndNeitherTitlesNorTerms() throws IOException {
        PaidPlan plan = ava();
        plan.score("2240000", "26.25", "36");
        plan.handIn();
        for (String file : FILES) {
            assertThat(text(plan.comp, plan, file))
                    .as(file)
                    .contains("Objective 1", "1,500.00", "1,562.50", "562.50", "3,625.00")
                    .doesNotContainIgnoringCase("expansion", "territory", "new products", "baseline")
                    .doesNotContain("2,240,000", "2240000", "2300000", "2,300,000", "26.25");
        }
        String figure = "/plans/" + plan.id + "/statement/explanation?figure=attainment1";
        assertThat(new String(get(plan.comp, figure).body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("Attainment of Objective 1")
                .doesNotContain("2240000", "2300000");
        assertThat(get(plan.comp, "/plans/" + plan.id + "/what-if").statusCode())
                .isEqualTo(404);
    }

    @Test
    void everybodyElseFindsNothing() {
        PaidPlan plan = ava();
        plan.score("2240000", "26.25", "36");
        plan.handIn();
        List<Viewer> others = List.of(
                plan.cast.colleague(),
                plan.cast.head(),
                plan.cast.stranger(),
                company.with(Role.ADMIN),
                company.with(Role.EXEC));
        for (Viewer other : others) {
            for (String file :
                    List.of("/statement", "/statement.pdf", "/statement.docx", "/statement/explanation", "/what-if")) {
                assertThat(file(other, plan, file).statusCode()).as(file).isEqualTo(404);
            }
        }
        for (Viewer reader : List.of(plan.cast.member(), plan.cast.leader(), plan.hr)) {
            for (String file : FILES) {
                assertThat(file(reader, plan, file).statusCode()).as(file).isEqualTo(200);
            }
        }
    }

    @Test
    void eachFigureOpensAndUnknownOnesAreNotFound() {
        PaidPlan plan = ava();
        plan.checkIn("2240000", "26.25", "36");
        String at = "/plans/" + plan.id + "/statement/explanation?figure=";
        String page = new String(
                file(plan.cast.member(), plan, "/statement").body(), java.nio.charset.StandardCharsets.UTF_8);
        var links = java.util.regex.Pattern.compile("href=\"" + java.util.regex.Pattern.quote(at) + "(\\w+)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .distinct()
                .toList();
        assertThat(links).contains("total", "ofTarget", "attainment1", "factor2", "amount3", "afterCap");
        for (String figure : links) {
            assertThat(get(plan.cast.member(), at + figure).statusCode())
                    .as(figure)
                    .isEqualTo(200);
        }
        assertThat(get(plan.cast.member(), at + "nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIfWorksAsAFormAndRefusesWhatIsBeyondItsSliders() {
        PaidPlan plan = ava();
        plan.checkIn("2240000", "26.25", "36");
        String objective = plan.plan().at("/objectives/0/id").asString();
        Browser browser = new Browser(port).bearing(secret(plan.cast.member()));
        String at = "/plans/" + plan.id + "/what-if";
        assertThat(browser.get(at).body()).contains("3,625.00", "type=\"range\"", "max=\"150\"");
        assertThat(browser.get(at + "?" + objective + "=100&modifier=1.2").body())
                .contains("6,150.00", "+2,525.00");
        Browser.Reply beyond = browser.get(at + "?" + objective + "=151");
        assertThat(beyond.status()).isEqualTo(422);
        assertThat(beyond.body()).contains("end of the slider", "value=\"151\"");
        assertThat(browser.get(at + "?modifier=2.01").status()).isEqualTo(422);
        assertThat(browser.get(at + "?" + objective + "=many").status()).isEqualTo(422);
        assertThat(browser.get(at).body()).contains("3,625.00");
    }

    @Test
    void aStatementIsReadInAtMostTwelveStatements() throws Exception {
        PaidPlan plan = ava();
        plan.checkIn("2240000", "26.25", "36");
        String secret = secret(plan.cast.member());
        for (String file : List.of("/statement", "/what-if", "/statement/explanation")) {
            var reads = counted.during(() -> new Browser(port).bearing(secret).get("/plans/" + plan.id + file));
            assertThat(reads.result().status()).isEqualTo(200);
            assertThat(reads.statements()).as(file).hasSizeLessThanOrEqualTo(12);
        }
        plan.score("2240000", "26.25", "36");
        plan.handIn();
        var reads = counted.during(() -> new Browser(port).bearing(secret).get("/plans/" + plan.id + "/statement"));
        assertThat(reads.statements()).hasSizeLessThanOrEqualTo(12);
    }
}
