package io.cairn.framework.mbo;

import io.cairn.incentive.PayoutKind;
import io.cairn.incentive.PayoutRecord;
import io.cairn.incentive.PayoutState;
import io.cairn.incentive.Payouts;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Explained;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemException;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Statements of what plans pay, for whoever may see the plan, and without its content for whoever may see the pay alone. */
@Component
@Transactional(readOnly = true)
public class Statements {
    private static final Set<PlanState> HANDED_IN =
            EnumSet.of(PlanState.PENDING_COMP, PlanState.APPROVED, PlanState.PAID);

    private final PlanReader reader;
    private final PlanPay pay;
    private final Payouts payouts;
    private final DomainClock clock;
    private final ObjectMapper json;

    Statements(PlanReader reader, PlanPay pay, Payouts payouts, DomainClock clock, ObjectMapper json) {
        this.reader = reader;
        this.pay = pay;
        this.payouts = payouts;
        this.clock = clock;
        this.json = json;
    }

    /**
     * What was handed in, or what the plan would pay by what is known now.
     *
     * @throws ProblemException NOT_FOUND; PLAN_DOES_NOT_PAY, BONUS_TARGET_MISSING, and PLAN_STATE for a cancelled plan
     */
    public Statement of(UUID plan) {
        @Nullable Plan seen = seen(plan).orElse(null);
        boolean live = seen != null && !HANDED_IN.contains(seen.state());
        List<PayoutRecord> paid = live ? List.of() : payouts.ofPlan(plan);
        Optional<PayoutRecord> standing = standing(paid);
        var writer = new StatementWriter(clock.getZone());
        if (standing.isPresent()) {
            PayoutRecord payout = standing.get();
            List<PlanTerms> terms = seen == null
                    ? List.of()
                    : pay.versions(seen).stream().map(PlanMoney.Terms::terms).toList();
            return writer.kept(payout, StatementKept.of(payout, json), terms, adjustments(payout, paid));
        }
        if (seen == null) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        return writer.live(seen, payable(seen));
    }

    private Optional<Plan> seen(UUID plan) {
        return reader.of(List.of(plan)).stream().findFirst();
    }

    private static Optional<PayoutRecord> standing(List<PayoutRecord> paid) {
        return paid.stream()
                .filter(payout -> payout.kind() == PayoutKind.PLAN && payout.state() != PayoutState.REJECTED)
                .findFirst();
    }

    private static List<PayoutRecord> adjustments(PayoutRecord payout, List<PayoutRecord> paid) {
        return paid.reversed().stream()
                .filter(each -> payout.id().equals(each.adjusts()) && each.state() != PayoutState.REJECTED)
                .toList();
    }

    private Payable payable(Plan plan) {
        if (plan.state() == PlanState.CANCELLED) {
            throw MboProblem.PLAN_STATE
                    .saying("The plan was cancelled; it pays nothing.")
                    .exception();
        }
        if (!plan.pays()) {
            throw MboProblem.PLAN_DOES_NOT_PAY.exception();
        }
        @Nullable Payable payable = pay.projected(plan);
        if (payable == null) {
            throw MboProblem.BONUS_TARGET_MISSING.exception();
        }
        return payable;
    }

    /**
     * How one figure of a statement was made.
     *
     * @param figure a name of its explanation, {@code ofTarget}, or that of a step of its path
     * @throws ProblemException NOT_FOUND where it has no such figure
     */
    public static Explained<BigDecimal> explain(Statement statement, String figure) {
        for (Statement.PathStep step : statement.path()) {
            if (step.name().equals(figure)) {
                return step.explanation();
            }
        }
        @Nullable BigDecimal ofTarget = statement.ofTarget();
        if (figure.equals("ofTarget") && ofTarget != null) {
            return StatementSums.ofTarget(statement, ofTarget);
        }
        if (figure.equals("newTotal")) {
            return StatementSums.newTotal(statement);
        }
        return Derivation.of(statement.explanation(), figure, StatementSums.sentence(figure))
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    /** A plan about which questions are asked; each is answered without another look at the database. */
    public record Asking(Plan plan, Payable known) {
        /** @throws ProblemException WHAT_IF_RANGE beside {@code modifier} or the objective's id */
        public WhatIf of(WhatIf.Question question) {
            return WhatIf.of(plan, known, question);
        }
    }

    /** For what would be paid if objectives came to something else. @throws ProblemException as {@link #of}; PLAN_STATE once handed in */
    public Asking asking(UUID plan) {
        Plan seen = seen(plan).orElseThrow(GeneralProblem.NOT_FOUND::exception);
        if (HANDED_IN.contains(seen.state())) {
            throw MboProblem.PLAN_STATE
                    .saying("What was handed in for pay is as it is.")
                    .exception();
        }
        return new Asking(seen, payable(seen));
    }
}
