package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.MboProblem;
import io.cairn.framework.mbo.Statement;
import io.cairn.framework.mbo.Statements;
import io.cairn.web.Refuses;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Statements of what plans pay, as JSON. */
@RestController
@Refuses(MboProblem.class)
@RequestMapping("/api/v1/mbo-plans/{plan}/statement")
class StatementApi {
    private final Statements statements;

    StatementApi(Statements statements) {
        this.statements = statements;
    }

    /**
     * Derives to the cent what a plan pays: projected until it is handed in for pay, and what was handed in from then on.
     * Compensation reads amounts without titles and terms.
     */
    @GetMapping
    Statement get(@PathVariable UUID plan) {
        return statements.of(plan);
    }
}
