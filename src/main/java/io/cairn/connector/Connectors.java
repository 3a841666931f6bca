package io.cairn.connector;

import io.cairn.access.Audience;
import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.connector.ConnectorCheck.Checked;
import io.cairn.framework.FrameworkProblem;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Page;
import io.cairn.kernel.ProblemList;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes, changes and reads connectors. Whoever makes one owns it and must be allowed to enter the metrics it feeds; its
 * owner and administrators see it. A secret stays with the place it was typed for: whoever sends it elsewhere, or asks
 * another question with it than whoever typed it, types it again.
 */
@Component
@Transactional
public class Connectors {
    static final String KPI = "kpi";

    private final ConnectorStore store;
    private final FedMetrics metrics;
    private final Vault vault;
    private final Journal journal;

    Connectors(ConnectorStore store, FedMetrics metrics, Vault vault, Journal journal) {
        this.store = store;
        this.metrics = metrics;
        this.vault = vault;
        this.journal = journal;
    }

    /** What is done with the secret: a new one, none any more, or as it was. */
    public enum SecretChange {
        KEEP,
        SET
    }

    @Transactional(readOnly = true)
    public Page<Connector> list(@Nullable ConnectorKind kind, @Nullable UUID owner, int limit, @Nullable UUID after) {
        return store.list(kind, owner, limit, after);
    }

    /** @throws io.cairn.kernel.ProblemException NOT_FOUND */
    @Transactional(readOnly = true)
    public Connector require(UUID connector) {
        return store.find(connector).orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    /** @throws io.cairn.kernel.ProblemException also FRAMEWORK_OFF where KPIs are not in use */
    public Connector create(Viewer viewer, ConnectorContent content) {
        FrameworkProblem.refuseUnlessUsed(viewer, KPI);
        Checked checked = ConnectorCheck.read(content);
        enterable(viewer, checked.feeds(), Set.of());
        UUID id = Ids.next();
        store.insert(id, viewer.id(), checked);
        if (checked.secret() != null) {
            store.keepSecret(id, viewer.id(), viewer.id(), vault.seal(id, checked.secret()));
        }
        Connector made = require(id);
        journal.record(Entry.of("connector.made", "connector", id, "set up the connector “" + made.name() + "”")
                .after(Told.of(made))
                .seenBy(Audience.account(viewer.id())));
        return made;
    }

    /** @param change of what is stored, without the secret */
    public Connector edit(
            Viewer viewer, UUID id, int version, SecretChange secret, UnaryOperator<ConnectorContent> change) {
        Connector before = require(id);
        Checked checked = ConnectorCheck.read(change.apply(before.content()));
        if (checked.content().kind() != before.kind()) {
            throw ConnectorProblem.KIND_FIXED.at("kind").exception();
        }
        enterable(viewer, checked.feeds(), fed(before));
        if (secret == SecretChange.KEEP && before.hasSecret()) {
            refuseToCarry(viewer, before, checked);
        }
        if (!store.update(id, version, checked)) {
            throw GeneralProblem.STALE_VERSION
                    .problem()
                    .with("current", before.version())
                    .exception();
        }
        if (secret == SecretChange.SET) {
            replaceSecret(viewer, before, checked.secret());
        }
        Connector after = require(id);
        journal.record(Entry.of("connector.changed", "connector", id, changed(after, secret))
                .before(Told.of(before))
                .after(Told.of(after))
                .seenBy(Audience.account(before.owner().id())));
        return after;
    }

    private void replaceSecret(Viewer viewer, Connector connector, @Nullable String secret) {
        if (secret == null) {
            store.forgetSecret(connector.id());
        } else {
            store.keepSecret(connector.id(), connector.owner().id(), viewer.id(), vault.seal(connector.id(), secret));
        }
    }

    private static String changed(Connector connector, SecretChange secret) {
        String what = "changed the connector “" + connector.name() + "”";
        return secret == SecretChange.SET ? what + " and its secret" : what;
    }

    public void delete(UUID id) {
        Connector gone = require(id);
        store.delete(id);
        journal.record(Entry.of("connector.deleted", "connector", id, "deleted the connector “" + gone.name() + "”")
                .before(Told.of(gone))
                .seenBy(Audience.account(gone.owner().id())));
    }

    /** The metrics a form may offer. */
    @Transactional(readOnly = true)
    public Map<UUID, String> choices(Viewer viewer) {
        return metrics.enterable(viewer).stream()
                .collect(Collectors.toMap(
                        FedMetrics.Choice::id,
                        FedMetrics.Choice::name,
                        (one, other) -> one,
                        java.util.LinkedHashMap::new));
    }

    /** The names of the metrics it feeds, as far as the viewer may see them. */
    @Transactional(readOnly = true)
    public Map<UUID, String> fedNames(List<Feed> feeds) {
        return metrics.of(ids(feeds)).stream().collect(Collectors.toMap(FedMetric::id, FedMetric::name));
    }

    /** What stays is not asked about again, so that an administrator may repair what others own. */
    private void enterable(Viewer viewer, List<Feed> feeds, Set<UUID> known) {
        Map<UUID, FedMetric> seen =
                metrics.of(ids(feeds)).stream().collect(Collectors.toMap(FedMetric::id, Function.identity()));
        var problems = new ProblemList();
        for (int number = 0; number < feeds.size(); number++) {
            UUID id = Objects.requireNonNull(feeds.get(number).metricId());
            FedMetric metric = seen.get(id);
            String field = "feeds[" + number + "].metricId";
            if (!known.contains(id)) {
                problems.when(metric == null, ConnectorProblem.NO_SUCH_METRIC.at(field));
                problems.when(metric != null && !metric.mayEnter(), GeneralProblem.NOT_ALLOWED.at(field));
            }
        }
        problems.throwAny();
    }

    void refuseToCarry(Viewer viewer, Connector before, Checked checked) {
        Source was = ConnectorCheck.read(before.content()).source();
        boolean elsewhere = !was.secretGoesTo().equals(checked.source().secretGoesTo());
        boolean anotherQuestion = !was.equals(checked.source());
        if (elsewhere || anotherQuestion && !store.typedBy(before.id(), viewer.id())) {
            throw ConnectorProblem.SECRET_AGAIN.at("secret").exception();
        }
    }

    /** An administrator repairs connectors but does not read through them what is kept from administrators. */
    void refusePeeking(Viewer viewer, Connector connector) {
        boolean owner = connector.owner().id().equals(viewer.id());
        Set<UUID> seen =
                metrics.of(ids(connector.feeds())).stream().map(FedMetric::id).collect(Collectors.toSet());
        if (!owner && !seen.containsAll(fed(connector))) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
    }

    static List<UUID> ids(List<Feed> feeds) {
        return feeds.stream().map(Feed::metricId).filter(Objects::nonNull).toList();
    }

    private static Set<UUID> fed(Connector connector) {
        return Set.copyOf(ids(connector.feeds()));
    }

    /** Allowed for who keeps the technical side. */
    static void onlyAdministrators(Viewer viewer) {
        if (!viewer.is(Role.ADMIN)) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
    }

    /** What the journal tells: no query, address or header, which may themselves hold something to hide. */
    private record Told(String name, ConnectorKind kind, int everyMinutes, boolean enabled, List<UUID> metrics) {
        static Told of(Connector connector) {
            return new Told(
                    connector.name(),
                    connector.kind(),
                    connector.everyMinutes(),
                    connector.enabled(),
                    ids(connector.feeds()));
        }
    }
}
