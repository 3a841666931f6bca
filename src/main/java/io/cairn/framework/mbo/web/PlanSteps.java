package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.ObjectiveValue;
import io.cairn.framework.mbo.Plan;
import io.cairn.framework.mbo.PlanAgreeing;
import io.cairn.framework.mbo.PlanPay;
import io.cairn.framework.mbo.PlanScoring;
import io.cairn.framework.mbo.PlanState;
import io.cairn.framework.mbo.Plans;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The steps of a plan's life as forms of its page; one that is refused shows the page again with what was typed. */
@Controller
@RequestMapping("/plans/{plan}")
class PlanSteps {
    private final PlanPages pages;
    private final Plans plans;
    private final PlanAgreeing agreeing;
    private final PlanScoring scoring;
    private final PlanPay pay;
    private final TransactionTemplate transaction;

    PlanSteps(
            PlanPages pages,
            Plans plans,
            PlanAgreeing agreeing,
            PlanScoring scoring,
            PlanPay pay,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.plans = plans;
        this.agreeing = agreeing;
        this.scoring = scoring;
        this.pay = pay;
        this.transaction = transaction;
    }

    @PostMapping("/submission")
    Html submit(Viewer viewer, @PathVariable UUID plan, @RequestParam(defaultValue = "") String comment) {
        return done(viewer, plan, "submission", comment, () -> {
            Plan now = agreeing.submit(viewer, plan, comment);
            return "Signed. It waits for "
                    + (now.state() == PlanState.PENDING_EMPLOYEE ? now.employee() : now.manager()).name() + ".";
        });
    }

    /** @param digest of the terms that stood on the page */
    @PostMapping("/acceptance")
    Html accept(
            Viewer viewer,
            @PathVariable UUID plan,
            @RequestParam @Nullable String digest,
            @RequestParam(defaultValue = "") String comment) {
        return done(viewer, plan, "acceptance", comment, () -> {
            Plan now = agreeing.accept(viewer, plan, named(digest), comment);
            return now.state() == PlanState.AMENDMENT ? "Signed. It waits for HR." : "Signed. The terms hold.";
        });
    }

    /** @param digest of the terms that stood on the page */
    @PostMapping("/approval")
    Html approve(
            Viewer viewer,
            @PathVariable UUID plan,
            @RequestParam @Nullable String digest,
            @RequestParam(defaultValue = "") String comment) {
        return done(viewer, plan, "acceptance", comment, () -> {
            agreeing.approveAmendment(viewer, plan, named(digest), comment);
            return "Approved. The new terms hold.";
        });
    }

    /** Nobody signs on a page what the page did not show. */
    private static String named(@Nullable String digest) {
        if (digest == null || digest.isBlank()) {
            throw GeneralProblem.REQUIRED
                    .saying("Open the page again and read the terms first.")
                    .exception();
        }
        return digest.strip();
    }

    @PostMapping("/decline")
    Html decline(Viewer viewer, @PathVariable UUID plan, @RequestParam(defaultValue = "") String comment) {
        return done(viewer, plan, "decline", comment, () -> {
            agreeing.decline(viewer, plan, comment);
            return "Declined, with your reason.";
        });
    }

    @PostMapping("/withdrawal")
    Html withdraw(Viewer viewer, @PathVariable UUID plan, @RequestParam(defaultValue = "") String comment) {
        return done(viewer, plan, "withdrawal", comment, () -> {
            agreeing.withdraw(viewer, plan, comment);
            return "The offer is taken back.";
        });
    }

    @PostMapping("/comments")
    Html comment(Viewer viewer, @PathVariable UUID plan, @RequestParam(defaultValue = "") String comment) {
        return done(viewer, plan, "comments", comment, () -> {
            agreeing.comment(viewer, plan, comment);
            return "Said.";
        });
    }

    @PostMapping("/dispute")
    Html dispute(Viewer viewer, @PathVariable UUID plan, @RequestParam(defaultValue = "") String reason) {
        return done(viewer, plan, "dispute", reason, () -> {
            scoring.dispute(viewer, plan, reason);
            return "Disputed. HR resolves it.";
        });
    }

    @PostMapping("/resolution")
    Html resolve(
            Viewer viewer,
            @PathVariable UUID plan,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String resolution) {
        ValuesForm form = ValuesForm.posted(sent);
        return done(viewer, plan, "resolution", resolution, form, () -> {
            List<Problem> unreadable = new ArrayList<>();
            List<ObjectiveValue> values = form.values(plans.get(plan), "objectives", unreadable);
            if (!unreadable.isEmpty()) {
                throw new ProblemException(unreadable);
            }
            scoring.resolve(
                    viewer,
                    plan,
                    resolution,
                    values.stream().filter(PlanSteps::changes).toList());
            return "Resolved.";
        });
    }

    private static boolean changes(ObjectiveValue value) {
        return value.value() != null || value.level() != null || value.awarded() != null;
    }

    @PostMapping("/payout-submission")
    Html handIn(Viewer viewer, @PathVariable UUID plan) {
        return done(viewer, plan, "payout-submission", "", () -> {
            pay.submit(viewer, plan);
            return "Handed in. Compensation approves what it pays.";
        });
    }

    @PostMapping("/cancellation")
    Html cancel(Viewer viewer, @PathVariable UUID plan, @RequestParam(defaultValue = "") String reason) {
        return done(viewer, plan, "cancellation", reason, () -> {
            agreeing.cancel(viewer, plan, reason);
            return "The plan is cancelled.";
        });
    }

    @PostMapping("/deletion")
    Html delete(Viewer viewer, @PathVariable UUID plan) {
        plans.delete(viewer, plan);
        return Redirect.to("/plans").saying("The draft is deleted.");
    }

    private Html done(Viewer viewer, UUID plan, String step, String text, Supplier<String> doing) {
        return done(viewer, plan, step, text, ValuesForm.EMPTY, doing);
    }

    private Html done(Viewer viewer, UUID plan, String step, String text, ValuesForm values, Supplier<String> doing) {
        try {
            return Redirect.to("/plans/" + plan).saying(doing.get());
        } catch (ProblemException refused) {
            int status = refused.first().status();
            if (status == GeneralProblem.NOT_FOUND.status() || status == GeneralProblem.NOT_ALLOWED.status()) {
                throw refused;
            }
            var why = new PlanPage.Refused(step, text, values, refused.problems());
            return Objects.requireNonNull(transaction.execute(begun -> pages.page(viewer, plan, why)));
        }
    }
}
