package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.ObjectiveScope;
import io.cairn.framework.mbo.ObjectiveValue;
import io.cairn.framework.mbo.Plan;
import io.cairn.framework.mbo.PlanScoring;
import io.cairn.framework.mbo.PlanTurns;
import io.cairn.framework.mbo.Plans;
import io.cairn.incentive.Pool;
import io.cairn.incentive.Pools;
import io.cairn.kernel.DomainClock;
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
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Estimates and final values of a plan, saved together. */
@Controller
class MeasuringPages {
    private final Plans plans;
    private final PlanScoring scoring;
    private final Pools pools;
    private final DomainClock clock;
    private final TransactionTemplate transaction;

    MeasuringPages(Plans plans, PlanScoring scoring, Pools pools, DomainClock clock, TransactionTemplate transaction) {
        this.plans = plans;
        this.scoring = scoring;
        this.pools = pools;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/plans/{plan}/measurement")
    @Transactional(readOnly = true)
    MeasuringPage show(Viewer viewer, @PathVariable UUID plan) {
        return page(viewer, plan, ValuesForm.EMPTY, List.of());
    }

    /** {@code do} is {@code score} to settle the plan; anything else keeps estimates. */
    @PostMapping("/plans/{plan}/measurement")
    Html save(
            Viewer viewer,
            @PathVariable UUID plan,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "do", defaultValue = "estimate") String button) {
        ValuesForm form = ValuesForm.posted(sent);
        try {
            return Objects.requireNonNull(
                    transaction.execute(begun -> saved(viewer, plan, form, button.equals("score"))));
        } catch (ProblemException refused) {
            int status = refused.first().status();
            if (status == GeneralProblem.NOT_FOUND.status() || status == GeneralProblem.NOT_ALLOWED.status()) {
                throw refused;
            }
            return Objects.requireNonNull(transaction.execute(begun -> page(viewer, plan, form, refused.problems())));
        }
    }

    private Redirect saved(Viewer viewer, UUID id, ValuesForm form, boolean score) {
        Plan plan = plans.get(id);
        List<Problem> unreadable = new ArrayList<>();
        List<ObjectiveValue> estimates = form.values(plan, "objectives", unreadable).stream()
                .map(MeasuringPages::estimate)
                .toList();
        List<ObjectiveValue> finals = form.values(plan, "finals", unreadable);
        if (!unreadable.isEmpty()) {
            throw new ProblemException(unreadable);
        }
        if (PlanTurns.of(plan, viewer, null, clock.today()).estimates()) {
            scoring.estimate(viewer, id, estimates);
        }
        if (!score) {
            return Redirect.to("/plans/" + id).saying("Estimates saved.");
        }
        settle(viewer, id, finals);
        return Redirect.to("/plans/" + id).saying("Scored.");
    }

    /** An award is given with the final values only. */
    private static ObjectiveValue estimate(ObjectiveValue value) {
        return new ObjectiveValue(value.objectiveId(), value.value(), value.level(), null, null, value.comment());
    }

    /** What is wrong with a final value stands beside it; why it differs is the one comment of the line. */
    private void settle(Viewer viewer, UUID id, List<ObjectiveValue> finals) {
        try {
            scoring.score(viewer, id, finals);
        } catch (ProblemException refused) {
            throw new ProblemException(
                    refused.problems().stream().map(MeasuringPages::atFinals).toList());
        }
    }

    private static Problem atFinals(Problem problem) {
        String field = problem.field();
        return field == null || field.endsWith(".comment")
                ? problem
                : problem.at(field.replaceFirst("^objectives\\[", "finals["));
    }

    private MeasuringPage page(Viewer viewer, UUID id, ValuesForm form, List<Problem> problems) {
        Plan plan = plans.get(id);
        PlanTurns turns = PlanTurns.of(plan, viewer, null, clock.today());
        boolean gives = turns.scores()
                && plan.objectives().stream().anyMatch(line -> line.terms().scope() == ObjectiveScope.DISCRETIONARY);
        List<Pool> held = gives ? pools.heldBy(viewer.id(), plan.endsOn()) : List.of();
        return new MeasuringPage(viewer, plan, turns, form, held, problems);
    }
}
