package io.cairn.framework.kpi.web;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Page;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.metric.Alert;
import io.cairn.metric.Alerts;
import io.cairn.metric.Measurement;
import io.cairn.metric.Measurements;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricConcerns;
import io.cairn.metric.MetricNotes;
import io.cairn.metric.MetricQuality;
import io.cairn.metric.Metrics;
import io.cairn.web.Filters;
import io.cairn.web.Html;
import io.cairn.web.ListQuery;
import io.cairn.web.Redirect;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox of alerts, saying why, and hints about KPIs. */
@Controller
class AlertPages {
    private static final int PAGE = 50;
    private static final int MOST_LOOKED_AT = 200;

    private final Alerts alerts;
    private final Metrics metrics;
    private final Measurements measurements;
    private final MetricNotes notes;
    private final MetricConcerns concerns;
    private final MetricQuality quality;
    private final DomainClock clock;

    AlertPages(
            Alerts alerts,
            Metrics metrics,
            Measurements measurements,
            MetricNotes notes,
            MetricConcerns concerns,
            MetricQuality quality,
            DomainClock clock) {
        this.alerts = alerts;
        this.metrics = metrics;
        this.measurements = measurements;
        this.notes = notes;
        this.concerns = concerns;
        this.quality = quality;
        this.clock = clock;
    }

    enum Show {
        MINE,
        ALL
    }

    enum State {
        OPEN,
        DONE
    }

    @GetMapping("/alerts")
    @Transactional(readOnly = true)
    AlertsPage inbox(Viewer viewer, @Filters({"show", "state"}) ListQuery query) {
        boolean all = query.one("show", Show.class) == Show.ALL;
        boolean done = query.one("state", State.class) == State.DONE;
        Page<Alert> found = alerts.find(viewer, new Alerts.Wanted(!all, !done, null), PAGE, query.cursorId());
        return new AlertsPage(
                all,
                done,
                found.items().stream()
                        .map(alert -> new AlertLine(alert, clock.getZone(), clock.today()))
                        .toList(),
                found.nextCursor(),
                alerts.waiting(viewer));
    }

    @PostMapping("/alerts/{alert}/acknowledgement")
    Redirect acknowledge(Viewer viewer, @PathVariable UUID alert, @RequestParam(defaultValue = "false") boolean all) {
        alerts.acknowledge(viewer, alert);
        return Redirect.to(AlertsPage.at(all, false)).saying("Acknowledged.");
    }

    @PostMapping("/alerts/acknowledgement")
    Redirect acknowledgeAll(Viewer viewer, @RequestParam UUID upTo, @RequestParam(defaultValue = "false") boolean all) {
        int count = alerts.acknowledgeAll(viewer, !all, upTo);
        return Redirect.to(AlertsPage.at(all, false))
                .saying(count == 1 ? "1 alert is acknowledged." : count + " alerts are acknowledged.");
    }

    @GetMapping("/alerts/quality")
    @Transactional(readOnly = true)
    QualityPage quality(Viewer viewer) {
        List<Metric> looked = concerns.of(
                List.of(viewer.id()),
                viewer.teams().stream().map(Viewer.Team::id).toList(),
                MOST_LOOKED_AT);
        return new QualityPage(looked.size(), quality.of(looked), alerts.waiting(viewer));
    }

    @GetMapping("/alerts/why/{metric}")
    @Transactional(readOnly = true)
    WhyPage why(@PathVariable UUID metric, @Filters({"period", "back"}) ListQuery query) {
        Metric found = metrics.get(metric);
        if (!found.mayEdit()) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
        LocalDate period = query.day("period");
        Measurement measurement =
                measurement(found, period == null ? found.figures().periodStart() : period);
        return new WhyPage(found, measurement, measurement.note(), back(query.text("back")), clock.today(), List.of());
    }

    @PostMapping("/alerts/why/{metric}")
    Html say(
            Viewer viewer,
            @PathVariable UUID metric,
            @RequestParam LocalDate period,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable String back) {
        try {
            notes.say(viewer, metric, period, note);
            return Redirect.to(back(back)).saying("The reason is kept.");
        } catch (ProblemException refused) {
            int status = refused.first().status();
            if (status == 403 || status == 404) {
                throw refused;
            }
            return again(metrics.get(metric), period, note, back(back), refused.problems());
        }
    }

    private WhyPage again(Metric metric, LocalDate period, String note, String back, List<Problem> problems) {
        return new WhyPage(metric, measurement(metric, period), note, back, clock.today(), problems);
    }

    private Measurement measurement(Metric metric, @Nullable LocalDate period) {
        return (period == null ? List.<Measurement>of() : measurements.current(metric.id(), List.of(period)))
                .stream().findFirst().orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    private static String back(@Nullable String back) {
        return back != null && Redirect.isOurs(back) ? back : "/alerts";
    }
}
