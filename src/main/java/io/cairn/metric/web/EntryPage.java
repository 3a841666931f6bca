package io.cairn.metric.web;

import io.cairn.kernel.Display;
import io.cairn.kernel.Problem;
import io.cairn.metric.Aggregation;
import io.cairn.metric.Frequency;
import io.cairn.metric.Measured;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricEntry;
import io.cairn.metric.Period;
import io.cairn.metric.Point;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The grid in which values are typed, a page of metrics at a time. */
public record EntryPage(MetricEntry.Sheet sheet, MetricEntry.Wanted wanted, EntryForm form, LocalDate today)
        implements FullPage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    /** A period across the top; {@code running} while it is not over. */
    public record Column(String label, String days, boolean running) {}

    /**
     * One field of the grid.
     *
     * @param note the name of the field that asks why it is red; null where nobody needs to say
     */
    public record Cell(
            String name,
            String label,
            String text,
            String was,
            @Nullable Problem problem,
            @Nullable String suggestion,
            @Nullable String note,
            String noteText) {
        public String id() {
            return name.replace('.', '-');
        }
    }

    @Override
    public String title() {
        return "Enter values";
    }

    @Override
    public Section section() {
        return Section.VALUES;
    }

    @Override
    public int status() {
        return form.problems().isEmpty() ? 200 : 422;
    }

    public boolean isRefused() {
        return !form.problems().isEmpty();
    }

    public List<Column> columns() {
        return sheet.periods().stream()
                .map(period ->
                        new Column(label(period), days(period), !period.end().isBefore(today)))
                .toList();
    }

    private String label(Period period) {
        LocalDate start = period.start();
        return switch (sheet.frequency()) {
            case DAILY -> WEEKDAY.format(start);
            case WEEKLY -> "Week " + start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case BIWEEKLY -> DAY.format(start) + " on";
            case MONTHLY -> MONTH.format(start);
            case QUARTERLY -> "Q" + start.get(IsoFields.QUARTER_OF_YEAR) + " " + start.getYear();
            case ANNUAL -> String.valueOf(start.getYear());
        };
    }

    private String days(Period period) {
        return switch (sheet.frequency()) {
            case WEEKLY, BIWEEKLY -> DAY.format(period.start()) + " – " + DAY.format(period.end());
            case DAILY, MONTHLY, QUARTERLY, ANNUAL -> "";
        };
    }

    public List<Cell> cells(MetricEntry.Row row) {
        return sheet.periods().stream().map(period -> cell(row, period)).toList();
    }

    private Cell cell(MetricEntry.Row row, Period period) {
        Metric metric = row.metric();
        String place = metric.id() + "." + period.start();
        String was = text(metric, row.points().get(period.start()));
        Problem problem = form.problems().get("v." + place);
        Object suggestion = problem == null ? null : problem.details().get("suggestion");
        boolean asks = metric.figures().noteMissing()
                && period.start().equals(metric.figures().periodStart());
        return new Cell(
                "v." + place,
                metric.name() + ", " + label(period),
                form.fields().getOrDefault("v." + place, was),
                was,
                problem,
                suggestion == null ? null : suggestion.toString(),
                asks ? "n." + place : null,
                form.fields().getOrDefault("n." + place, ""));
    }

    static String text(Metric metric, @Nullable Point point) {
        if (point == null) {
            return "";
        }
        Measured measured = point.measured();
        if (measured.numerator() != null && measured.denominator() != null) {
            return number(measured.numerator()) + " / " + number(measured.denominator());
        }
        return measured.value() == null ? "" : number(measured.value());
    }

    private static String number(java.math.BigDecimal number) {
        return Display.number(Display.plain(number.setScale(6, java.math.RoundingMode.HALF_UP)));
    }

    public static String unit(Metric metric) {
        boolean ratio = metric.sheet().timeAggregation() == Aggregation.RATIO_OF_SUMS;
        return ratio
                ? (metric.sheet().unit() + " typed as 12 / 48").strip()
                : metric.sheet().unit();
    }

    public List<Option> frequencies() {
        return Arrays.stream(Frequency.values())
                .map(one -> new Option(
                        one.name(), one.label() + " (" + sheet.frequencies().getOrDefault(one, 0) + ")"))
                .toList();
    }

    public List<Option> teams() {
        return sheet.teams().entrySet().stream()
                .map(team -> new Option(team.getKey().toString(), team.getValue()))
                .toList();
    }

    public boolean narrows() {
        return wanted.team() != null || wanted.q() != null || wanted.frequency() != null;
    }

    public String here() {
        return address(wanted.until(), wanted.page());
    }

    public String earlier() {
        return address(sheet.periods().getFirst().start().minusDays(1), wanted.page());
    }

    /** Null at today. */
    public @Nullable String later() {
        Period last = sheet.periods().getLast();
        if (!last.end().isBefore(today)) {
            return null;
        }
        Period period = last;
        for (int i = 0; i < sheet.periods().size(); i++) {
            period = sheet.frequency().next(period);
        }
        return address(period.start().isAfter(today) ? null : period.start(), wanted.page());
    }

    public String onPage(int number) {
        return address(wanted.until(), number);
    }

    private String address(@Nullable LocalDate until, int page) {
        Map<String, String> values = new java.util.LinkedHashMap<>();
        values.put("frequency", sheet.frequency().name());
        values.put("team", Objects.toString(wanted.team(), ""));
        values.put("q", Objects.toString(wanted.q(), ""));
        values.put("until", Objects.toString(until, ""));
        values.put("page", page == 1 ? "" : String.valueOf(page));
        var address = UriComponentsBuilder.fromPath("/metrics/entry");
        values.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(values).toUriString();
    }
}
