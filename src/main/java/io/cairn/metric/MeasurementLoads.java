package io.cairn.metric;

import io.cairn.access.Elevation;
import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Viewer;
import io.cairn.metric.LoadTable.Kept;
import io.cairn.web.WebProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Values of many metrics at once, as many as there are, in constant memory and one transaction. The same rules and rights hold
 * as for values one by one; a later line of the same period corrects the earlier.
 */
@Component
public class MeasurementLoads {
    /** How many may hold a connection for as long as a caller takes to send. */
    private static final int AT_ONCE = 3;

    private static final int METRICS_AT_ONCE = 250;
    private static final int SHOWN = 200;

    private final JdbcClient db;
    private final DataSource source;
    private final TransactionTemplate transaction;
    private final Elevation elevation;
    private final LoadTable table;
    private final MetricFlow flow;
    private final Journal journal;
    private final DomainClock clock;
    private final Semaphore room = new Semaphore(AT_ONCE);

    MeasurementLoads(
            JdbcClient db,
            DataSource source,
            TransactionTemplate transaction,
            Elevation elevation,
            LoadTable table,
            MetricFlow flow,
            Journal journal,
            DomainClock clock) {
        this.db = db;
        this.source = source;
        this.transaction = transaction;
        this.elevation = elevation;
        this.table = table;
        this.flow = flow;
        this.journal = journal;
        this.clock = clock;
    }

    /** Keeps the rows, or says what is wrong with them; nothing is kept of a load that is refused. */
    public Loaded load(Viewer viewer, LoadRows rows, OnError onError, Source from) {
        return inRoom(status -> {
            Gathered gathered = gather(viewer, rows, true);
            if (onError == OnError.REFUSE && gathered.errors().refused() > 0) {
                status.setRollbackOnly();
                return gathered.refused();
            }
            return gathered.kept(keep(viewer, gathered, from));
        });
    }

    /** What keeping the good rows would do; changes nothing. */
    public LoadPlan plan(Viewer viewer, LoadRows rows) {
        return inRoom(status -> {
            status.setRollbackOnly();
            return plan(gather(viewer, rows, false));
        });
    }

    /** @throws io.cairn.kernel.ProblemException UPLOAD_CHANGED where it would no longer do what the plan's digest says */
    public Loaded keepPlanned(Viewer viewer, LoadRows rows, String digest) {
        return inRoom(status -> {
            Gathered gathered = gather(viewer, rows, true);
            if (!table.sum().digest().equals(digest)) {
                throw MetricProblem.UPLOAD_CHANGED.exception();
            }
            return gathered.kept(keep(viewer, gathered, Source.FILE));
        });
    }

    private <T> T inRoom(Function<TransactionStatus, T> work) {
        if (!room.tryAcquire()) {
            throw WebProblem.BUSY
                    .saying("Others are sending values just now; try again in a moment.")
                    .exception();
        }
        try {
            return Objects.requireNonNull(transaction.execute(work::apply));
        } finally {
            room.release();
        }
    }

    /**
     * Rows that are good, in the table beside what is known, and what is wrong with the others.
     *
     * @param fresh whether nothing is known of any of their periods and no two of them are near each other
     */
    private record Gathered(LoadMetrics metrics, long rows, LoadErrors errors, boolean fresh) {
        Loaded refused() {
            return new Loaded(rows, 0, 0, errors.refused(), errors.told());
        }

        Loaded kept(long stored) {
            return new Loaded(rows, stored, rows - errors.refused() - stored, errors.refused(), errors.told());
        }
    }

    /** @param toKeep whether others who write the same metrics wait until this transaction ends */
    private Gathered gather(Viewer viewer, LoadRows rows, boolean toKeep) {
        table.open();
        LoadMetrics metrics = LoadMetrics.read(db, viewer);
        LoadErrors errors = new LoadErrors();
        LoadReading reading = copy(rows, metrics, errors);
        table.weigh();
        if (toKeep) {
            elevation.<@Nullable Object>asSystem("Cairn", () -> {
                table.lock();
                return null;
            });
        }
        boolean fresh = table.addKnown() == 0 && reading.inOrder();
        List<UUID> overlapping = fresh ? List.of() : table.overlapping();
        if (!overlapping.isEmpty()) {
            table.takeOutOverlaps(overlapping, errors);
        }
        return new Gathered(metrics, reading.rows(), errors, fresh);
    }

    private LoadReading copy(LoadRows rows, LoadMetrics metrics, LoadErrors errors) {
        var connection = DataSourceUtils.getConnection(source);
        try (LoadLines lines = LoadLines.into(connection)) {
            LoadReading reading = new LoadReading(metrics, lines, errors, clock.today());
            rows.each(reading);
            lines.finish();
            return reading;
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private long keep(Viewer viewer, Gathered gathered, Source from) {
        List<Kept> kept = gathered.fresh()
                ? table.keepFresh(from, viewer.id(), clock.instant())
                : table.keep(from, viewer.id(), clock.instant());
        journal.record(kept.stream().map(one -> entry(one, gathered.metrics())).toList());
        List<UUID> changed = kept.stream().map(Kept::metricId).toList();
        for (int first = 0; first < changed.size(); first += METRICS_AT_ONCE) {
            flow.renew(changed.subList(first, Math.min(changed.size(), first + METRICS_AT_ONCE)));
        }
        return kept.stream().mapToLong(Kept::values).sum();
    }

    private static Entry entry(Kept kept, LoadMetrics metrics) {
        LoadMetrics.Known metric = Objects.requireNonNull(metrics.find(kept.metricId()));
        String values = kept.values() == 1 ? "a value" : "%,d values".formatted(kept.values());
        return Entry.of(
                        "metric.measured",
                        "metric",
                        kept.metricId(),
                        "entered %s of “%s” at once".formatted(values, metric.name()))
                .seenBy(metric.key());
    }

    private LoadPlan plan(Gathered gathered) {
        LoadTable.Sum sum = table.sum();
        return new LoadPlan(
                gathered.rows(),
                sum.created(),
                sum.corrected(),
                sum.unchanged(),
                gathered.errors().refused(),
                table.plan(gathered.metrics(), SHOWN),
                gathered.errors().told(),
                sum.digest());
    }
}
