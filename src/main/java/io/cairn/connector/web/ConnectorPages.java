package io.cairn.connector.web;

import io.cairn.connector.Connector;
import io.cairn.connector.ConnectorKind;
import io.cairn.connector.ConnectorProblem;
import io.cairn.connector.ConnectorRun;
import io.cairn.connector.ConnectorRuns;
import io.cairn.connector.Connectors;
import io.cairn.connector.Connectors.SecretChange;
import io.cairn.connector.RunOutcome;
import io.cairn.connector.Trial;
import io.cairn.framework.FrameworkProblem;
import io.cairn.kernel.Cursor;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Page;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Connectors: one's own, and for administrators everybody's. */
@Controller
@RequestMapping("/connectors")
class ConnectorPages {
    private static final int SHOWN = 50;
    private static final int RUNS = 20;

    private final Connectors connectors;
    private final ConnectorRuns runs;
    private final DomainClock clock;

    ConnectorPages(Connectors connectors, ConnectorRuns runs, DomainClock clock) {
        this.connectors = connectors;
        this.runs = runs;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    ConnectorsPage list(Viewer viewer, @RequestParam(defaultValue = "") String cursor) {
        Page<Connector> page = connectors.list(null, null, SHOWN, Cursor.decodeId(cursor));
        String next = page.nextCursor() == null ? null : "/connectors?cursor=" + page.nextCursor();
        return new ConnectorsPage(page.items(), viewer.is(Role.ADMIN), next, clock.getZone());
    }

    @GetMapping("/new")
    @Transactional(readOnly = true)
    Html add(Viewer viewer, @RequestParam(defaultValue = "") String kind) {
        FrameworkProblem.refuseUnlessUsed(viewer, "kpi");
        ConnectorKind chosen = kind(kind);
        return chosen == null
                ? new ConnectorKindPage()
                : page(viewer, null, ConnectorForm.fresh(chosen), null, List.of());
    }

    @PostMapping
    Html create(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        ConnectorKind kind = kind(sent.getFirst("kind"));
        if (kind == null) {
            throw GeneralProblem.INVALID.at("kind").exception();
        }
        ConnectorForm form = ConnectorForm.posted(kind, sent);
        try {
            return switch (wish(sent)) {
                case "add" -> page(viewer, null, form.withOneMoreFeed(), null, List.of());
                case "try" -> page(viewer, null, form, runs.trial(viewer, form.content(), null), List.of());
                default -> made(connectors.create(viewer, form.content()));
            };
        } catch (ProblemException wrong) {
            return page(viewer, null, form, null, wrong.problems());
        }
    }

    private static Redirect made(Connector connector) {
        return Redirect.to("/connectors/" + connector.id()).saying(connector.name() + " is set up.");
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    ConnectorPage show(Viewer viewer, @PathVariable UUID id) {
        Connector connector = connectors.require(id);
        return page(viewer, connector, ConnectorForm.of(connector), null, List.of());
    }

    @PostMapping("/{id}")
    Html change(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Connector connector = connectors.require(id);
        ConnectorForm form = ConnectorForm.posted(connector.kind(), sent);
        try {
            return switch (wish(sent)) {
                case "add" -> page(viewer, connector, form.withOneMoreFeed(), null, List.of());
                case "try" -> page(viewer, connector, form, runs.trial(viewer, form.content(), id), List.of());
                default -> saved(viewer, id, form);
            };
        } catch (ProblemException wrong) {
            return page(viewer, connector, form.at(connector.version()), null, wrong.problems());
        }
    }

    private Redirect saved(Viewer viewer, UUID id, ConnectorForm form) {
        boolean secret = !form.secret().isEmpty() || form.removesSecret();
        Connector saved = connectors.edit(
                viewer, id, form.version(), secret ? SecretChange.SET : SecretChange.KEEP, before -> form.content());
        return Redirect.to("/connectors/" + id).saying(saved.name() + " is saved.");
    }

    @PostMapping("/{id}/run")
    Redirect run(@PathVariable UUID id) {
        ConnectorRun run;
        try {
            run = runs.run(id);
        } catch (ProblemException refused) {
            if (refused.first().code().equals(ConnectorProblem.ALREADY_RUNNING.name())) {
                return Redirect.to("/connectors/" + id).saying(refused.first().message());
            }
            throw refused;
        }
        String said = run.outcome() == RunOutcome.FAILED
                ? "The run failed; the log says why."
                : "Run: " + run.stored() + " stored, " + run.unchanged() + " unchanged, " + run.refused() + " refused.";
        return Redirect.to("/connectors/" + id).saying(said);
    }

    @PostMapping("/{id}/deletion")
    Redirect delete(@PathVariable UUID id) {
        connectors.delete(id);
        return Redirect.to("/connectors").saying("The connector is deleted.");
    }

    private ConnectorPage page(
            Viewer viewer,
            @Nullable Connector connector,
            ConnectorForm form,
            @Nullable Trial trial,
            List<Problem> problems) {
        Map<UUID, String> metrics = new LinkedHashMap<>(connectors.choices(viewer));
        if (connector != null) {
            metrics.putAll(connectors.fedNames(connector.feeds()));
            connector.feeds().forEach(feed -> {
                if (feed.metricId() != null) {
                    metrics.putIfAbsent(feed.metricId(), "A metric you may not see");
                }
            });
        }
        List<ConnectorRun> log = connector == null
                ? List.of()
                : runs.list(connector.id(), RUNS, null).items();
        return new ConnectorPage(connector, form, metrics, log, trial, problems, clock.getZone());
    }

    private static String wish(MultiValueMap<String, String> sent) {
        String wish = sent.getFirst("do");
        return wish == null ? "save" : wish;
    }

    private static @Nullable ConnectorKind kind(@Nullable String name) {
        return Arrays.stream(ConnectorKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
