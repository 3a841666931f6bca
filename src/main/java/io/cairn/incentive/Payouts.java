package io.cairn.incentive;

import io.cairn.goal.GoalProblem;
import io.cairn.incentive.PayoutRights.Sorted;
import io.cairn.incentive.PayoutStore.Draft;
import io.cairn.incentive.PayoutStore.Held;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Money;
import io.cairn.kernel.Page;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.ProblemList;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What plans pay: handed in when they are scored, approved or sent back by compensation under four eyes, and kept for ever.
 * Many are decided about in as many statements as one.
 */
@Component
@Transactional
public class Payouts {
    static final int REASON = 2000;
    private static final int MOST_LINES = 100;

    private final PayoutStore store;
    private final PayoutReader reader;
    private final PayoutEvents events;
    private final DomainClock clock;

    Payouts(PayoutStore store, PayoutReader reader, PayoutEvents events, DomainClock clock) {
        this.store = store;
        this.reader = reader;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Hands a scored plan in, as whoever is viewing. A plan that has a payout which was not rejected keeps that one.
     *
     * @return the payout's id
     * @throws ProblemException OKR_COMPENSATION_FORBIDDEN for a goal nobody may be paid for; LINES_DO_NOT_ADD_UP,
     *     AMOUNT_TOO_PRECISE for a submission that is not exact
     */
    public UUID submit(Submission submission) {
        refuseInexact(submission);
        refuseUnpayable(submission);
        UUID id = Ids.next();
        var draft = new Draft(id, PayoutKind.PLAN, null, "", submission, PayoutStore.lines(submission.lines()));
        if (!store.insert(draft, clock.instant())) {
            return store.standing(submission.plan()).orElseThrow(GeneralProblem.NOT_FOUND::exception);
        }
        handedIn(id, PayoutKind.PLAN, submission, "");
        return id;
    }

    private void handedIn(UUID id, PayoutKind kind, Submission submission, String reason) {
        events.handedIn(new PayoutChange(
                id,
                kind,
                submission.plan(),
                submission.employee(),
                PayoutState.SUBMITTED,
                PayoutState.SUBMITTED,
                reason,
                io.cairn.access.Viewing.personId(),
                clock.instant()));
    }

    private static void refuseInexact(Submission submission) {
        var problems = new ProblemList();
        problems.when(submission.lines().isEmpty(), PayoutProblem.LINES_REQUIRED.at("lines"));
        problems.when(submission.lines().size() > MOST_LINES, PayoutProblem.TOO_MANY_LINES.at("lines"));
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < submission.lines().size(); i++) {
            BigDecimal amount = submission.lines().get(i).amount();
            problems.when(
                    !Money.exact(amount, submission.currency()),
                    IncentiveProblem.AMOUNT_TOO_PRECISE.at("lines[" + i + "].amount"));
            sum = sum.add(amount);
        }
        problems.when(sum.compareTo(submission.total()) != 0, PayoutProblem.LINES_DO_NOT_ADD_UP.at("total"));
        problems.throwAny();
    }

    private void refuseUnpayable(Submission submission) {
        List<UUID> goals = submission.lines().stream()
                .map(Submission.Line::goal)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, Boolean> known = store.payable(goals).stream()
                .collect(Collectors.toMap(PayoutStore.Payable::id, PayoutStore.Payable::payable));
        var problems = new ProblemList();
        for (int i = 0; i < submission.lines().size(); i++) {
            UUID goal = submission.lines().get(i).goal();
            if (goal == null) {
                continue;
            }
            Boolean payable = known.get(goal);
            String field = "lines[" + i + "].goal";
            problems.when(payable == null, GeneralProblem.NOT_FOUND.at(field));
            problems.when(Boolean.FALSE.equals(payable), GoalProblem.OKR_COMPENSATION_FORBIDDEN.at(field));
        }
        problems.throwAny();
    }

    /**
     * Lets pass what the viewer may let pass, and says of each other one why not.
     *
     * @throws ProblemException NOT_ALLOWED, NOT_FOUND for whoever is not of compensation
     */
    public Decided approve(Viewer viewer, List<UUID> ids) {
        refuseOthers(viewer, ids);
        List<Held> held = store.lock(ids);
        Sorted sorted = PayoutRights.sort(viewer, held, PayoutState.SUBMITTED);
        decide(viewer, sorted, PayoutState.APPROVED, "", null);
        return decided(sorted, PayoutRights.missing(ids, held, GeneralProblem.NOT_FOUND));
    }

    /** The same for one. @throws ProblemException OWN_PAY, FOUR_EYES, PAYOUT_STATE */
    public void approveOne(Viewer viewer, UUID id) {
        Decided decided = approve(viewer, List.of(id));
        if (decided.done().isEmpty()) {
            throw refusal(decided);
        }
    }

    /** Sends one back to whoever scored. @throws ProblemException REQUIRED without a reason, OWN_PAY, FOUR_EYES, PAYOUT_STATE */
    public void reject(Viewer viewer, UUID id, @Nullable String reason) {
        refuseOthers(viewer, List.of(id));
        Texts texts = new Texts();
        String because = texts.needed("reason", reason, 1, REASON);
        texts.refuseIfAny();
        Decided decided = reject(viewer, store.lock(List.of(id)), because, null);
        if (decided.done().isEmpty()) {
            throw refusal(decided);
        }
    }

    /** Within the transaction of a run; all of them for one reason. */
    Decided reject(Viewer viewer, List<Held> held, String reason, @Nullable UUID run) {
        Sorted sorted = PayoutRights.sort(viewer, held, PayoutState.SUBMITTED);
        decide(viewer, sorted, PayoutState.REJECTED, reason, run);
        return decided(sorted, List.of());
    }

    Decided approve(Viewer viewer, List<Held> held, UUID run) {
        Sorted sorted = PayoutRights.sort(viewer, held, PayoutState.SUBMITTED);
        decide(viewer, sorted, PayoutState.APPROVED, "", run);
        return decided(sorted, List.of());
    }

    private void decide(Viewer viewer, Sorted sorted, PayoutState now, String reason, @Nullable UUID run) {
        if (sorted.free().isEmpty()) {
            return;
        }
        var at = clock.instant();
        store.decide(sorted.ids(), now, reason, viewer.id(), at, run);
        events.changed(sorted.free().stream()
                .map(payout -> payout.to(now, reason, viewer.id(), at))
                .toList());
    }

    private static Decided decided(Sorted sorted, List<Decided.Refused> missing) {
        var refused = new ArrayList<>(sorted.refused());
        refused.addAll(missing);
        return new Decided(sorted.ids(), refused);
    }

    /** The one refusal of a single payout as what answers the request. */
    static ProblemException refusal(Decided decided) {
        String code = decided.refused().isEmpty()
                ? GeneralProblem.NOT_FOUND.name()
                : decided.refused().getFirst().code();
        Problem.Kind kind =
                switch (code) {
                    case "OWN_PAY" -> IncentiveProblem.OWN_PAY;
                    case "FOUR_EYES" -> PayoutProblem.FOUR_EYES;
                    case "PAYOUT_STATE" -> PayoutProblem.PAYOUT_STATE;
                    default -> GeneralProblem.NOT_FOUND;
                };
        return kind.exception();
    }

    private void refuseOthers(Viewer viewer, List<UUID> ids) {
        if (!viewer.is(io.cairn.kernel.Role.COMP) && !store.anyVisible(ids)) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        PayoutRights.onlyCompensation(viewer);
    }

    /**
     * Hands in what was wrong with a payout that is paid; another one of compensation approves it, and a later run pays it.
     *
     * @return the adjustment
     * @throws ProblemException PAYOUT_STATE unless it is paid, OWN_PAY, ADJUSTMENT_OPEN, ADJUSTED_BELOW_ZERO
     */
    public PayoutRecord adjust(Viewer viewer, UUID payout, AdjustmentContent content) {
        refuseOthers(viewer, List.of(payout));
        Held held = store.lock(List.of(payout)).stream().findFirst().orElseThrow(GeneralProblem.NOT_FOUND::exception);
        if (held.employee().equals(viewer.id())) {
            throw IncentiveProblem.OWN_PAY.exception();
        }
        if (held.state() != PayoutState.PAID || held.kind() != PayoutKind.PLAN) {
            throw PayoutProblem.PAYOUT_STATE.exception();
        }
        PayoutRecord paid = require(payout);
        Adjustment adjustment = Adjustment.of(paid, content, store.adjusted(payout));
        UUID id = Ids.next();
        var draft = new Draft(
                id, PayoutKind.ADJUSTMENT, payout, adjustment.reason(), adjustment.submission(), adjustment.lines());
        if (!store.insert(draft, clock.instant())) {
            throw PayoutProblem.ADJUSTMENT_OPEN.exception();
        }
        handedIn(id, PayoutKind.ADJUSTMENT, adjustment.submission(), adjustment.reason());
        return require(id);
    }

    /** @throws ProblemException NOT_FOUND */
    @Transactional(readOnly = true)
    public PayoutRecord require(UUID payout) {
        return reader.byId(List.of(payout)).stream().findFirst().orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    /** All payouts of a plan that the viewer may see, newest first: what it pays, what was rejected, adjustments. */
    @Transactional(readOnly = true)
    public List<PayoutRecord> ofPlan(UUID plan) {
        return reader.list(plan, null, Integer.MAX_VALUE - 1, null).items();
    }

    /** All payouts of a person that the viewer may see, newest first. */
    @Transactional(readOnly = true)
    public List<PayoutRecord> ofPerson(UUID person) {
        return reader.list(null, person, Integer.MAX_VALUE - 1, null).items();
    }

    @Transactional(readOnly = true)
    public Page<PayoutRecord> list(@Nullable UUID plan, @Nullable UUID person, int limit, @Nullable UUID before) {
        return reader.list(plan, person, limit, before);
    }
}
