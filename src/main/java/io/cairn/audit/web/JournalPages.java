package io.cairn.audit.web;

import io.cairn.audit.Journal;
import io.cairn.audit.Journal.Line;
import io.cairn.audit.Journal.Search;
import io.cairn.audit.JournalPart;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Page;
import io.cairn.kernel.Viewer;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** The journal to read and search; its address says what is shown. */
@Controller
class JournalPages {
    private final Journal journal;
    private final DomainClock clock;

    JournalPages(Journal journal, DomainClock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @GetMapping("/journal")
    @Transactional(readOnly = true)
    JournalPage show(Viewer viewer, @Filters({"goal", "person", "who", "what", "q", "from", "to"}) ListQuery query) {
        var search = new Search(
                query.uuid("goal"),
                query.uuid("person"),
                query.text("who"),
                query.text("what"),
                null,
                query.text("q"),
                query.day("from"),
                query.day("to"));
        Page<Line> found = journal.find(search, query.limit(), query.cursorId());
        return new JournalPage(
                search, new JournalPart(found.items(), clock.getZone(), next(search, found.nextCursor())));
    }

    private static @Nullable String next(Search search, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        var address = UriComponentsBuilder.fromPath("/journal");
        add(address, "goal", search.goalId());
        add(address, "person", search.actorId());
        add(address, "who", search.actorName());
        add(address, "what", search.subjectKind());
        add(address, "q", search.q());
        add(address, "from", search.from());
        add(address, "to", search.to());
        return address.queryParam("cursor", cursor).encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value.toString()));
        }
    }
}
