package io.cairn.framework.kpi.web;

import io.cairn.kernel.Problem;
import io.cairn.metric.Measurement;
import io.cairn.metric.Metric;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Where somebody says why a period came out as it did.
 *
 * @param back where they came from
 */
public record WhyPage(
        Metric metric, Measurement measurement, String note, String back, LocalDate today, List<Problem> problems)
        implements FullPage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    @Override
    public String title() {
        return "Why " + value() + "?";
    }

    @Override
    public Section section() {
        return Section.KPIS;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public String value() {
        return Amount.of(measurement.value(), metric.sheet()).words();
    }

    public String period() {
        String start = DAY.format(measurement.periodStart());
        return measurement.periodEnd().equals(measurement.periodStart())
                ? start
                : start + " – " + DAY.format(measurement.periodEnd());
    }
}
