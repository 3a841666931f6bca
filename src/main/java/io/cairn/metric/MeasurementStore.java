package io.cairn.metric;

import io.cairn.kernel.Cursor;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Page;
import io.cairn.kernel.PersonRef;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The rows of measurements; the newest revision of each period counts. */
@Component
class MeasurementStore {
    /** Appends all rows of the parameter {@code :rows}, recorded {@code :at}, stamped with their metrics' keys. */
    static final String INSERT = """
            insert into metric.measurement (metric_id, period_start, revision, period_end, value, numerator, denominator,
                                            weight, status, source, note, entered_by, recorded_at, audience_kind, audience_id)
            select x."metricId", x."periodStart", x."revision", x."periodEnd", x."value", x."numerator", x."denominator",
                   x."weight", x."status", x."source", x."note", x."enteredBy", :at, m.audience_kind, m.audience_id
              from jsonb_to_recordset(:rows::jsonb) as x (
                   "metricId" uuid, "periodStart" date, "revision" int, "periodEnd" date, "value" numeric,
                   "numerator" numeric, "denominator" numeric, "weight" numeric, "status" text, "source" text,
                   "note" text, "enteredBy" uuid)
              join metric.metric m on m.id = x."metricId"
            """;

    private final JdbcClient db;
    private final ObjectMapper json;

    MeasurementStore(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A row to be written. */
    record Row(
            UUID metricId,
            LocalDate periodStart,
            int revision,
            LocalDate periodEnd,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal weight,
            MeasurementStatus status,
            Source source,
            String note,
            @Nullable UUID enteredBy) {

        Point point() {
            return new Point(
                    new Measured(new Period(periodStart, periodEnd), value, numerator, denominator, weight),
                    status,
                    revision,
                    note);
        }
    }

    /** The series of many metrics, earliest period first. */
    Map<UUID, List<Point>> points(Collection<UUID> metrics) {
        return points(metrics, LocalDate.EPOCH.minusYears(200), LocalDate.EPOCH.plusYears(1000));
    }

    /** The periods that begin from {@code from} to {@code to}. */
    Map<UUID, List<Point>> points(Collection<UUID> metrics, LocalDate from, LocalDate to) {
        Map<UUID, List<Point>> series = new HashMap<>();
        db.sql("""
                select x.metric_id, x.period_start - date '1970-01-01', x.period_end - date '1970-01-01',
                       trim_scale(x.value), x.numerator, x.denominator, x.weight, x.status, x.revision, x.note
                  from metric.measurement x
                 where x.metric_id = any (:ids::uuid[]) and x.period_start between :from and :to
                 order by x.metric_id, x.period_start, x.revision
                """)
                .param("ids", Ids.array(metrics))
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    addNewer(series.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>()), point(row));
                });
        return series;
    }

    /** Revisions come in the index's own order, oldest first; letting the database turn them round would cost a sort. */
    private static void addNewer(List<Point> series, Point point) {
        if (!series.isEmpty()
                && series.getLast().period().start().equals(point.period().start())) {
            series.removeLast();
        }
        series.add(point);
    }

    /** By position, and days as numbers: a load reads a million of these. */
    private static Point point(ResultSet row) throws SQLException {
        return new Point(
                new Measured(
                        new Period(LocalDate.ofEpochDay(row.getLong(2)), LocalDate.ofEpochDay(row.getLong(3))),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5),
                        row.getBigDecimal(6),
                        row.getBigDecimal(7)),
                MeasurementStatus.valueOf(row.getString(8)),
                row.getInt(9),
                row.getString(10));
    }

    /** The newest periods first, each in its newest revision. */
    Page<Measurement> newest(UUID metric, int limit, @Nullable String cursor) {
        LocalDate before = day(cursor);
        List<Measurement> rows = db.sql("""
                select distinct on (x.period_start) x.*, p.name as entered_by_name
                  from metric.measurement x
                  left join organization.person p on p.id = x.entered_by
                 where x.metric_id = :metric and x.period_start < :before
                 order by x.period_start desc, x.revision desc
                 limit :rows
                """)
                .param("metric", metric)
                .param("before", before)
                .param("rows", limit + 1)
                .query(this::measurement)
                .list();
        return Page.of(rows, limit, row -> row.periodStart().toString());
    }

    /** All revisions of some periods, in the order they came. */
    List<Measurement> revisions(UUID metric, Collection<LocalDate> starts) {
        return db.sql("""
                select x.*, p.name as entered_by_name
                  from metric.measurement x
                  left join organization.person p on p.id = x.entered_by
                 where x.metric_id = :metric and x.period_start = any (:starts)
                 order by x.period_start, x.revision
                """)
                .param("metric", metric)
                .param("starts", starts.stream().map(java.sql.Date::valueOf).toArray(java.sql.Date[]::new))
                .query(this::measurement)
                .list();
    }

    private Measurement measurement(ResultSet row, int number) throws SQLException {
        BigDecimal denominator = row.getBigDecimal("denominator");
        UUID by = row.getObject("entered_by", UUID.class);
        return new Measurement(
                row.getObject("period_start", LocalDate.class),
                row.getObject("period_end", LocalDate.class),
                MetricReader.shown(row.getBigDecimal("value")),
                MetricReader.shown(row.getBigDecimal("numerator")),
                MetricReader.shown(denominator),
                MetricReader.shown(row.getBigDecimal("weight")),
                MeasurementStatus.valueOf(row.getString("status")),
                Source.valueOf(row.getString("source")),
                row.getBigDecimal("value") == null,
                row.getString("note"),
                row.getInt("revision"),
                by == null ? null : new PersonRef(by, row.getString("entered_by_name")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static LocalDate day(@Nullable String cursor) {
        String text = Cursor.decode(cursor);
        try {
            return text == null ? LocalDate.EPOCH.plusYears(5000) : LocalDate.parse(text);
        } catch (DateTimeParseException forged) {
            throw GeneralProblem.INVALID_CURSOR.at("cursor").exception();
        }
    }
}
