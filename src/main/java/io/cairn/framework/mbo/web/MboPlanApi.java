package io.cairn.framework.mbo.web;

import io.cairn.agreement.AgreementProblem;
import io.cairn.framework.mbo.Amendment;
import io.cairn.framework.mbo.MboProblem;
import io.cairn.framework.mbo.ObjectiveContent;
import io.cairn.framework.mbo.ObjectiveValue;
import io.cairn.framework.mbo.Plan;
import io.cairn.framework.mbo.PlanAgreeing;
import io.cairn.framework.mbo.PlanContent;
import io.cairn.framework.mbo.PlanObjective;
import io.cairn.framework.mbo.PlanPay;
import io.cairn.framework.mbo.PlanScoring;
import io.cairn.framework.mbo.PlanState;
import io.cairn.framework.mbo.Plans;
import io.cairn.incentive.IncentiveProblem;
import io.cairn.incentive.PayoutProblem;
import io.cairn.incentive.PayoutRecord;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Needed;
import io.cairn.kernel.Page;
import io.cairn.kernel.Viewer;
import io.cairn.web.Created;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import io.cairn.web.MergePatch;
import io.cairn.web.Refuses;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** MBO plans between an employee and a manager, as JSON. */
@RestController
@Refuses({MboProblem.class, AgreementProblem.class, PayoutProblem.class, IncentiveProblem.class})
@RequestMapping("/api/v1/mbo-plans")
class MboPlanApi {
    private final Plans plans;
    private final PlanAgreeing agreeing;
    private final PlanScoring scoring;
    private final PlanPay pay;

    MboPlanApi(Plans plans, PlanAgreeing agreeing, PlanScoring scoring, PlanPay pay) {
        this.plans = plans;
        this.agreeing = agreeing;
        this.scoring = scoring;
        this.pay = pay;
    }

    /** Lists the plans you may see, those that end last first. {@code on} is a day of the plan, {@code q} a part of the employee's name. */
    @GetMapping
    @Transactional(readOnly = true)
    Page<Plan> list(
            @Filters(
                            value = {"employeeId", "managerId", "state", "on", "q"},
                            several = "state")
                    ListQuery query) {
        return plans.find(
                new Plans.Wanted(
                        query.uuid("employeeId"),
                        query.uuid("managerId"),
                        query.several("state", PlanState.class),
                        query.day("on"),
                        query.text("q")),
                query.limit(),
                query.cursorId());
    }

    /** Drafts a plan: your own, or one of somebody you manage. */
    @PostMapping
    ResponseEntity<Plan> create(Viewer viewer, @RequestBody PlanContent content) {
        Plan plan = plans.create(viewer, content.orUsualCap());
        return Created.at("/api/v1/mbo-plans/" + plan.id(), plan);
    }

    /** Reads a plan. */
    @GetMapping("/{plan}")
    @Transactional(readOnly = true)
    Plan get(@PathVariable UUID plan) {
        return plans.get(plan);
    }

    /** Rewrites a draft. Named fields replace, null takes away; {@code objectives} replaces all lines, those with their {@code id} keep what hangs on them. */
    @PatchMapping("/{plan}")
    Plan edit(Viewer viewer, @PathVariable UUID plan, MergePatch<PlanContent> patch) {
        return plans.edit(viewer, plan, patch::onto, patch.version());
    }

    /** Deletes a draft. */
    @DeleteMapping("/{plan}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Viewer viewer, @PathVariable UUID plan) {
        plans.delete(viewer, plan);
    }

    /** Lists a plan's objectives with their estimates, values and attainments. */
    @GetMapping("/{plan}/objectives")
    @Transactional(readOnly = true)
    Page<PlanObjective> objectives(@PathVariable UUID plan) {
        return new Page<>(plans.get(plan).objectives(), null);
    }

    /** Adds an objective to a draft. One that names an OKR to be paid for is refused. */
    @PostMapping("/{plan}/objectives")
    ResponseEntity<PlanObjective> add(Viewer viewer, @PathVariable UUID plan, @RequestBody ObjectiveContent content) {
        PlanObjective added =
                plans.addObjective(viewer, plan, content).objectives().getLast();
        return Created.at("/api/v1/mbo-plans/" + plan + "/objectives/" + added.id(), added);
    }

    /** Reads one of a plan's objectives. */
    @GetMapping("/{plan}/objectives/{objective}")
    @Transactional(readOnly = true)
    PlanObjective objective(@PathVariable UUID plan, @PathVariable UUID objective) {
        return plans.get(plan).objectives().stream()
                .filter(line -> line.id().equals(objective))
                .findFirst()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    /** What is said with a step. */
    record PlanComment(@Nullable String comment) {
        static @Nullable String of(@Nullable PlanComment said) {
            return said == null ? null : said.comment();
        }
    }

    /**
     * What is signed.
     *
     * @param digest of the terms that were read; without it, those of now are signed
     */
    record PlanSignature(@Nullable String digest, @Nullable String comment) {
        static final PlanSignature NOW = new PlanSignature(null, null);
    }

    /** Offers a complete draft, signed by you, to the other side. */
    @PostMapping("/{plan}/submission")
    Plan submit(Viewer viewer, @PathVariable UUID plan, @RequestBody(required = false) @Nullable PlanComment said) {
        return agreeing.submit(viewer, plan, PlanComment.of(said));
    }

    /** Signs what the other side offers; with the last signature the terms hold. */
    @PostMapping("/{plan}/acceptance")
    Plan accept(
            Viewer viewer, @PathVariable UUID plan, @RequestBody(required = false) @Nullable PlanSignature signing) {
        PlanSignature given = signing == null ? PlanSignature.NOW : signing;
        return agreeing.accept(viewer, plan, given.digest(), given.comment());
    }

    /** Says no to what is offered, and why. */
    @PostMapping("/{plan}/decline")
    Plan decline(Viewer viewer, @PathVariable UUID plan, @RequestBody(required = false) @Nullable PlanComment said) {
        return agreeing.decline(viewer, plan, PlanComment.of(said));
    }

    /** Takes your own offer back. */
    @PostMapping("/{plan}/withdrawal")
    Plan withdraw(Viewer viewer, @PathVariable UUID plan, @RequestBody(required = false) @Nullable PlanComment said) {
        return agreeing.withdraw(viewer, plan, PlanComment.of(said));
    }

    /** Says something about what is offered. */
    @PostMapping("/{plan}/comments")
    Plan comment(Viewer viewer, @PathVariable UUID plan, @RequestBody PlanComment said) {
        return agreeing.comment(viewer, plan, said.comment());
    }

    /**
     * Offers other terms from a day on, as the manager; once half the period is over HR approves them too. What is not named
     * stays as it was agreed; null takes a gate, a cap, a curve or accelerators away.
     */
    @PostMapping("/{plan}/amendment")
    Plan amend(Viewer viewer, @PathVariable UUID plan, MergePatch<Amendment> amendment) {
        return agreeing.amend(viewer, plan, amendment::onto);
    }

    /** What objectives came to. */
    record PlanValues(@Needed @Nullable List<ObjectiveValue> objectives) {}

    /** Estimates what objectives come to, as the employee or the manager. */
    @PostMapping("/{plan}/measurement")
    Plan measure(Viewer viewer, @PathVariable UUID plan, @RequestBody PlanValues values) {
        return scoring.estimate(viewer, plan, values.objectives());
    }

    /** Settles every objective's final value, as the manager, from 14 days before the plan's end. */
    @PostMapping("/{plan}/scoring")
    Plan score(Viewer viewer, @PathVariable UUID plan, @RequestBody(required = false) @Nullable PlanValues values) {
        return scoring.score(viewer, plan, values == null ? null : values.objectives());
    }

    /** Why something is done. */
    record PlanReason(@Needed @Nullable String reason) {}

    /** Disputes the score, as the employee, within ten days. */
    @PostMapping("/{plan}/dispute")
    Plan dispute(Viewer viewer, @PathVariable UUID plan, @RequestBody PlanReason reason) {
        return scoring.dispute(viewer, plan, reason.reason());
    }

    /** How a dispute ends. */
    record DisputeResolution(
            @Needed @Nullable String resolution, @Nullable List<ObjectiveValue> objectives) {}

    /** Resolves the dispute, as HR, with other final values where that is fair. */
    @PostMapping("/{plan}/resolution")
    Plan resolve(Viewer viewer, @PathVariable UUID plan, @RequestBody DisputeResolution resolution) {
        return scoring.resolve(viewer, plan, resolution.resolution(), resolution.objectives());
    }

    /** Hands a scored plan in for pay, as the manager. */
    @PostMapping("/{plan}/payout-submission")
    Plan handIn(Viewer viewer, @PathVariable UUID plan) {
        return pay.submit(viewer, plan);
    }

    /**
     * What became of a plan, for those who may read its pay and not the plan.
     *
     * @param payoutId null where a change of terms was approved
     * @param reason why it was rejected; empty otherwise
     */
    record PlanStep(
            UUID id,
            PlanState state,
            @Nullable UUID payoutId,
            @Nullable BigDecimal total,
            @Nullable String currency,
            String reason) {
        static PlanStep of(UUID plan, PlanState state, PayoutRecord payout) {
            return new PlanStep(plan, state, payout.id(), payout.total(), payout.currency(), payout.reason());
        }
    }

    /**
     * Approves what waits: compensation what the plan pays, never their own nor what they scored; HR a change of the terms after
     * half the period.
     */
    @PostMapping("/{plan}/approval")
    PlanStep approve(
            Viewer viewer, @PathVariable UUID plan, @RequestBody(required = false) @Nullable PlanSignature signing) {
        PlanSignature given = signing == null ? PlanSignature.NOW : signing;
        return agreeing.approveIfAmended(viewer, plan, given.digest(), given.comment())
                .map(amended -> new PlanStep(plan, amended.state(), null, null, null, ""))
                .orElseGet(() -> PlanStep.of(plan, PlanState.APPROVED, pay.approve(viewer, plan)));
    }

    /** Sends a plan back to be scored again, as compensation, and says why. */
    @PostMapping("/{plan}/rejection")
    PlanStep reject(Viewer viewer, @PathVariable UUID plan, @RequestBody PlanReason reason) {
        return PlanStep.of(plan, PlanState.SCORED, pay.reject(viewer, plan, reason.reason()));
    }

    /** Marks an approved plan as paid, as compensation. */
    @PostMapping("/{plan}/payment")
    PlanStep pay(Viewer viewer, @PathVariable UUID plan) {
        return PlanStep.of(plan, PlanState.PAID, pay.pay(viewer, plan));
    }

    /** Gives up a plan that is not signed by both, as the manager or HR. */
    @PostMapping("/{plan}/cancellation")
    Plan cancel(Viewer viewer, @PathVariable UUID plan, @RequestBody(required = false) @Nullable PlanReason reason) {
        return agreeing.cancel(viewer, plan, reason == null ? null : reason.reason());
    }
}
