package io.cairn.metric.web;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.metric.Measurement;
import io.cairn.metric.Measurements;
import io.cairn.metric.Metrics;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Says of a metric's figures how they came about, and of its periods what was said of them. */
@Controller
@Transactional(readOnly = true)
class MetricFigurePages {
    private final MetricPageReader reader;
    private final Metrics metrics;
    private final Measurements measurements;
    private final DomainClock clock;

    MetricFigurePages(MetricPageReader reader, Metrics metrics, Measurements measurements, DomainClock clock) {
        this.reader = reader;
        this.metrics = metrics;
        this.measurements = measurements;
        this.clock = clock;
    }

    @GetMapping("/metrics/{metric}/explanation")
    MetricExplanationPage explain(@PathVariable UUID metric, @Filters({"figure", "period"}) ListQuery query) {
        String figure = query.text("figure");
        MetricExplanations.Figure wanted = Arrays.stream(MetricExplanations.Figure.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(figure == null ? "status" : figure))
                .findFirst()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
        return new MetricExplanations(reader.story(metric), clock.today()).of(wanted, query.day("period"));
    }

    @GetMapping("/metrics/{metric}/values/{period}")
    MetricValuePage value(@PathVariable UUID metric, @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate period) {
        List<Measurement> revisions = measurements.revisions(metric, List.of(period));
        if (revisions.isEmpty()) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        return new MetricValuePage(metrics.get(metric), revisions.reversed(), clock.today(), clock.getZone());
    }
}
