package io.cairn.metric.web;

import io.cairn.kernel.Problem;
import io.cairn.metric.Direction;
import io.cairn.metric.Frequency;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricWords;
import io.cairn.metric.Period;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** A whole year's targets, one for each of its periods. */
public record YearTargetsPage(
        Metric metric,
        Frequency every,
        LocalDate firstDay,
        List<Period> periods,
        List<TargetForm> rows,
        List<Problem> problems,
        LocalDate today)
        implements FullPage {
    @Override
    public String title() {
        return "A year's targets";
    }

    @Override
    public Section section() {
        return Section.KPIS;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public String at() {
        return "/metrics/" + metric.id();
    }

    public boolean band() {
        return metric.sheet().direction() == Direction.BAND;
    }

    /** How values are held against the targets, as far as any of them says. */
    public String comparator() {
        return rows.stream()
                .map(row -> MetricForm.text(row.comparator()))
                .filter(comparator -> !comparator.isEmpty())
                .findFirst()
                .orElse("");
    }

    public String period(int row) {
        return MetricWords.period(every, periods.get(row).start(), today);
    }

    /** How often a target may change within a year. */
    public List<Option> frequencies() {
        return Arrays.stream(Frequency.values())
                .filter(one -> one != Frequency.DAILY)
                .map(one -> new Option(one.name(), one.label()))
                .toList();
    }
}
