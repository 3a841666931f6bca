package io.cairn.connector.web;

import io.cairn.connector.Connector;
import io.cairn.connector.ConnectorRun;
import io.cairn.connector.PeriodOf;
import io.cairn.connector.Tls;
import io.cairn.connector.Trial;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A connector: its form, a trial of it, and the log of its runs.
 *
 * @param connector null while it is new
 * @param metrics that may be fed, by name
 * @param trial what the source answered just now
 */
public record ConnectorPage(
        @Nullable Connector connector,
        ConnectorForm form,
        Map<UUID, String> metrics,
        List<ConnectorRun> runs,
        @Nullable Trial trial,
        List<Problem> problems,
        ZoneId zone)
        implements FullPage {
    private static final List<Integer> EVERY = List.of(5, 15, 60, 360, 720, 1440, 10_080);

    @Override
    public String title() {
        return connector == null ? "New connector" : connector.name();
    }

    @Override
    public Section section() {
        return Section.CONNECTORS;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public String action() {
        return connector == null ? "/connectors" : "/connectors/" + connector.id();
    }

    public List<Option> metricOptions() {
        return metrics.entrySet().stream()
                .map(metric -> new Option(metric.getKey().toString(), metric.getValue()))
                .toList();
    }

    public static List<Option> periods() {
        return Stream.of(PeriodOf.LAST_COMPLETED, PeriodOf.CURRENT, PeriodOf.COLUMN)
                .map(period -> new Option(period.name(), period.label()))
                .toList();
    }

    public static List<Option> tls() {
        return Arrays.stream(Tls.values())
                .map(tls -> new Option(tls.name(), tls.label()))
                .toList();
    }

    public List<Option> intervals() {
        List<Integer> offered = new ArrayList<>(EVERY);
        String typed = form.text("everyMinutes");
        if (typed.matches("\\d{1,5}") && !offered.contains(Integer.valueOf(typed))) {
            offered.add(Integer.valueOf(typed));
        }
        return offered.stream()
                .sorted()
                .map(minutes -> new Option(String.valueOf(minutes), every(minutes)))
                .toList();
    }

    static String every(int minutes) {
        Duration every = Duration.ofMinutes(minutes);
        if (minutes % 1440 == 0) {
            return minutes == 1440
                    ? "Every day"
                    : minutes == 10_080 ? "Every week" : "Every " + every.toDays() + " days";
        }
        if (minutes % 60 == 0) {
            return minutes == 60 ? "Every hour" : "Every " + every.toHours() + " hours";
        }
        return "Every " + minutes + " minutes";
    }

    /** What a place in a row is called for this kind. */
    public String placeHelp() {
        return switch (form.kind()) {
            case POSTGRESQL, MARIADB -> "A column's name.";
            case HTTP -> "A JSON pointer within the row, such as /total.";
            case PROMETHEUS -> "value, time, or a label's name.";
        };
    }

    public String started(ConnectorRun run) {
        return Moments.of(run.startedAt(), zone);
    }

    public static String icon(ConnectorRun run) {
        return switch (run.outcome()) {
            case SUCCEEDED -> "circle-check";
            case PARTLY -> "alert-circle";
            case FAILED -> "octagon-x";
        };
    }

    public static String tone(ConnectorRun run) {
        return switch (run.outcome()) {
            case SUCCEEDED -> "on";
            case PARTLY -> "risk";
            case FAILED -> "off";
        };
    }

    /** What is wrong but has no field of this form. */
    public List<Problem> elsewhere() {
        return problems.stream()
                .filter(problem -> problem.field() != null && !hasField(problem.field()))
                .toList();
    }

    private boolean hasField(String field) {
        if (field.startsWith("source.")) {
            return fields().contains(field);
        }
        if (field.startsWith("feeds[")) {
            return field.matches("feeds\\[\\d+]\\.(metricId|period|periodAt|value|numerator|denominator)");
        }
        return List.of("name", "secret", "feeds", "everyMinutes").contains(field);
    }

    private List<String> fields() {
        return switch (form.kind()) {
            case POSTGRESQL, MARIADB ->
                List.of("source.host", "source.port", "source.database", "source.user", "source.tls", "source.query");
            case HTTP -> List.of("source.url", "source.headerName", "source.rows");
            case PROMETHEUS ->
                List.of("source.url", "source.headerName", "source.query", "source.hours", "source.stepMinutes");
        };
    }
}
