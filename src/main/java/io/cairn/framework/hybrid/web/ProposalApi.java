package io.cairn.framework.hybrid.web;

import io.cairn.framework.hybrid.Acceptance;
import io.cairn.framework.hybrid.Proposal;
import io.cairn.framework.hybrid.ProposalProblem;
import io.cairn.framework.hybrid.ProposalReader;
import io.cairn.framework.hybrid.ProposalState;
import io.cairn.framework.hybrid.Proposals;
import io.cairn.kernel.Needed;
import io.cairn.kernel.Page;
import io.cairn.kernel.Viewer;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import io.cairn.web.Refuses;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Objectives that red metrics propose, as JSON. */
@RestController
@Refuses(ProposalProblem.class)
@RequestMapping("/api/v1/okr-proposals")
class ProposalApi {
    private final ProposalReader reader;
    private final Proposals proposals;

    ProposalApi(ProposalReader reader, Proposals proposals) {
        this.reader = reader;
        this.proposals = proposals;
    }

    /** Lists the proposals of metrics you may see, newest first. {@code owner} is the metric's. */
    @GetMapping
    @Transactional(readOnly = true)
    Page<Proposal> list(@Filters({"state", "metricId", "owner"}) ListQuery query) {
        return reader.find(
                new ProposalReader.Wanted(
                        query.one("state", ProposalState.class), query.uuid("metricId"), query.uuid("owner")),
                query.limit(),
                query.cursorId());
    }

    /** Reads a proposal. */
    @GetMapping("/{proposal}")
    @Transactional(readOnly = true)
    Proposal get(@PathVariable UUID proposal) {
        return reader.one(proposal);
    }

    /** Accepts a proposal: drafts its objective with a key result that follows the metric. The metric's owner may, and those who lead it. */
    @PostMapping("/{proposal}/acceptance")
    Proposal accept(
            Viewer viewer, @PathVariable UUID proposal, @RequestBody(required = false) @Nullable Acceptance wanted) {
        return proposals.accept(viewer, proposal, wanted == null ? Acceptance.AS_PROPOSED : wanted);
    }

    /** Why a proposal is turned down. */
    record Dismissal(@Needed @Nullable String reason) {}

    /** Dismisses a proposal. The metric's owner may; its next period then proposes nothing. */
    @PostMapping("/{proposal}/dismissal")
    Proposal dismiss(Viewer viewer, @PathVariable UUID proposal, @RequestBody Dismissal dismissal) {
        return proposals.dismiss(viewer, proposal, dismissal.reason());
    }

    /** Which objective takes the key result. */
    record Merge(@Needed @Nullable UUID goalId) {}

    /** Adds the proposed key result to an objective that you may change. */
    @PostMapping("/{proposal}/merge")
    Proposal merge(Viewer viewer, @PathVariable UUID proposal, @RequestBody Merge merge) {
        return proposals.merge(viewer, proposal, merge.goalId());
    }
}
