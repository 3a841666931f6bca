package io.cairn.framework.mbo.web;

import io.cairn.agreement.Agreement;
import io.cairn.agreement.Agreements;
import io.cairn.agreement.Version;
import io.cairn.audit.Journal;
import io.cairn.audit.JournalPart;
import io.cairn.framework.mbo.NextStep;
import io.cairn.framework.mbo.Payable;
import io.cairn.framework.mbo.Plan;
import io.cairn.framework.mbo.PlanAgreeing;
import io.cairn.framework.mbo.PlanAttained;
import io.cairn.framework.mbo.PlanDesk;
import io.cairn.framework.mbo.PlanObjective;
import io.cairn.framework.mbo.PlanPay;
import io.cairn.framework.mbo.PlanTurns;
import io.cairn.framework.mbo.Plans;
import io.cairn.kernel.Display;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Explained;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One's own plans, and a plan with all that was said of it. */
@Controller
@Transactional(readOnly = true)
class PlanPages {
    private static final int MOST_ENTRIES = 30;

    private final PlanDesk desk;
    private final Plans plans;
    private final PlanPay pay;
    private final PlanAgreeing agreeing;
    private final Agreements agreements;
    private final Journal journal;
    private final DomainClock clock;

    PlanPages(
            PlanDesk desk,
            Plans plans,
            PlanPay pay,
            PlanAgreeing agreeing,
            Agreements agreements,
            Journal journal,
            DomainClock clock) {
        this.desk = desk;
        this.plans = plans;
        this.pay = pay;
        this.agreeing = agreeing;
        this.agreements = agreements;
        this.journal = journal;
        this.clock = clock;
    }

    @GetMapping("/plans")
    PlansPage mine(Viewer viewer) {
        PlanDesk.Own own = desk.mine(viewer);
        LocalDate today = clock.today();
        List<PlanLine> lines = own.plans().stream().map(PlanLine::of).toList();
        List<PlanLine> current = lines.stream()
                .filter(line -> !line.plan().isOver(today))
                .sorted(Comparator.comparing((PlanLine line) -> line.plan().endsOn()))
                .toList();
        return new PlansPage(
                viewer,
                current,
                lines.stream().filter(line -> line.plan().isOver(today)).toList(),
                own.manager(),
                projected(current),
                own.manages() || viewer.is(Role.HR));
    }

    /** Of the first that runs and pays; four statements. Targets of several currencies come to nothing that could be shown. */
    private PlansPage.@Nullable Projected projected(List<PlanLine> current) {
        Plan plan = current.stream()
                .map(PlanLine::plan)
                .filter(each -> each.pays() && each.state().isRunning())
                .findFirst()
                .orElse(null);
        try {
            Payable payable = plan == null ? null : pay.projected(plan);
            return plan == null || payable == null ? null : PlansPage.Projected.of(plan, payable);
        } catch (ProblemException severalCurrencies) {
            return null;
        }
    }

    @GetMapping("/plans/{plan}")
    PlanPage show(Viewer viewer, @PathVariable UUID plan) {
        return page(viewer, plan, null);
    }

    PlanPage page(Viewer viewer, UUID id, PlanPage.@Nullable Refused refused) {
        Plan plan = plans.get(id);
        Agreement agreement = agreeing.of(id);
        Version offer = agreement.open().orElse(null);
        LocalDate today = clock.today();
        return new PlanPage(
                viewer,
                plan,
                NextStep.of(plan, viewer, offer == null ? null : offer.turn(), today),
                PlanTurns.of(plan, viewer, offer, today),
                agreement,
                agreements.part(agreement),
                new JournalPart(journal.about("plan", id, MOST_ENTRIES), clock.getZone(), null),
                plans.missing(plan),
                refused);
    }

    @GetMapping("/plans/{plan}/explanation")
    AttainmentPage explain(@PathVariable("plan") UUID id, @Filters("objective") ListQuery query) {
        Plan plan = plans.get(id);
        UUID objective = query.uuid("objective");
        if (objective == null) {
            PlanAttained attained = PlanAttained.of(plan);
            if (attained == null) {
                throw GeneralProblem.NOT_FOUND.exception();
            }
            String shown = Display.percentage(attained.value()) + " %";
            return new AttainmentPage(plan, "Why " + shown + "?", attained.explained(), shown);
        }
        PlanObjective line = plan.objectives().stream()
                .filter(one -> one.id().equals(objective))
                .findFirst()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
        Explained<BigDecimal> explained = PlanAttained.explained(line);
        if (explained == null) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        String shown = Display.percentage(explained.value()) + " %";
        return new AttainmentPage(plan, "Why " + shown + "?", explained, shown);
    }
}
