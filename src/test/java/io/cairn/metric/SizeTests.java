package io.cairn.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.CairnTest;
import io.cairn.testing.ManyMetrics;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.Statements;
import io.cairn.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** However many metrics there are, reading one or a page of them takes the same statements, and no table of values is read whole. */
@CairnTest
@TestPropertySource(properties = "cairn.test=many metrics of their own")
@DirtiesContext
class SizeTests {
    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    Statements statements;

    @Autowired
    TestDatabase database;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aMetricsPageReadsTheSameWithTenMetricsAndWithAThousand() throws SQLException {
        readsTheSame(10, 1_000, 52);
    }

    @Test
    @Tag("long")
    void aMetricsPageReadsTheSameWithTenThousandMetricsOfFiveYears() throws SQLException {
        readsTheSame(10, 10_000, 260);
    }

    private void readsTheSame(int few, int many, int weeks) throws SQLException {
        Viewer owner = company.cast().member();
        UUID metric = ManyMetrics.fill(database, owner.id(), few, weeks).getFirst();
        counts(owner, metric); // issues the token
        List<Integer> small = counts(owner, metric);
        ManyMetrics.fill(database, owner.id(), many - few, weeks);
        assertThat(counts(owner, metric)).isEqualTo(small).allMatch(count -> count <= 12);
        for (String statement : measurementReads(owner, metric)) {
            String plan = plan(statement, owner, metric);
            assertThat(plan).contains("Index").doesNotContain("Seq Scan on measurement");
        }
    }

    private List<String> addresses(UUID metric) {
        String one = "/api/v1/metrics/" + metric;
        return List.of(one, one + "/series", one + "/measurements", one + "/signals", "/api/v1/metrics?limit=30");
    }

    private Statements.Counted<Api.Reply> counted(Callable<Api.Reply> read) {
        try {
            return statements.during(read);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<Integer> counts(Viewer viewer, UUID metric) {
        List<Integer> counts = new ArrayList<>();
        for (String address : addresses(metric)) {
            var counted = counted(() -> api.get(viewer, address));
            assertThat(counted.result().status()).isEqualTo(200);
            counts.add(counted.count());
        }
        return counts;
    }

    private List<String> measurementReads(Viewer viewer, UUID metric) {
        List<String> reads = addresses(metric).stream()
                .flatMap(address -> counted(() -> api.get(viewer, address)).statements().stream())
                .filter(statement -> statement.contains("metric.measurement"))
                .distinct()
                .toList();
        assertThat(reads).isNotEmpty();
        return reads;
    }

    /** As the viewer reads it, with row security; each placeholder gets a value of the type that it stands for. */
    private String plan(String statement, Viewer viewer, UUID metric) {
        String filled = statement
                .replace("any (?::uuid[])", "any (array['" + metric + "']::uuid[])")
                .replace("metric_id = ?", "metric_id = '" + metric + "'")
                .replace("between ? and ?", "between date '2024-01-01' and date '2026-12-31'")
                .replace("period_start < ?", "period_start < date '2026-12-31'")
                .replace("limit ?", "limit 51");
        assertThat(filled).doesNotContain("?");
        return io.cairn.access.Viewing.as(
                viewer,
                () -> transaction.execute(status -> String.join(
                        "\n", db.sql("explain " + filled).query(String.class).list())));
    }
}
