package io.cairn.incentive.web;

import io.cairn.incentive.AdjustmentContent;
import io.cairn.incentive.PayoutProblem;
import io.cairn.incentive.PayoutRecord;
import io.cairn.incentive.Payouts;
import io.cairn.kernel.Page;
import io.cairn.kernel.Viewer;
import io.cairn.web.Created;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import io.cairn.web.Refuses;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Payouts as JSON, for whoever they are paid to, their managers, human resources and compensation. */
@RestController
@Refuses(PayoutProblem.class)
@RequestMapping("/api/v1/payouts")
class PayoutApi {
    private final Payouts payouts;

    PayoutApi(Payouts payouts) {
        this.payouts = payouts;
    }

    /** Lists the payouts you may see, newest first: your own, those of people you lead, all of them for compensation. */
    @GetMapping
    Page<PayoutRecord> list(Viewer viewer, @Filters({"person", "plan"}) ListQuery query) {
        return payouts.list(query.uuid("plan"), query.uuid("person"), query.limit(), query.cursorId());
    }

    /**
     * Reads a payout with its lines. An objective's title is told only to those who may see the objective, and what an attainment
     * was worked out from is not told to compensation.
     */
    @GetMapping("/{id}")
    PayoutRecord show(Viewer viewer, @PathVariable UUID id) {
        return payouts.require(id);
    }

    /** Hands in what was wrong with a payout that is paid, as lines that are differences. Somebody else of compensation approves it, and a later run pays it. */
    @PostMapping("/{id}/adjustment")
    ResponseEntity<PayoutRecord> adjust(Viewer viewer, @PathVariable UUID id, @RequestBody AdjustmentContent content) {
        PayoutRecord made = payouts.adjust(viewer, id, content);
        return Created.at("/api/v1/payouts/" + made.id(), made);
    }
}
