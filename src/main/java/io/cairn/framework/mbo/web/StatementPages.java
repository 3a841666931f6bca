package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.Statement;
import io.cairn.framework.mbo.Statements;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Viewer;
import io.cairn.web.Paper;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A plan's statement as a page, a PDF and a Word document. */
@Controller
@RequestMapping("/plans/{plan}")
class StatementPages {
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Statements statements;
    private final DomainClock clock;

    StatementPages(Statements statements, DomainClock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    @GetMapping("/statement")
    StatementPage show(Viewer viewer, @PathVariable UUID plan) {
        Statement statement = statements.of(plan);
        return new StatementPage(statement, statement.employee().id().equals(viewer.id()));
    }

    @GetMapping("/statement/explanation")
    StatementExplanationPage explain(@PathVariable UUID plan, @RequestParam(defaultValue = "total") String figure) {
        return new StatementExplanationPage(plan, Statements.explain(statements.of(plan), figure));
    }

    @GetMapping("/statement.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID plan) {
        var paper = new StatementPaper(statements.of(plan), clock.today());
        return file(paper.statement(), ".pdf", "application/pdf", Paper.pdf(paper, paper.title()));
    }

    @GetMapping("/statement.docx")
    ResponseEntity<byte[]> word(@PathVariable UUID plan) {
        var paper = new StatementPaper(statements.of(plan), clock.today());
        return file(paper.statement(), ".docx", WORD, StatementWord.of(paper));
    }

    /** Named by the document's number alone: no name and no amount stands in a folder. */
    private static ResponseEntity<byte[]> file(Statement statement, String ending, String type, byte[] bytes) {
        var disposition = ContentDisposition.attachment()
                .filename("statement-" + statement.number() + ending)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(bytes);
    }
}
