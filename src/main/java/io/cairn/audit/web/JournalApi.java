package io.cairn.audit.web;

import io.cairn.audit.Journal;
import io.cairn.audit.Journal.Line;
import io.cairn.audit.Journal.Search;
import io.cairn.kernel.Page;
import io.cairn.kernel.Viewer;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The journal as JSON, newest first. */
@RestController
class JournalApi {
    private final Journal journal;

    JournalApi(Journal journal) {
        this.journal = journal;
    }

    /** Lists who did what, newest first, as far as you may see it. {@code from} and {@code to} are days, both included. */
    @GetMapping("/api/v1/journal")
    Page<Line> list(
            Viewer viewer,
            @Filters({"actorId", "goalId", "subjectKind", "action", "q", "from", "to"}) ListQuery query) {
        var search = new Search(
                query.uuid("goalId"),
                query.uuid("actorId"),
                null,
                query.text("subjectKind"),
                query.text("action"),
                query.text("q"),
                query.day("from"),
                query.day("to"));
        return journal.find(search, query.limit(), query.cursorId());
    }
}
