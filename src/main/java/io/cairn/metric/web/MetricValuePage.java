package io.cairn.metric.web;

import io.cairn.metric.Measurement;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricWords;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What was said of a period, newest first; opened in place by its revision, or a page of its own. */
public record MetricValuePage(Metric metric, List<Measurement> revisions, LocalDate today, ZoneId zone)
        implements FullPage {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    @Override
    public String title() {
        return metric.name() + ", " + period();
    }

    @Override
    public Section section() {
        return Section.KPIS;
    }

    public String period() {
        return MetricWords.period(
                metric.sheet().frequency(), revisions.getFirst().periodStart(), today);
    }

    public String at(Measurement revision) {
        return MINUTE.format(revision.recordedAt().atZone(zone));
    }
}
