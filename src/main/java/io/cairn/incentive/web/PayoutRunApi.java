package io.cairn.incentive.web;

import io.cairn.incentive.Decided;
import io.cairn.incentive.Payments;
import io.cairn.incentive.Payments.PaidRun;
import io.cairn.incentive.PayoutKind;
import io.cairn.incentive.PayoutProblem;
import io.cairn.incentive.PayoutRun;
import io.cairn.incentive.PayoutRunState;
import io.cairn.incentive.PayoutRuns;
import io.cairn.incentive.PayoutState;
import io.cairn.incentive.RunContent;
import io.cairn.incentive.RunFilter;
import io.cairn.incentive.RunRow;
import io.cairn.kernel.Page;
import io.cairn.kernel.Viewer;
import io.cairn.web.Created;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import io.cairn.web.Refuses;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Payout runs as JSON and as files, for compensation; human resources read them. */
@RestController
@Refuses(PayoutProblem.class)
@RequestMapping("/api/v1/payout-runs")
class PayoutRunApi {
    private final PayoutRuns runs;
    private final Payments payments;
    private final RunFiles files;

    PayoutRunApi(PayoutRuns runs, Payments payments, RunFiles files) {
        this.runs = runs;
        this.payments = payments;
        this.files = files;
    }

    /** Which payouts of the run are meant: those named, or with {@code all} every one that waits. */
    record Selection(
            @Nullable List<UUID> payoutIds, @Nullable Boolean all) {
        PayoutRuns.Choice choice() {
            return new PayoutRuns.Choice(payoutIds == null ? List.of() : payoutIds, Boolean.TRUE.equals(all));
        }
    }

    /** Which payouts go back to whoever scored, and why. */
    record Rejection(
            @Nullable List<UUID> payoutIds,
            @Nullable Boolean all,
            @Nullable String reason) {
        PayoutRuns.Choice choice() {
            return new Selection(payoutIds, all).choice();
        }
    }

    /** Lists the payout runs you may see, newest first: all of them for compensation and human resources, none for others. */
    @GetMapping
    Page<PayoutRun> list(@Filters("state") ListQuery query) {
        return runs.list(query.one("state", PayoutRunState.class), query.limit(), query.cursorId());
    }

    /** Opens a payout run for the plans that end in a period, in one currency, against a budget. */
    @PostMapping
    ResponseEntity<PayoutRun> open(Viewer viewer, @RequestBody RunContent content) {
        PayoutRun made = runs.open(viewer, content);
        return Created.at("/api/v1/payout-runs/" + made.id(), made);
    }

    /** Reads a payout run with its totals by state. Plans without a payout leave no trace in it. */
    @GetMapping("/{id}")
    PayoutRun show(Viewer viewer, @PathVariable UUID id) {
        return runs.require(viewer, id);
    }

    /** Lists the payouts of a run by the employees' names. {@code q} is a part of the name, {@code flag} an exception. */
    @GetMapping("/{id}/payouts")
    Page<RunRow> payouts(
            Viewer viewer, @PathVariable UUID id, @Filters({"state", "kind", "flag", "q"}) ListQuery query) {
        runs.require(viewer, id);
        var filter = new RunFilter(
                query.one("state", PayoutState.class),
                query.one("flag", RunFilter.Flag.class),
                query.one("kind", PayoutKind.class),
                query.text("q"));
        return runs.rows(viewer, id, filter, query.limit(), query.cursor());
    }

    /** Approves payouts of the run. What you may not approve is told with its code; the rest is approved all the same. */
    @PostMapping("/{id}/approval")
    Decided approve(Viewer viewer, @PathVariable UUID id, @RequestBody Selection selection) {
        return runs.approve(viewer, id, selection.choice());
    }

    /** Sends payouts of the run back to whoever scored them, all for one reason. */
    @PostMapping("/{id}/rejection")
    Decided reject(Viewer viewer, @PathVariable UUID id, @RequestBody Rejection rejection) {
        return runs.reject(viewer, id, rejection.choice(), rejection.reason());
    }

    /** Marks all that is approved in the run as paid, batch by batch. After an interruption, ask again: nothing is paid twice. */
    @PostMapping("/{id}/payment")
    PaidRun pay(Viewer viewer, @PathVariable UUID id) {
        return payments.pay(viewer, id);
    }

    /** Exports the run as CSV, or as Excel where that is accepted. With {@code batch} exactly what that batch paid, the same file every time. */
    @GetMapping("/{id}/export")
    ResponseEntity<byte[]> export(
            Viewer viewer, @PathVariable UUID id, HttpServletRequest request, @Filters("batch") ListQuery query) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return files.send(viewer, id, query.whole("batch"), accepted != null && accepted.contains(Sheets.EXCEL));
    }

    /** Exports the run, or one batch of it, as CSV. */
    @GetMapping("/{id}/export.csv")
    ResponseEntity<byte[]> exportCsv(Viewer viewer, @PathVariable UUID id, @Filters("batch") ListQuery query) {
        return files.send(viewer, id, query.whole("batch"), false);
    }

    /** Exports the run, or one batch of it, as Excel. */
    @GetMapping("/{id}/export.xlsx")
    ResponseEntity<byte[]> exportExcel(Viewer viewer, @PathVariable UUID id, @Filters("batch") ListQuery query) {
        return files.send(viewer, id, query.whole("batch"), true);
    }
}
