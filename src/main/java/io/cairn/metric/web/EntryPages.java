package io.cairn.metric.web;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.metric.Frequency;
import io.cairn.metric.Measurements;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricEntry;
import io.cairn.metric.MetricFigures;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Values typed into a grid. */
@Controller
class EntryPages {
    private static final int LAST_PAGE = 10_000;

    private final MetricEntry entry;
    private final DomainClock clock;

    EntryPages(MetricEntry entry, DomainClock clock) {
        this.entry = entry;
        this.clock = clock;
    }

    /** The part of the grid that an address names. */
    record Place(
            @Nullable Frequency frequency,
            @Nullable UUID team,
            @Nullable String q,
            @Nullable LocalDate until,
            @Nullable Integer page) {
        MetricEntry.Wanted wanted() {
            boolean early = until != null && until.getYear() < 1901;
            return new MetricEntry.Wanted(
                    frequency,
                    team,
                    q == null || q.isBlank() ? null : q.strip(),
                    early ? null : until,
                    page == null ? 1 : Math.clamp(page, 1, LAST_PAGE));
        }
    }

    @GetMapping("/metrics/entry")
    @Transactional(readOnly = true)
    EntryPage show(Viewer viewer, @ModelAttribute Place place) {
        return page(viewer, place, EntryForm.NONE);
    }

    private EntryPage page(Viewer viewer, Place place, EntryForm form) {
        MetricEntry.Wanted wanted = place.wanted();
        return new EntryPage(entry.sheet(viewer, wanted), wanted, form, clock.today());
    }

    /** All of the page at once; with anything wrong nothing is kept but what was typed stays in its cells. */
    @PostMapping("/metrics/entry")
    Html save(Viewer viewer, @ModelAttribute Place place, @RequestParam MultiValueMap<String, String> fields) {
        EntryForm form = EntryForm.posted(fields);
        List<MetricEntry.Typed> cells = form.typed();
        Map<String, Problem> wrong;
        try {
            MetricEntry.Saved saved = entry.save(viewer, cells, false);
            wrong = EntryForm.wrong(saved.wrong());
        } catch (ProblemException refused) {
            wrong = EntryForm.refused(refused);
        }
        if (!wrong.isEmpty()) {
            return page(viewer, place, form.with(wrong));
        }
        String back = fields.getFirst("back");
        return Redirect.to(back != null && back.startsWith("/metrics/entry") ? back : "/metrics/entry")
                .saying(cells.size() == 1 ? "One value is saved." : cells.size() + " values are saved.");
    }

    /** What a script needs to know of cells it sent. */
    record Answer(List<String> saved, List<Refused> wrong, List<Row> rows) {}

    record Refused(String name, String message, @Nullable String suggestion) {}

    /** A metric as it stands now; {@code note} names the cell that asks why it is red. */
    record Row(UUID metric, String status, @Nullable String note) {}

    /** The same for a script, which sends only cells that changed: each that is right is kept. */
    @PostMapping(value = "/metrics/entry", headers = "Cairn-Cells")
    ResponseEntity<Answer> saveCells(Viewer viewer, @RequestParam MultiValueMap<String, String> fields) {
        List<MetricEntry.Typed> cells = EntryForm.posted(fields).typed();
        Map<String, Problem> wrong = new HashMap<>();
        List<Measurements.Outcome> outcomes = new ArrayList<>();
        try {
            MetricEntry.Saved saved = entry.save(viewer, cells, true);
            wrong.putAll(EntryForm.wrong(saved.wrong()));
            outcomes.addAll(saved.outcomes());
        } catch (ProblemException refused) {
            wrong.putAll(EntryForm.refused(refused));
        }
        Set<UUID> kept = outcomes.stream().map(one -> one.metric().id()).collect(Collectors.toSet());
        return ResponseEntity.ok(new Answer(
                cells.stream()
                        .filter(cell -> kept.contains(cell.metric()))
                        .map(EntryForm::name)
                        .filter(name -> !wrong.containsKey(name))
                        .toList(),
                wrong.entrySet().stream()
                        .map(one -> refused(one.getKey(), one.getValue()))
                        .toList(),
                outcomes.stream().map(one -> row(one.metric())).toList()));
    }

    private static Refused refused(String name, Problem problem) {
        Object suggestion = problem.details().get("suggestion");
        return new Refused(name, problem.message(), suggestion == null ? null : suggestion.toString());
    }

    private static Row row(Metric metric) {
        MetricFigures figures = metric.figures();
        return new Row(
                metric.id(),
                figures.status().name(),
                figures.noteMissing() ? "n." + metric.id() + "." + figures.periodStart() : null);
    }
}
