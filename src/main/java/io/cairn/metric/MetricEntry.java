package io.cairn.metric;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.TypedNumber;
import io.cairn.kernel.Viewer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The grid in which people type values: metrics they may enter down, periods across. */
@Component
@Transactional
public class MetricEntry {
    /** How many metrics a page of the grid has. */
    public static final int ROWS = 25;

    private static final String MINE = """
             where m.state = 'ACTIVE'
               and (:all or m.owner_id = access.person()
                    or m.owner_id in (select r.person_id from organization.reporting_line r
                                       where r.manager_id = access.person())
                    or m.team_id in (select l.team_id from organization.team_line l
                                       join organization.team led on led.id = l.above_id
                                      where led.leader_id = access.person()))
            """;

    private static final Pattern FIELD = Pattern.compile("(?:([0-9a-f-]{36}))?(?:\\[(\\d+)])?\\.?\\w*");

    private final JdbcClient db;
    private final MetricReader reader;
    private final MeasurementStore store;
    private final Measurements measurements;
    private final DomainClock clock;

    MetricEntry(
            JdbcClient db, MetricReader reader, MeasurementStore store, Measurements measurements, DomainClock clock) {
        this.db = db;
        this.reader = reader;
        this.store = store;
        this.measurements = measurements;
        this.clock = clock;
    }

    /**
     * Which part of the grid is wanted.
     *
     * @param frequency the one most of the viewer's metrics have when null
     * @param until a day of the last period; today when null or later
     * @param page counted from 1
     */
    public record Wanted(
            @Nullable Frequency frequency,
            @Nullable UUID team,
            @Nullable String q,
            @Nullable LocalDate until,
            int page) {}

    /** A metric and what its periods hold so far, by their first days. */
    public record Row(Metric metric, Map<LocalDate, Point> points) {}

    /**
     * A page of the grid.
     *
     * @param frequencies how many metrics the viewer enters of each
     * @param teams those of the viewer's metrics, by name
     */
    public record Sheet(
            Map<Frequency, Integer> frequencies,
            Map<UUID, String> teams,
            Frequency frequency,
            List<Period> periods,
            List<Row> rows,
            boolean more) {}

    private record Group(
            Frequency frequency,
            @Nullable UUID team,
            @Nullable String teamName,
            int metrics) {}

    @Transactional(readOnly = true)
    public Sheet sheet(Viewer viewer, Wanted wanted) {
        List<Group> groups = groups(viewer);
        Map<Frequency, Integer> counts = new EnumMap<>(Frequency.class);
        Map<UUID, String> teams = new LinkedHashMap<>();
        for (Group group : groups) {
            counts.merge(group.frequency(), group.metrics(), Integer::sum);
            if (group.team() != null && group.teamName() != null) {
                teams.put(group.team(), group.teamName());
            }
        }
        Frequency frequency = wanted.frequency() != null
                ? wanted.frequency()
                : counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(Frequency.WEEKLY);
        List<Metric> metrics = metrics(viewer, wanted, frequency);
        boolean more = metrics.size() > ROWS;
        List<Metric> shown = more ? metrics.subList(0, ROWS) : metrics;
        List<Period> periods = periods(frequency, wanted.until());
        return new Sheet(counts, teams, frequency, periods, rows(shown, periods), more);
    }

    private List<Group> groups(Viewer viewer) {
        return db.sql("""
                select m.frequency, m.team_id, t.name as team_name, count(*) as metrics
                  from metric.metric m
                  left join organization.team t on t.id = m.team_id
                """ + MINE + " group by m.frequency, m.team_id, t.name order by t.name")
                .param("all", viewer.isAny(Role.EXEC, Role.CHAMP))
                .query((row, number) -> new Group(
                        Frequency.valueOf(row.getString("frequency")),
                        row.getObject("team_id", UUID.class),
                        row.getString("team_name"),
                        row.getInt("metrics")))
                .list();
    }

    private List<Metric> metrics(Viewer viewer, Wanted wanted, Frequency frequency) {
        return db.sql(MetricReader.COLUMNS + MetricReader.FROM + MINE + """
                   and m.frequency = :frequency
                   and (:team::uuid is null or m.team_id = :team)
                   and (:q::text is null or position(lower(:q) in lower(m.name)) > 0)
                 order by m.owner_id <> access.person(), m.name, m.id
                 limit :most offset :past
                """)
                .param("all", viewer.isAny(Role.EXEC, Role.CHAMP))
                .param("frequency", frequency.name())
                .param("team", wanted.team())
                .param("q", wanted.q())
                .param("most", ROWS + 1)
                .param("past", (wanted.page() - 1) * ROWS)
                .query(reader::metric)
                .list();
    }

    private List<Row> rows(List<Metric> metrics, List<Period> periods) {
        Map<UUID, List<Point>> points = store.points(
                metrics.stream().map(Metric::id).toList(),
                periods.getFirst().start(),
                periods.getLast().end());
        return metrics.stream()
                .map(metric -> new Row(
                        metric,
                        points.getOrDefault(metric.id(), List.of()).stream()
                                .collect(Collectors.toMap(
                                        point -> point.period().start(),
                                        Function.identity(),
                                        (one, other) -> other,
                                        TreeMap::new))))
                .toList();
    }

    /** The last periods of a frequency, the newest last. */
    private List<Period> periods(Frequency frequency, @Nullable LocalDate until) {
        LocalDate today = clock.today();
        int count =
                switch (frequency) {
                    case DAILY -> 7;
                    case WEEKLY, BIWEEKLY, MONTHLY -> 6;
                    case QUARTERLY, ANNUAL -> 4;
                };
        List<Period> periods = new ArrayList<>();
        Period period = frequency.periodOf(until == null || until.isAfter(today) ? today : until);
        for (int i = 0; i < count; i++) {
            periods.add(period);
            period = frequency.previous(period);
        }
        Collections.reverse(periods);
        return periods;
    }

    /** A metric that waits for the value of a period. */
    public record Blank(UUID metric, String name, Period period) {}

    /** The metrics the viewer enters, each with the period that runs; the first thousand by name. */
    @Transactional(readOnly = true)
    public List<Blank> blanks(Viewer viewer) {
        return db.sql("select m.id, m.name, m.frequency from metric.metric m " + MINE + """
                   and m.formula is null and not m.adds_up
                 order by m.name, m.id
                 limit 1000
                """)
                .param("all", viewer.isAny(Role.EXEC, Role.CHAMP))
                .query((row, number) -> new Blank(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Frequency.valueOf(row.getString("frequency")).periodOf(clock.today())))
                .list();
    }

    /**
     * What somebody typed into a cell.
     *
     * @param text a number, or {@code 12 / 48} for numerator and denominator
     */
    public record Typed(
            UUID metric,
            LocalDate start,
            String text,
            @Nullable String note) {}

    /** What is wrong with a cell. */
    public record Wrong(Typed cell, Problem problem) {}

    /** The metrics as they are now that some of their values were kept, and the cells that cannot be read. */
    public record Saved(List<Measurements.Outcome> outcomes, List<Wrong> wrong) {}

    /**
     * Keeps what was typed.
     *
     * @param partly whether the cells that can be read are kept although others cannot
     * @throws ProblemException with every cell that may not be kept, at {@code v.metric.start}
     */
    public Saved save(Viewer viewer, List<Typed> cells, boolean partly) {
        Map<UUID, Metric> metrics = new LinkedHashMap<>();
        reader.of(cells.stream().map(Typed::metric).distinct().toList()).forEach(one -> metrics.put(one.id(), one));
        Map<UUID, List<MeasurementContent>> contents = new LinkedHashMap<>();
        Map<UUID, List<Typed>> readable = new LinkedHashMap<>();
        List<Wrong> wrong = new ArrayList<>();
        for (Typed cell : cells) {
            Metric metric = metrics.get(cell.metric());
            if (metric == null) {
                throw GeneralProblem.NOT_FOUND.exception();
            }
            try {
                MeasurementContent content = content(metric, cell);
                contents.computeIfAbsent(metric.id(), id -> new ArrayList<>()).add(content);
                readable.computeIfAbsent(metric.id(), id -> new ArrayList<>()).add(cell);
            } catch (ProblemException unreadable) {
                wrong.add(new Wrong(cell, unreadable.first()));
            }
        }
        if (contents.isEmpty() || (!partly && !wrong.isEmpty())) {
            return new Saved(List.of(), wrong);
        }
        try {
            return new Saved(measurements.record(viewer, contents, Source.MANUAL), wrong);
        } catch (ProblemException refused) {
            throw new ProblemException(refused.problems().stream()
                    .map(problem -> atCell(problem, readable))
                    .toList());
        }
    }

    /** The field of a value as the cell it was typed into. */
    private static Problem atCell(Problem problem, Map<UUID, List<Typed>> cells) {
        Matcher field = problem.field() == null ? null : FIELD.matcher(problem.field());
        if (field == null || !field.matches()) {
            return problem;
        }
        List<Typed> ofMetric = field.group(1) == null
                ? cells.values().iterator().next()
                : cells.getOrDefault(UUID.fromString(field.group(1)), List.of());
        int number = field.group(2) == null ? 0 : Integer.parseInt(field.group(2));
        if (number >= ofMetric.size()) {
            return problem;
        }
        Typed cell = ofMetric.get(number);
        return problem.at("v." + cell.metric() + "." + cell.start());
    }

    private static MeasurementContent content(Metric metric, Typed cell) {
        Period period = metric.sheet().frequency().periodOf(cell.start());
        int over = cell.text().indexOf('/');
        String note = cell.note() == null || cell.note().isBlank() ? null : cell.note();
        if (cell.text().isBlank()) {
            throw GeneralProblem.REQUIRED
                    .saying("A value that was entered stays; type the right one.")
                    .exception();
        }
        if (over < 0) {
            BigDecimal value =
                    TypedNumber.parse(cell.text(), metric.sheet().unit()).orThrow("value");
            return new MeasurementContent(period.start(), period.end(), value, null, null, null, note, null);
        }
        return new MeasurementContent(
                period.start(),
                period.end(),
                null,
                TypedNumber.parse(cell.text().substring(0, over), "").orThrow("numerator"),
                TypedNumber.parse(cell.text().substring(over + 1), "").orThrow("denominator"),
                null,
                note,
                null);
    }
}
