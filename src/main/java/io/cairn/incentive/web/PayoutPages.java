package io.cairn.incentive.web;

import io.cairn.incentive.PayoutKind;
import io.cairn.incentive.PayoutProblem;
import io.cairn.incentive.PayoutRecord;
import io.cairn.incentive.PayoutState;
import io.cairn.incentive.Payouts;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import java.util.List;
import java.util.Objects;
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

/** One payout; compensation corrects it here once it is paid. */
@Controller
@RequestMapping("/payouts/{id}")
class PayoutPages {
    private final Payouts payouts;
    private final DomainClock clock;

    PayoutPages(Payouts payouts, DomainClock clock) {
        this.payouts = payouts;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    PayoutPage show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, payouts.require(id), null, List.of());
    }

    @PostMapping("/adjustment")
    Html adjust(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        PayoutRecord payout = payouts.require(id);
        var form = AdjustmentForm.posted(payout.lines().size(), sent);
        if ("show".equals(sent.getFirst("do"))) {
            return page(viewer, payout, form, List.of());
        }
        try {
            PayoutRecord made = payouts.adjust(viewer, id, form.content(payout.currency()));
            return Redirect.to("/payouts/" + id)
                    .saying("Handed in: %s. Somebody else of compensation approves it."
                            .formatted(Amounts.of(made.total(), made.currency())));
        } catch (ProblemException refused) {
            if (refused.first().status() != GeneralProblem.INVALID.status()) {
                throw refused;
            }
            return page(viewer, payout, form, form.placed(refused.problems()));
        }
    }

    private PayoutPage page(
            Viewer viewer, PayoutRecord payout, @Nullable AdjustmentForm typed, List<Problem> problems) {
        List<PayoutRecord> adjustments = payouts.ofPlan(payout.planId()).stream()
                .filter(other -> payout.id().equals(other.adjusts()))
                .toList()
                .reversed();
        boolean decides = viewer.is(Role.COMP) && payout.kind() == PayoutKind.PLAN;
        String held = decides ? held(viewer, payout, adjustments) : null;
        AdjustmentForm form = !decides || held != null
                ? null
                : Objects.requireNonNullElseGet(
                        typed, () -> AdjustmentForm.fresh(payout.lines().size()));
        return new PayoutPage(
                payout, adjustments, form, held, viewer.isAny(Role.COMP, Role.HR), clock.getZone(), problems);
    }

    /** Why compensation cannot correct it now. */
    private static @Nullable String held(Viewer viewer, PayoutRecord payout, List<PayoutRecord> adjustments) {
        if (viewer.id().equals(payout.employee().id())) {
            return "Nobody corrects their own pay: ask somebody else of compensation.";
        }
        if (payout.state() != PayoutState.PAID) {
            return "A payout is corrected once it is paid; until then it is sent back.";
        }
        boolean open = adjustments.stream()
                .anyMatch(one -> one.state() == PayoutState.SUBMITTED || one.state() == PayoutState.APPROVED);
        return open ? PayoutProblem.ADJUSTMENT_OPEN.message() : null;
    }
}
