package io.cairn.framework.mbo;

import io.cairn.agreement.Agreement;
import io.cairn.agreement.Agreements;
import io.cairn.agreement.Version;
import io.cairn.audit.Journal;
import io.cairn.incentive.BonusTargets;
import io.cairn.incentive.Payments;
import io.cairn.incentive.Payout;
import io.cairn.incentive.PayoutKind;
import io.cairn.incentive.PayoutRecord;
import io.cairn.incentive.PayoutState;
import io.cairn.incentive.Payouts;
import io.cairn.incentive.Submission;
import io.cairn.incentive.TargetMoney;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** What a plan pays: worked out by the versions of its terms and the bonus targets of their days, and handed in when scored. */
@Component
@Transactional
public class PlanPay {
    private static final int TARGET_DECIMALS = 6;

    private final PlanReader reader;
    private final PlanWriter writer;
    private final PlanMoney money;
    private final Payouts payouts;
    private final Payments payments;
    private final Agreements agreements;
    private final BonusTargets targets;
    private final Journal journal;
    private final ObjectMapper json;

    PlanPay(
            PlanReader reader,
            PlanWriter writer,
            PlanMoney money,
            Payouts payouts,
            Payments payments,
            Agreements agreements,
            BonusTargets targets,
            Journal journal,
            ObjectMapper json) {
        this.reader = reader;
        this.writer = writer;
        this.money = money;
        this.payouts = payouts;
        this.payments = payments;
        this.agreements = agreements;
        this.targets = targets;
        this.journal = journal;
        this.json = json;
    }

    /**
     * What the plan would pay by what is known now: final values where there are some, else what check-ins and metrics say, and
     * nothing where nobody knows.
     *
     * @return null for a plan that pays nothing, or while nobody set a bonus target
     */
    @Transactional(readOnly = true, noRollbackFor = ProblemException.class)
    public @Nullable Payable projected(Plan plan) {
        return plan.pays() ? compute(plan) : null;
    }

    /**
     * The same of many, by their ids, in a fixed number of statements; those are left out that pay nothing, or of which no bonus
     * target of one currency is known.
     */
    @Transactional(readOnly = true)
    public Map<UUID, Payable> projected(Collection<Plan> plans) {
        List<Plan> pay = plans.stream().filter(Plan::pays).toList();
        if (pay.isEmpty()) {
            return Map.of();
        }
        Map<BonusTargets.Asked, TargetMoney> bonus =
                targets.segments(pay.stream().map(PlanPay::asked).toList());
        Map<UUID, Agreement> agreed =
                agreements.of(PlanAgreeing.KIND, pay.stream().map(Plan::id).toList());
        List<PlanMoney.Paying> paying = new ArrayList<>();
        for (Plan plan : pay) {
            TargetMoney held = bonus.get(asked(plan));
            if (held != null) {
                Agreement agreement = agreed.get(plan.id());
                List<Version> versions = agreement == null ? List.of() : agreement.agreed();
                paying.add(new PlanMoney.Paying(plan, versions(plan, versions), held));
            }
        }
        return money.of(paying);
    }

    private static BonusTargets.Asked asked(Plan plan) {
        return new BonusTargets.Asked(plan.employee().id(), plan.period().pay(plan.startsOn(), plan.endsOn()));
    }

    private @Nullable Payable compute(Plan plan) {
        return targets.segments(plan.employee().id(), plan.period().pay(plan.startsOn(), plan.endsOn()))
                .map(bonus -> money.of(plan, versions(plan), bonus))
                .orElse(null);
    }

    /**
     * The terms that held, earliest first; those that are written while none is signed. On every day the newest hold whose day
     * has come, so a later change from an earlier day takes the place of the one between.
     */
    List<PlanMoney.Terms> versions(Plan plan) {
        return versions(plan, agreements.of(PlanAgreeing.subject(plan.id())).agreed());
    }

    private List<PlanMoney.Terms> versions(Plan plan, List<Version> agreed) {
        List<PlanMoney.Terms> versions = new ArrayList<>();
        LocalDate to = plan.endsOn();
        for (Version version : agreed) {
            LocalDate from = Objects.requireNonNullElse(version.effectiveFrom(), plan.startsOn());
            if (!from.isAfter(to)) {
                PlanTerms terms =
                        json.treeToValue(version.terms(), PlanDocument.class).terms();
                versions.add(new PlanMoney.Terms(from, to, terms));
                to = from.minusDays(1);
            }
        }
        return versions.isEmpty()
                ? List.of(new PlanMoney.Terms(plan.startsOn(), plan.endsOn(), plan.terms()))
                : versions.reversed();
    }

    /** SCORED → PENDING_COMP: the manager hands the plan in for pay. */
    public Plan submit(Viewer viewer, UUID id) {
        Plan plan = reader.locked(id);
        Plans.refuseUnless(plan.partOf(viewer), Plan.Part.MANAGER);
        if (plan.state() == PlanState.DISPUTED) {
            throw MboProblem.DISPUTE_OPEN.exception();
        }
        if (plan.state() == PlanState.MEASURE || plan.state() == PlanState.ACTIVE) {
            throw MboProblem.SCORING_INCOMPLETE.exception();
        }
        PlanLife.require(plan, "handed in for pay", PlanState.SCORED);
        if (!plan.pays()) {
            throw MboProblem.PLAN_DOES_NOT_PAY.exception();
        }
        Payable payable = compute(plan);
        if (payable == null) {
            throw MboProblem.BONUS_TARGET_MISSING.exception();
        }
        if (!payable.gateScored()) {
            throw MboProblem.SCORING_INCOMPLETE
                    .saying("The gate hangs on an objective of the company that is not scored yet.")
                    .exception();
        }
        refuseOtherMoney(plan, payable.payout().total().currency());
        payouts.submit(submission(plan, payable));
        writer.state(plan, PlanState.PENDING_COMP, null);
        journal.record(Plans.entry(plan, "plan.handed-in", "handed the plan in for pay"));
        return reader.one(id);
    }

    /** The bonus target may have come, or come in other money, after the pool gave. */
    private static void refuseOtherMoney(Plan plan, Currency currency) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < plan.objectives().size(); i++) {
            PlanObjective line = plan.objectives().get(i);
            String given = line.awardedCurrency();
            boolean nothing = line.awarded() == null || line.awarded().signum() == 0;
            if (!nothing && given != null && !given.equals(currency.getCurrencyCode())) {
                problems.add(MboProblem.POOL_CURRENCY
                        .saying("“%s” was given %s out of a pool, and the plan pays in %s: score it again."
                                .formatted(line.terms().title(), given, currency.getCurrencyCode()))
                        .at("objectives[" + i + "].awarded"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private static Submission submission(Plan plan, Payable payable) {
        Payout payout = payable.payout();
        PlanTerms terms = plan.terms();
        StatementKept kept = StatementKept.of(payable);
        return new Submission(
                plan.id(),
                plan.employee().id(),
                plan.manager().id(),
                plan.scoredBy(),
                plan.startsOn(),
                plan.endsOn(),
                payout.total().currency(),
                payout.parts().stream()
                        .map(Payout.Part::target)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .setScale(TARGET_DECIMALS, RoundingMode.HALF_UP),
                terms.modifier(),
                payable.gate(),
                terms.planCap(),
                payout.total().amount(),
                payable.lines().stream().map(PlanPay::line).toList(),
                payout.parts().stream().anyMatch(Payout.Part::capped),
                plan.objectives().stream().anyMatch(PlanObjective::lateOverride),
                PlanScoring.estimatesDiffer(plan),
                kept.withoutTerms(),
                kept);
    }

    private static Submission.Line line(Payable.Line line) {
        Payout.Line paid = line.paid();
        return new Submission.Line(
                line.goalId(),
                paid.weight(),
                paid.attainment(),
                paid.factor(),
                paid.amount().amount(),
                line.goalId() == null ? paid.name() : "");
    }

    /** PENDING_COMP → APPROVED, by compensation. */
    public PayoutRecord approve(Viewer viewer, UUID plan) {
        UUID payout = waiting(plan, PayoutState.SUBMITTED);
        payouts.approveOne(viewer, payout);
        return payouts.require(payout);
    }

    /** PENDING_COMP → SCORED, by compensation and with a reason. */
    public PayoutRecord reject(Viewer viewer, UUID plan, @Nullable String reason) {
        UUID payout = waiting(plan, PayoutState.SUBMITTED);
        payouts.reject(viewer, payout, reason);
        return payouts.require(payout);
    }

    /** APPROVED → PAID, by compensation. */
    public PayoutRecord pay(Viewer viewer, UUID plan) {
        UUID payout = waiting(plan, PayoutState.APPROVED);
        payments.payOne(viewer, payout);
        return payouts.require(payout);
    }

    /** Of what the plan pays the newest; the one in this state, if there is one. What mends it later is a run's. */
    private UUID waiting(UUID plan, PayoutState state) {
        List<PayoutRecord> seen = payouts.ofPlan(plan).stream()
                .filter(payout -> payout.kind() == PayoutKind.PLAN)
                .toList();
        if (seen.isEmpty()) {
            // Whoever may see the plan learns what is the matter with it; others that there is nothing.
            reader.one(plan);
            throw MboProblem.PLAN_STATE
                    .saying("The plan is not handed in for pay.")
                    .exception();
        }
        return seen.stream()
                .filter(payout -> payout.state() == state)
                .findFirst()
                .orElse(seen.getFirst())
                .id();
    }
}
