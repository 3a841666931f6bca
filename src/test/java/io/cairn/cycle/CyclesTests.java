package io.cairn.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.access.Viewing;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.organization.PeopleRegister;
import io.cairn.organization.Person;
import io.cairn.organization.Roles;
import io.cairn.organization.Somebody;
import io.cairn.testing.CairnTest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CairnTest
class CyclesTests {
    private static final AtomicInteger YEAR = new AtomicInteger(2100);

    @Autowired
    Cycles cycles;

    @Autowired
    CyclePlan plan;

    @Autowired
    PeopleRegister register;

    @Autowired
    Roles roles;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    /** Each test has a year of its own. */
    private final int year = YEAR.incrementAndGet();

    @Test
    void aYearIsPlannedInOneStep() {
        List<Cycle> made = system(() -> plan.planYear(YearMonth.of(year, 1), Cadence.BIWEEKLY));
        assertThat(made).hasSize(7);
        Cycle third = made.get(5);
        assertThat(system(() -> cycles.require(third.id()))).isEqualTo(third);
        assertThat(system(() -> cycles.path(third.id()))).containsExactly(made.get(0), made.get(4), third);
        assertThat(system(() -> cycles.inside(made.get(4).id()))).containsExactly(made.get(4), third, made.get(6));
        assertThat(system(() -> cycles.current(LocalDate.of(year, 8, 15), CycleKind.QUARTER)))
                .contains(third);
        refused(CycleProblem.CYCLE_OVERLAP, "startsOn", () -> plan.planYear(YearMonth.of(year, 7), Cadence.WEEKLY));
    }

    @Test
    void aYearThatRunsStandsInItsPhase() {
        LocalDate august = LocalDate.of(2026, 8, 15);
        assertThat(Phase.on(august, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30)))
                .isEqualTo(Phase.SCORING);
        assertThat(Phase.on(august, LocalDate.of(2026, 7, 1), august)).isEqualTo(Phase.ACTIVE);
        assertThat(Phase.on(august, LocalDate.of(2026, 8, 16), LocalDate.of(2026, 12, 31)))
                .isEqualTo(Phase.PLANNING);
    }

    @Test
    void phasesGoOneWayStepByStep() {
        Cycle cycle = system(() -> plan.create(quarter(1)));
        refused(CycleProblem.PHASE_ORDER, "phase", () -> plan.enter(cycle.id(), 1, Phase.SCORING));
        system(() -> plan.enter(cycle.id(), 1, Phase.ACTIVE));
        refused(CycleProblem.PHASE_ORDER, "phase", () -> plan.enter(cycle.id(), 2, Phase.PLANNING));
        system(() -> plan.enter(cycle.id(), 2, Phase.SCORING));
        Cycle closed = system(() -> plan.enter(cycle.id(), 3, Phase.CLOSED));
        refused(CycleProblem.PHASE_ORDER, "phase", () -> plan.enter(cycle.id(), closed.version(), Phase.ACTIVE));
        refused(CycleProblem.CYCLE_CLOSED, null, () -> plan.edit(cycle.id(), closed.version(), quarter(2)));
    }

    @Test
    void aCycleBeginsInPlanningOrActive() {
        refused(CycleProblem.PHASE_ORDER, "phase", () -> plan.create(quarter(1), Phase.CLOSED));
        assertThat(system(() -> plan.create(quarter(1), Phase.ACTIVE)).phase()).isEqualTo(Phase.ACTIVE);
    }

    @Test
    void aCycleDoesNotLieInItself() {
        Cycle outer = system(() -> plan.create(custom("Outer", null)));
        Cycle inner = system(() -> plan.create(custom("Inner", outer.id())));
        refused(CycleProblem.CYCLE_LOOP, "parentId", () -> plan.edit(outer.id(), 1, custom("Outer", inner.id())));
        refused(CycleProblem.CYCLE_LOOP, "parentId", () -> plan.edit(outer.id(), 1, custom("Outer", outer.id())));
        refused(CycleProblem.NO_SUCH_CYCLE, "parentId", () -> plan.create(custom("Lost", UUID.randomUUID())));
    }

    @Test
    void anOldVersionIsRefused() {
        Cycle cycle = system(() -> plan.create(quarter(1)));
        system(() -> plan.edit(cycle.id(), 1, quarter(2)));
        assertThatThrownBy(() -> system(() -> plan.edit(cycle.id(), 1, quarter(3))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.first().details()).containsKey("current"));
    }

    @Test
    void twoWhoAddTheSameQuarterAtOnceMakeOne() throws Exception {
        var start = new CyclicBarrier(2);
        Callable<String> create = () -> {
            start.await();
            try {
                system(() -> plan.create(quarter(4)));
                return "made";
            } catch (ProblemException refused) {
                return refused.first().code();
            }
        };
        List<String> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var outcome : threads.invokeAll(List.of(create, create))) {
                outcomes.add(outcome.get());
            }
        }
        assertThat(outcomes).containsExactlyInAnyOrder("made", "CYCLE_OVERLAP");
    }

    @Test
    void championsAndAdministratorsKeepCyclesAndTheDatabaseHoldsOthersOff() {
        Person champion = system(() -> register.create(Somebody.named("Champion")));
        Person plain = system(() -> register.create(Somebody.named("Plain")));
        system(() -> roles.set(champion.id(), Set.of(Role.CHAMP)));
        assertThat(Viewing.as(Somebody.viewing(champion, Role.CHAMP), () -> plan.create(quarter(1)))
                        .version())
                .isEqualTo(1);
        assertThatThrownBy(() -> Viewing.as(Somebody.viewing(plain), () -> plan.create(quarter(2))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.first().code()).isEqualTo("NOT_ALLOWED"));
        Integer changed = Viewing.as(
                Somebody.viewing(plain),
                () -> transactions.execute(
                        status -> db.sql("update cycle.cycle set name = 'Mine'").update()));
        assertThat(changed).isZero();
    }

    private CycleDetails quarter(int number) {
        YearMonth first = YearMonth.of(year, 3 * number - 2);
        return CycleDetails.of(
                "Quarter " + number,
                CycleKind.QUARTER,
                first.atDay(1),
                first.plusMonths(2).atEndOfMonth(),
                null,
                null);
    }

    private CycleDetails custom(String name, @org.jspecify.annotations.Nullable UUID parent) {
        return CycleDetails.of(
                name, CycleKind.CUSTOM, LocalDate.of(year, 2, 1), LocalDate.of(year, 2, 10), parent, null);
    }

    private static <T> T system(Supplier<T> work) {
        return Viewing.asSystem("test", work);
    }

    private static void refused(Problem.Kind kind, @org.jspecify.annotations.Nullable String field, Supplier<?> work) {
        assertThatThrownBy(() -> system(work)).isInstanceOfSatisfying(ProblemException.class, wrong -> {
            assertThat(wrong.first().code()).isEqualTo(kind.name());
            assertThat(wrong.first().field()).isEqualTo(field);
        });
    }
}
