package io.cairn.connector;

import io.cairn.access.Viewers;
import io.cairn.access.Viewing;
import io.cairn.connector.FedMetrics.Outcome;
import io.cairn.framework.FrameworkProblem;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Page;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs connectors: reads what to do, fetches outside of any transaction, enters the values on the owner's behalf and writes
 * the run down. Row by row and metric by metric: what fails harms no other.
 */
@Component
public class ConnectorRuns {
    static final String SYSTEM = "Connectors";
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorRuns.class);
    private static final int TOLD = 3;

    private final ConnectorStore store;
    private final RunStore runs;
    private final Connectors connectors;
    private final Vault vault;
    private final AllowedHosts hosts;
    private final Fetching fetching;
    private final FedMetrics metrics;
    private final Viewers viewers;
    private final DomainClock domain;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ConnectorRuns(
            ConnectorStore store,
            RunStore runs,
            Connectors connectors,
            Vault vault,
            AllowedHosts hosts,
            Fetching fetching,
            FedMetrics metrics,
            Viewers viewers,
            DomainClock domain,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.runs = runs;
        this.connectors = connectors;
        this.vault = vault;
        this.hosts = hosts;
        this.fetching = fetching;
        this.metrics = metrics;
        this.viewers = viewers;
        this.domain = domain;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Runs it now for whoever may see it; the schedule goes on from here.
     *
     * @throws ProblemException NOT_FOUND, or {@code ALREADY_RUNNING}; what goes wrong in the run stands in the run
     */
    public ConnectorRun run(UUID connector) {
        UUID claim = Ids.next();
        transaction.executeWithoutResult(status -> {
            connectors.require(connector);
            if (!runs.claim(connector, claim)) {
                throw ConnectorProblem.ALREADY_RUNNING.exception();
            }
        });
        return carryOut(connector, claim, true);
    }

    /** Takes the connector that is due longest; empty when none is. */
    Optional<Runnable> nextDue() {
        UUID claim = Ids.next();
        Optional<UUID> due = Viewing.asSystem(SYSTEM, () -> transaction.execute(status -> runs.claimDue(claim)));
        return due.map(connector -> () -> carryOut(connector, claim, false));
    }

    public Page<ConnectorRun> list(UUID connector, int limit, @Nullable UUID before) {
        return transaction.execute(status -> {
            connectors.require(connector);
            return runs.list(connector, limit, before);
        });
    }

    /** What a run needs to know, read in one transaction. */
    private record Work(
            Connector connector,
            Optional<Viewer> owner,
            @Nullable String secret,
            Set<String> allowed,
            Map<UUID, FedMetric> metrics) {
        @Override
        public String toString() {
            return "Work[" + connector.id() + "]";
        }
    }

    private ConnectorRun carryOut(UUID id, UUID claim, boolean byHand) {
        Instant started = clock.instant();
        Connector connector = system(() -> store.find(id)).orElseThrow();
        Tally tally = new Tally();
        try {
            Work work = read(connector);
            enter(work, tally);
        } catch (ProblemException refused) {
            tally.fail(refused.first().message());
        } catch (RuntimeException unexpected) {
            LOG.warn("The connector {} failed: {}", id, unexpected.getClass().getName());
            tally.fail("Something went wrong on our side; it has been noted.");
        }
        ConnectorRun run = tally.run(started, clock.instant(), byHand);
        system(() -> {
            runs.finish(connector, claim, run);
            return run;
        });
        return run;
    }

    private Work read(Connector connector) {
        Optional<Viewer> owner = system(() -> viewers.acting(connector.owner().id()));
        Viewer acting = owner.orElseThrow(ConnectorProblem.OWNER_GONE::exception);
        return Viewing.as(
                acting,
                () -> transaction.execute(status -> new Work(
                        connector,
                        owner,
                        secret(connector.id()),
                        hosts.names(),
                        byId(metrics.of(Connectors.ids(connector.feeds()))))));
    }

    private @Nullable String secret(UUID connector) {
        return store.sealedSecret(connector)
                .map(kept -> vault.open(connector, kept))
                .orElse(null);
    }

    private void enter(Work work, Tally tally) {
        List<Feed> feeds = work.connector().feeds().stream()
                .filter(feed -> work.metrics().containsKey(feed.metricId()))
                .toList();
        if (feeds.size() < work.connector().feeds().size()) {
            tally.refuse("A metric it feeds is not there for its owner any more.");
        }
        if (feeds.isEmpty()) {
            return;
        }
        Source source = ConnectorCheck.read(work.connector().content()).source();
        Rows rows = fetching.fetch(question(source, work.secret(), feeds, work.allowed(), work.metrics()));
        if (rows.rows().isEmpty()) {
            throw ConnectorProblem.NO_ROWS.exception();
        }
        tally.rows = rows.rows().size();
        List<Reading> readings = new Readings(work.metrics(), domain.getZone()).of(rows, feeds);
        sound(readings, tally).forEach((metric, values) -> {
            Viewer owner = work.owner().orElseThrow();
            tally.add(Viewing.as(
                    owner,
                    () -> metrics.record(
                            owner,
                            java.util.Objects.requireNonNull(work.metrics().get(metric)),
                            values)));
        });
    }

    private static Map<UUID, List<Reading>> sound(List<Reading> readings, Tally tally) {
        Map<UUID, List<Reading>> sound = new LinkedHashMap<>();
        for (Reading reading : readings) {
            Problem problem = reading.problem();
            if (problem == null) {
                sound.computeIfAbsent(reading.metricId(), id -> new ArrayList<>())
                        .add(reading);
            } else {
                tally.refuse("Row " + reading.row() + ": " + problem.message());
            }
        }
        return sound;
    }

    /** A Prometheus query about a period that is over asks about its end. */
    private Fetching.Question question(
            Source source,
            @Nullable String secret,
            List<Feed> feeds,
            Set<String> allowed,
            Map<UUID, FedMetric> metrics) {
        boolean completed = feeds.stream().allMatch(feed -> feed.period() == PeriodOf.LAST_COMPLETED);
        Instant until = completed
                ? metrics.values().stream()
                        .map(FedMetric::current)
                        .max(java.util.Comparator.naturalOrder())
                        .orElse(domain.today())
                        .atStartOfDay(domain.getZone())
                        .toInstant()
                : domain.instant();
        return new Fetching.Question(source, secret, Feed.places(feeds), until, allowed);
    }

    /**
     * Fetches as typed, or as stored where nothing was typed, and stores nothing.
     *
     * @param stored the connector this is a change of
     * @throws ProblemException at the field that is to be changed
     */
    public Trial trial(Viewer viewer, ConnectorContent content, @Nullable UUID stored) {
        if (stored == null) {
            FrameworkProblem.refuseUnlessUsed(viewer, Connectors.KPI);
        }
        ConnectorCheck.Checked checked = ConnectorCheck.read(content);
        record Ready(Fetching.Question question, Map<UUID, FedMetric> metrics) {}
        Ready ready = transaction.execute(status -> {
            String secret = checked.secret() == null ? kept(viewer, checked, stored) : checked.secret();
            Map<UUID, FedMetric> seen = byId(metrics.of(Connectors.ids(checked.feeds())));
            for (int number = 0; number < checked.feeds().size(); number++) {
                if (!seen.containsKey(checked.feeds().get(number).metricId())) {
                    throw ConnectorProblem.NO_SUCH_METRIC
                            .at("feeds[" + number + "].metricId")
                            .exception();
                }
            }
            return new Ready(question(checked.source(), secret, checked.feeds(), hosts.names(), seen), seen);
        });
        Rows rows = fetching.fetch(ready.question());
        List<Reading> readings = new Readings(ready.metrics(), domain.getZone()).of(rows, checked.feeds());
        return Trial.of(rows, readings, ready.metrics());
    }

    /** A trial of what is stored. */
    public Trial trial(Viewer viewer, UUID connector) {
        Connector stored = transaction.execute(status -> connectors.require(connector));
        return trial(viewer, stored.content(), connector);
    }

    /** The stored secret, if it may be used for what was typed. */
    private @Nullable String kept(Viewer viewer, ConnectorCheck.Checked checked, @Nullable UUID stored) {
        if (stored == null) {
            return null;
        }
        Connector before = connectors.require(stored);
        connectors.refusePeeking(viewer, before);
        if (before.hasSecret()) {
            connectors.refuseToCarry(viewer, before, checked);
        }
        return secret(stored);
    }

    private static Map<UUID, FedMetric> byId(List<FedMetric> metrics) {
        return metrics.stream().collect(Collectors.toMap(FedMetric::id, Function.identity()));
    }

    private <T> T system(java.util.function.Supplier<T> work) {
        return Viewing.asSystem(SYSTEM, () -> transaction.execute(status -> work.get()));
    }

    /** What comes of a run, counted while it goes on. */
    private static final class Tally {
        private final List<String> messages = new ArrayList<>();
        private boolean failed;
        private int rows;
        private int stored;
        private int unchanged;
        private int refused;

        void fail(String message) {
            failed = true;
            messages.addFirst(message);
        }

        void refuse(String message) {
            refused++;
            messages.add(message);
        }

        void add(Outcome outcome) {
            stored += outcome.stored();
            unchanged += outcome.unchanged();
            outcome.refusals().forEach(refusal -> refuse("Row " + refusal.row() + ": " + refusal.message()));
        }

        ConnectorRun run(Instant started, Instant ended, boolean byHand) {
            boolean nothing = stored + unchanged == 0;
            RunOutcome outcome = failed || refused > 0 && nothing
                    ? RunOutcome.FAILED
                    : refused > 0 ? RunOutcome.PARTLY : RunOutcome.SUCCEEDED;
            return new ConnectorRun(
                    Ids.next(), started, ended, byHand, outcome, rows, stored, unchanged, refused, message());
        }

        private String message() {
            String told = messages.stream().distinct().limit(TOLD).collect(Collectors.joining(" "));
            long more = messages.stream().distinct().count() - TOLD;
            return more > 0 ? told + " And " + more + " more." : told;
        }
    }
}
