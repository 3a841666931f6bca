package io.cairn.bench;

import io.cairn.CairnApplication;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.FreshDatabase;
import io.cairn.testing.ManyMetrics;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.TestDatabase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** How fast values are loaded over HTTP, beside PostgreSQL's own COPY of the same rows into the same empty table. */
public final class BulkLoad {
    private static final int WEEKS = 250;
    private static final LocalDate FIRST = LocalDate.of(2021, 10, 18);

    private BulkLoad() {}

    public static void main(String[] args) throws IOException, SQLException {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        Path sent = Files.createTempFile("values", ".csv");
        Path copied = Files.createTempFile("rows", ".copy");
        try (var program = new SpringApplicationBuilder(CairnApplication.class)
                .initializers(new FreshDatabase())
                .properties("cairn.mode=test", "server.address=127.0.0.1", "server.port=0")
                .run()) {
            TestDatabase database = program.getBean(TestDatabase.class);
            Viewer owner = program.getBean(SmallCompany.class).cast().member();
            List<UUID> metrics = ManyMetrics.fill(database, owner.id(), rows / WEEKS, 0);
            write(metrics, sent, copied);
            System.out.printf(Locale.ROOT, "%,d values of %,d metrics%n", metrics.size() * WEEKS, metrics.size());
            for (int round = 0; round <= 3; round++) {
                long copy = copy(database, copied);
                empty(database);
                long load = load(program.getBean(Api.class), owner, sent);
                empty(database);
                System.out.printf(
                        Locale.ROOT,
                        (round == 0 ? "just started" : "round " + round)
                                + ": COPY %.1f s, load %.1f s, %.2f of COPY's speed%n",
                        copy / 1e9,
                        load / 1e9,
                        (double) copy / load);
            }
        } finally {
            Files.delete(sent);
            Files.delete(copied);
        }
        System.exit(0);
    }

    private static void write(List<UUID> metrics, Path sent, Path copied) throws IOException {
        UUID everyone = io.cairn.access.Audience.EVERYONE.id();
        try (BufferedWriter csv = Files.newBufferedWriter(sent);
                BufferedWriter copy = Files.newBufferedWriter(copied)) {
            csv.write("metricId,periodStart,periodEnd,value\n");
            for (UUID metric : metrics) {
                for (int week = 0; week < WEEKS; week++) {
                    LocalDate start = FIRST.plusWeeks(week);
                    int value = (metric.hashCode() + week * 7919 & 0x7fffffff) % 100_000;
                    csv.write(metric + "," + start + "," + start.plusDays(6) + "," + value / 100 + "." + value % 100
                            + "\n");
                    copy.write(metric + "\t" + start + "\t1\t" + start.plusDays(6) + "\t" + value / 100 + "."
                            + value % 100 + "\tFINAL\tAPI\t2026-08-15 10:00:00Z\teveryone\t" + everyone + "\n");
                }
            }
        }
    }

    private static long copy(TestDatabase database, Path rows) throws IOException, SQLException {
        try (Connection connection = database.superuser().connect();
                var text = Files.newInputStream(rows)) {
            long from = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("""
                    copy metric.measurement (metric_id, period_start, revision, period_end, value, status, source, recorded_at,
                                             audience_kind, audience_id) from stdin
                    """, text, 1 << 16);
            return System.nanoTime() - from;
        }
    }

    private static long load(Api api, Viewer owner, Path sent) throws IOException {
        long from = System.nanoTime();
        Api.Reply reply = api.stream(owner, "/api/v1/measurements", "text/csv", BodyPublishers.ofFile(sent));
        long took = System.nanoTime() - from;
        if (reply.status() != 200) {
            throw new IllegalStateException(reply.raw().body());
        }
        return took;
    }

    private static void empty(TestDatabase database) throws SQLException {
        try (Connection connection = database.superuser().connect();
                var statement = connection.createStatement()) {
            statement.execute("truncate metric.measurement, metric.alert, audit.entry");
            statement.execute("vacuum analyze metric.metric");
            statement.execute("checkpoint");
        }
    }
}
