package io.cairn.metric.web;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.metric.MetricNotes;
import io.cairn.metric.MetricProblem;
import io.cairn.metric.MetricState;
import io.cairn.metric.MetricStory;
import io.cairn.metric.Metrics;
import io.cairn.metric.TargetSetting;
import io.cairn.web.Filters;
import io.cairn.web.Html;
import io.cairn.web.ListQuery;
import io.cairn.web.Redirect;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A metric's page and what can be done there; a refused action shows the page again with every reason. */
@Controller
@RequestMapping("/metrics/{metric}")
class MetricPages {
    private static final Map<MetricState, String> SAID = Map.of(
            MetricState.ACTIVE, "It is active.",
            MetricState.PAUSED, "It is paused.",
            MetricState.RETIRED, "It is retired.");

    private final MetricPageReader reader;
    private final Metrics metrics;
    private final TargetSetting targets;
    private final MetricNotes notes;

    MetricPages(MetricPageReader reader, Metrics metrics, TargetSetting targets, MetricNotes notes) {
        this.reader = reader;
        this.metrics = metrics;
        this.targets = targets;
        this.notes = notes;
    }

    @GetMapping
    @Transactional(readOnly = true)
    MetricPage show(@PathVariable UUID metric, @Filters({"view", "why"}) ListQuery query) {
        return reader.page(
                metric, query.day("why"), "all".equals(query.text("view")), MetricPage.Typed.NOTHING, List.of());
    }

    @PostMapping("/note")
    Html note(
            Viewer viewer,
            @PathVariable UUID metric,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate periodStart,
            @RequestParam(defaultValue = "") String note) {
        try {
            notes.say(viewer, metric, periodStart, note);
            return Redirect.to("/metrics/" + metric).saying("Thank you, it is noted.");
        } catch (ProblemException refused) {
            return again(metric, periodStart, new MetricPage.Typed(note, TargetForm.EMPTY), refused);
        }
    }

    @PostMapping("/shift")
    Html shift(Viewer viewer, @PathVariable UUID metric, @RequestParam(defaultValue = "0") int version) {
        return done(metric, "The limits are taken anew from there.", () -> {
            MetricStory story = reader.story(metric);
            LocalDate from = story.shift();
            if (from == null) {
                throw MetricProblem.METRIC_STATE
                        .saying("The newest value is no signal any more.")
                        .exception();
            }
            metrics.confirmShift(viewer, metric, from, version);
        });
    }

    @PostMapping("/state")
    Html state(
            Viewer viewer,
            @PathVariable UUID metric,
            @RequestParam MetricState state,
            @RequestParam(defaultValue = "0") int version) {
        return done(metric, SAID.getOrDefault(state, "Saved."), () -> metrics.become(viewer, metric, state, version));
    }

    @PostMapping("/targets")
    Html target(Viewer viewer, @PathVariable UUID metric, TargetForm form) {
        try {
            targets.add(viewer, metric, List.of(form.content(metrics.get(metric).sheet())), "");
            return Redirect.to("/metrics/" + metric).saying("The target is set.");
        } catch (ProblemException refused) {
            return again(metric, null, new MetricPage.Typed("", form), refused);
        }
    }

    private Html done(UUID metric, String said, Runnable action) {
        try {
            action.run();
            return Redirect.to("/metrics/" + metric).saying(said);
        } catch (ProblemException refused) {
            return again(metric, null, MetricPage.Typed.NOTHING, refused);
        }
    }

    /** What the viewer may not see or do is an error of its own; anything else stands on the page. */
    private Html again(UUID metric, @Nullable LocalDate why, MetricPage.Typed typed, ProblemException refused) {
        int status = refused.first().status();
        if (status == GeneralProblem.NOT_ALLOWED.status() || status == GeneralProblem.NOT_FOUND.status()) {
            throw refused;
        }
        return reader.page(metric, why, false, typed, refused.problems());
    }
}
