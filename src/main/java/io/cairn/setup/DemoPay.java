package io.cairn.setup;

import io.cairn.access.Elevation;
import io.cairn.framework.mbo.ObjectiveValue;
import io.cairn.framework.mbo.Plan;
import io.cairn.framework.mbo.PlanAgreeing;
import io.cairn.framework.mbo.PlanContent;
import io.cairn.framework.mbo.PlanDay;
import io.cairn.framework.mbo.PlanObjective;
import io.cairn.framework.mbo.PlanPay;
import io.cairn.framework.mbo.PlanScoring;
import io.cairn.framework.mbo.Plans;
import io.cairn.goal.CheckInContent;
import io.cairn.goal.CheckIns;
import io.cairn.incentive.BonusTargetContent;
import io.cairn.incentive.BonusTargets;
import io.cairn.incentive.Payments;
import io.cairn.incentive.PayoutRuns;
import io.cairn.incentive.RunContent;
import io.cairn.incentive.TargetBasis;
import io.cairn.kernel.Viewer;
import io.cairn.setup.DemoFounding.Founded;
import io.cairn.setup.DemoPlan.Line;
import io.cairn.setup.DemoPlan.Said;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds to the demo company's history what its people agreed, reported, scored and were paid for. */
@Component
class DemoPay {
    private static final LocalDate HANDED_IN = LocalDate.of(2026, 7, 6);
    private static final LocalDate PAID = LocalDate.of(2026, 7, 20);

    private final BonusTargets targets;
    private final Plans plans;
    private final PlanAgreeing agreeing;
    private final PlanScoring scoring;
    private final PlanPay pay;
    private final PlanDay day;
    private final CheckIns checkIns;
    private final PayoutRuns runs;
    private final Payments payments;
    private final Elevation elevation;

    DemoPay(
            BonusTargets targets,
            Plans plans,
            PlanAgreeing agreeing,
            PlanScoring scoring,
            PlanPay pay,
            PlanDay day,
            CheckIns checkIns,
            PayoutRuns runs,
            Payments payments,
            Elevation elevation) {
        this.targets = targets;
        this.plans = plans;
        this.agreeing = agreeing;
        this.scoring = scoring;
        this.pay = pay;
        this.day = day;
        this.checkIns = checkIns;
        this.runs = runs;
        this.payments = payments;
        this.elevation = elevation;
    }

    /** What is looked up by name once it is written. */
    record Names(Function<String, UUID> objectives, Function<String, UUID> metrics) {}

    void tell(DemoHistory history, Founded company, List<DemoPlan> plans, Names names) {
        DemoPlans.targets().forEach(target -> history.add(
                LocalDate.of(2025, 12, 10).atTime(9, 0), company.person("Nina"), nina -> set(company, target)));
        Map<DemoPlan, UUID> written = new HashMap<>();
        plans.forEach(plan -> tell(history, company, names, written, plan));
        run(history, company);
    }

    private void set(Founded company, DemoPlans.Target target) {
        targets.set(new BonusTargetContent(
                company.person(target.person()).id(),
                new BigDecimal(target.amount()),
                "EUR",
                target.yearly() ? TargetBasis.YEAR : TargetBasis.QUARTER,
                target.from(),
                target.note()));
    }

    private void tell(
            DemoHistory history, Founded company, Names names, Map<DemoPlan, UUID> written, DemoPlan told) {
        Viewer employee = company.person(told.employee());
        Viewer manager = company.person(DemoPerson.managerOf(told.employee()));
        history.add(told.offeredOn().atTime(10, 0), manager, viewer -> {
            Plan plan = plans.create(viewer, content(told, employee, names));
            written.put(told, plan.id());
            agreeing.submit(viewer, plan.id(), "As we talked about on Monday.");
        });
        LocalDate signedOn = told.signedOn();
        if (signedOn == null) {
            return;
        }
        history.add(
                signedOn.atTime(11, 30),
                employee,
                viewer -> agreeing.accept(viewer, id(written, told), null, "Agreed."));
        for (int i = 0; i < told.lines().size(); i++) {
            int place = i;
            told.lines().get(i).reports().forEach(said -> history.add(
                    said.on().atTime(16, place), employee, viewer -> report(viewer, id(written, told), place, said)));
        }
        LocalDate scoredOn = told.scoredOn();
        if (scoredOn != null) {
            history.add(scoredOn.minusDays(1).atTime(9, 0), employee, viewer -> {
                turn();
                scoring.estimate(viewer, id(written, told), values(id(written, told), told, Line::estimate));
            });
            history.add(
                    scoredOn.atTime(9, 0),
                    manager,
                    viewer -> scoring.score(
                            viewer, id(written, told), values(id(written, told), told, Line::result)));
            history.add(HANDED_IN.atTime(9, 0), manager, viewer -> pay.submit(viewer, id(written, told)));
        }
    }

    private void turn() {
        elevation.<@Nullable Object>asSystem("Day turn", () -> {
            day.turn();
            return null;
        });
    }

    private static UUID id(Map<DemoPlan, UUID> written, DemoPlan told) {
        return Objects.requireNonNull(written.get(told));
    }

    private static PlanContent content(DemoPlan told, Viewer employee, Names names) {
        return new PlanContent(
                employee.id(),
                told.period(),
                null,
                told.startsOn(),
                told.endsOn(),
                true,
                null,
                null,
                null,
                null,
                null,
                told.lines().stream()
                        .map(line -> line.content(names.objectives(), names.metrics()))
                        .toList());
    }

    private void report(Viewer viewer, UUID plan, int place, Said said) {
        PlanObjective line = plans.get(plan).objectives().get(place);
        checkIns.record(
                viewer,
                Objects.requireNonNull(line.measureId()),
                new CheckInContent(new BigDecimal(said.value()), null, null, null, said.note(), null, null));
    }

    private List<ObjectiveValue> values(UUID plan, DemoPlan told, Function<Line, @Nullable String> of) {
        List<PlanObjective> lines = plans.get(plan).objectives();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new ObjectiveValue(
                        lines.get(i).id(), Line.number(of.apply(told.lines().get(i))), null, null, null))
                .toList();
    }

    private void run(DemoHistory history, Founded company) {
        Map<String, UUID> opened = new HashMap<>();
        Viewer nina = company.person("Nina");
        history.add(
                HANDED_IN.plusDays(2).atTime(9, 0),
                nina,
                viewer -> opened.put(
                        "Q2",
                        runs.open(
                                        viewer,
                                        new RunContent(
                                                "Second quarter of 2026",
                                                LocalDate.of(2026, 4, 1),
                                                LocalDate.of(2026, 6, 30),
                                                "EUR",
                                                new BigDecimal("12000")))
                                .id()));
        history.add(
                HANDED_IN.plusDays(2).atTime(10, 0),
                nina,
                viewer -> runs.approve(
                        viewer, Objects.requireNonNull(opened.get("Q2")), new PayoutRuns.Choice(List.of(), true)));
        history.add(
                PAID.atTime(9, 0),
                nina,
                viewer -> payments.payWithin(viewer, Objects.requireNonNull(opened.get("Q2"))));
    }
}
