package io.cairn.connector.web;

import io.cairn.connector.Connector;
import io.cairn.connector.ConnectorContent;
import io.cairn.connector.ConnectorKind;
import io.cairn.connector.ConnectorProblem;
import io.cairn.connector.ConnectorRun;
import io.cairn.connector.ConnectorRuns;
import io.cairn.connector.Connectors;
import io.cairn.connector.Connectors.SecretChange;
import io.cairn.connector.Trial;
import io.cairn.kernel.Page;
import io.cairn.kernel.Viewer;
import io.cairn.web.Created;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import io.cairn.web.MergePatch;
import io.cairn.web.Refuses;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Connectors as JSON. No transaction spans a fetch. */
@RestController
@Refuses(ConnectorProblem.class)
@RequestMapping("/api/v1/connectors")
class ConnectorApi {
    private final Connectors connectors;
    private final ConnectorRuns runs;

    ConnectorApi(Connectors connectors, ConnectorRuns runs) {
        this.connectors = connectors;
        this.runs = runs;
    }

    /** Lists your connectors, oldest first; administrators see everybody's. */
    @GetMapping
    Page<Connector> list(@Filters({"kind", "ownerId"}) ListQuery query) {
        return connectors.list(
                query.one("kind", ConnectorKind.class), query.uuid("ownerId"), query.limit(), query.cursorId());
    }

    /** Sets up a connector for metrics whose values you may enter. It runs on your behalf, for the first time within a minute. */
    @PostMapping
    ResponseEntity<Connector> create(Viewer viewer, @RequestBody ConnectorContent content) {
        Connector made = connectors.create(viewer, content);
        return Created.at("/api/v1/connectors/" + made.id(), made);
    }

    /** Reads a connector. Whether it has a secret is told, the secret is not. */
    @GetMapping("/{id}")
    Connector show(@PathVariable UUID id) {
        return connectors.require(id);
    }

    /** Changes a connector. The secret stays unless it is named; where it would go to another place, it must be. */
    @PatchMapping("/{id}")
    Connector change(Viewer viewer, @PathVariable UUID id, MergePatch<ConnectorContent> patch) {
        SecretChange secret = patch.has("secret") ? SecretChange.SET : SecretChange.KEEP;
        return connectors.edit(viewer, id, patch.version(), secret, patch::onto);
    }

    /** Deletes a connector with its secret and its run log. The values it has entered stay. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        connectors.delete(id);
    }

    /** Runs a connector now. What goes wrong with its source stands in the run. */
    @PostMapping("/{id}/run")
    ConnectorRun run(@PathVariable UUID id) {
        return runs.run(id);
    }

    /** Lists the last hundred runs, newest first. */
    @GetMapping("/{id}/runs")
    Page<ConnectorRun> runs(@PathVariable UUID id, @Filters({}) ListQuery query) {
        return runs.list(id, query.limit(), query.cursorId());
    }

    /** Fetches the rows and says what would be entered. Nothing is stored. */
    @PostMapping("/{id}/trial")
    Trial trial(Viewer viewer, @PathVariable UUID id) {
        return runs.trial(viewer, id);
    }
}
