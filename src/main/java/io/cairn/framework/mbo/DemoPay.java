package io.cairn.framework.mbo;

import io.cairn.access.Elevation;
import io.cairn.access.Viewing;
import io.cairn.database.BeforeOpening;
import io.cairn.framework.mbo.DemoPlan.Line;
import io.cairn.framework.mbo.DemoPlan.Said;
import io.cairn.goal.CheckInContent;
import io.cairn.goal.CheckIns;
import io.cairn.incentive.BonusTargetContent;
import io.cairn.incentive.BonusTargets;
import io.cairn.incentive.Payments;
import io.cairn.incentive.PayoutRuns;
import io.cairn.incentive.RunContent;
import io.cairn.incentive.TargetBasis;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the people of the demo company agreed, reported, scored and were paid for, lived once its goals and KPIs are there. */
@Component
@ConditionalOnProperty(name = "cairn.mode", havingValue = "demo")
@Order(25)
class DemoPay implements BeforeOpening {
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
    private final DomainClock clock;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

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
            Elevation elevation,
            DomainClock clock,
            JdbcClient db,
            TransactionTemplate transaction) {
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
        this.clock = clock;
        this.db = db;
        this.transaction = transaction;
    }

    @Override
    public void beforeOpening() {
        Viewing.runAsSystem(
                "Demo",
                () -> transaction.executeWithoutResult(status -> {
                    if (isNew()) {
                        clock.in(zone());
                        live(told());
                    }
                }));
    }

    private boolean isNew() {
        return db.sql("select not exists (select 1 from incentive.bonus_target)")
                .query(Boolean.class)
                .single();
    }

    private ZoneId zone() {
        return ZoneId.of(db.sql("select o.zone from organization.organization o")
                .query(String.class)
                .single());
    }

    /** What somebody did and when. */
    private record Deed(LocalDateTime at, Viewer who, Consumer<Viewer> what) {}

    /** In the order of time, each as the person who did it; one transaction, entered anew for each. */
    private void live(List<Deed> deeds) {
        deeds.stream().sorted(Comparator.comparing(Deed::at)).forEach(deed -> {
            clock.moveTo(deed.at().atZone(clock.getZone()).toInstant());
            try (var scope = Viewing.begin(deed.who())) {
                db.sql("select access.enter(:person)::text")
                        .param("person", deed.who().id())
                        .query(String.class)
                        .list();
                deed.what().accept(deed.who());
            }
        });
    }

    private List<Deed> told() {
        List<Deed> history = new ArrayList<>();
        tell(history, company(), DemoPlans.all());
        return history;
    }

    /** Who is there by first name, whom they report to, and what is looked up by its name. */
    private record Company(
            Map<String, Viewer> people,
            Map<String, String> managers,
            Map<String, UUID> goals,
            Map<String, UUID> metrics) {
        Viewer person(String name) {
            return Objects.requireNonNull(people.get(name), name);
        }

        Viewer managerOf(String name) {
            return person(Objects.requireNonNull(managers.get(name), name));
        }
    }

    private record Somebody(
            UUID id, String name, String email, @Nullable String manager, String[] roles) {
        Viewer viewer() {
            Set<Role> held = Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toSet());
            return new Viewer(id, name, email, held, List.of());
        }
    }

    private Company company() {
        List<Somebody> people = db.sql("""
                select p.id, p.name, p.email, m.name as manager,
                       array(select g.role from access.role_grant g where g.person_id = p.id) as roles
                  from organization.person p
                  left join organization.person m on m.id = p.manager_id
                """)
                .query((row, number) -> new Somebody(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("manager"),
                        (String[]) row.getArray("roles").getArray()))
                .list();
        Map<String, String> managers = new HashMap<>();
        people.stream()
                .filter(person -> person.manager() != null)
                .forEach(person -> managers.put(person.name(), Objects.requireNonNull(person.manager())));
        return new Company(
                people.stream().collect(Collectors.toMap(Somebody::name, Somebody::viewer)),
                managers,
                named("select g.title as name, g.id from goal.goal g where g.state <> 'DRAFT'"),
                named("select m.name, m.id from metric.metric m"));
    }

    private Map<String, UUID> named(String sql) {
        Map<String, UUID> found = new HashMap<>();
        db.sql(sql).query(row -> {
            found.putIfAbsent(row.getString("name"), row.getObject("id", UUID.class));
        });
        return found;
    }

    private void tell(List<Deed> history, Company company, List<DemoPlan> all) {
        DemoPlans.targets()
                .forEach(target -> history.add(new Deed(
                        LocalDate.of(2025, 12, 10).atTime(9, 0),
                        company.person("Nina"),
                        nina -> set(company, target))));
        Map<DemoPlan, UUID> written = new HashMap<>();
        all.forEach(plan -> tell(history, company, written, plan));
        run(history, company);
    }

    private void set(Company company, DemoPlans.Target target) {
        targets.set(new BonusTargetContent(
                company.person(target.person()).id(),
                new BigDecimal(target.amount()),
                "EUR",
                target.yearly() ? TargetBasis.YEAR : TargetBasis.QUARTER,
                target.from(),
                target.note()));
    }

    private void tell(List<Deed> history, Company company, Map<DemoPlan, UUID> written, DemoPlan told) {
        Viewer employee = company.person(told.employee());
        Viewer manager = company.managerOf(told.employee());
        history.add(new Deed(told.offeredOn().atTime(10, 0), manager, viewer -> {
            Plan plan = plans.create(viewer, content(told, employee, company));
            written.put(told, plan.id());
            agreeing.submit(viewer, plan.id(), "As we talked about on Monday.");
        }));
        LocalDate signedOn = told.signedOn();
        if (signedOn == null) {
            return;
        }
        history.add(new Deed(
                signedOn.atTime(11, 30),
                employee,
                viewer -> agreeing.accept(viewer, id(written, told), null, "Agreed.")));
        for (int i = 0; i < told.lines().size(); i++) {
            int place = i;
            told.lines()
                    .get(i)
                    .story()
                    .reports()
                    .forEach(said -> history.add(new Deed(
                            said.on().atTime(16, place),
                            employee,
                            viewer -> report(viewer, id(written, told), place, said))));
        }
        LocalDate scoredOn = told.scoredOn();
        if (scoredOn != null) {
            history.add(new Deed(scoredOn.minusDays(1).atTime(9, 0), employee, viewer -> {
                turn();
                scoring.estimate(
                        viewer,
                        id(written, told),
                        values(id(written, told), told, line -> line.story().estimate()));
            }));
            history.add(new Deed(
                    scoredOn.atTime(9, 0),
                    manager,
                    viewer -> scoring.score(
                            viewer,
                            id(written, told),
                            values(id(written, told), told, line -> line.story().result()))));
            history.add(new Deed(HANDED_IN.atTime(9, 0), manager, viewer -> pay.submit(viewer, id(written, told))));
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

    private static PlanContent content(DemoPlan told, Viewer employee, Company company) {
        return new PlanContent(
                employee.id(),
                told.period(),
                null,
                told.startsOn(),
                told.endsOn(),
                true,
                PlanTerms.USUAL_CAP,
                null,
                null,
                null,
                null,
                null,
                told.lines().stream()
                        .map(line -> line.content(
                                name -> Objects.requireNonNull(company.goals().get(name), name),
                                name -> Objects.requireNonNull(company.metrics().get(name), name)))
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
                        lines.get(i).id(), Line.number(of.apply(told.lines().get(i))), null, null, null, null))
                .toList();
    }

    private void run(List<Deed> history, Company company) {
        Map<String, UUID> opened = new HashMap<>();
        Viewer nina = company.person("Nina");
        history.add(new Deed(
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
                                .id())));
        history.add(new Deed(
                HANDED_IN.plusDays(2).atTime(10, 0),
                nina,
                viewer -> runs.approve(
                        viewer, Objects.requireNonNull(opened.get("Q2")), new PayoutRuns.Choice(List.of(), true))));
        history.add(new Deed(
                PAID.atTime(9, 0),
                nina,
                viewer -> payments.payWithin(viewer, Objects.requireNonNull(opened.get("Q2")))));
    }
}
