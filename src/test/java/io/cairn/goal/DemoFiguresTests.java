package io.cairn.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Viewing;
import io.cairn.kernel.DomainClock;
import io.cairn.metric.MetricChange;
import io.cairn.metric.MetricWindow;
import io.cairn.metric.Metrics;
import io.cairn.testing.CairnTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What was stored while the demo company lived equals what its check-ins say, for each goal and each day. */
@CairnTest
@TestPropertySource(properties = "cairn.mode=demo")
class DemoFiguresTests {
    @Autowired
    private JdbcClient db;

    @Autowired
    private GoalReader reader;

    @Autowired
    private CheckInStore checkIns;

    @Autowired
    private Metrics metrics;

    @Autowired
    private DomainClock clock;

    @Autowired
    private TransactionTemplate transaction;

    private record Day(
            LocalDate day,
            @Nullable BigDecimal progress,
            @Nullable BigDecimal expected,
            @Nullable String health) {}

    @Test
    void theStoredFiguresFollowFromTheFacts() {
        Viewing.runAsSystem(
                "Test",
                () -> transaction.executeWithoutResult(status -> active().forEach(goal -> {
                    LocalDate today = clock.today();
                    Figures figures = Figures.of(onlyUntil(goal, today).forFigures(), today);
                    assertThat(goal.progress()).isEqualByComparingTo(figures.progress());
                    assertThat(goal.expected()).isEqualByComparingTo(figures.expected());
                    assertThat(goal.health()).isEqualTo(figures.health());
                    assertThat(goal.stale()).isEqualTo(figures.stale());
                    for (int i = 0; i < goal.measures().size(); i++) {
                        assertThat(goal.measures().get(i).progress())
                                .isEqualByComparingTo(figures.measures().get(i).progress());
                        assertThat(goal.measures().get(i).health())
                                .isEqualTo(figures.measures().get(i).health());
                    }
                })));
    }

    @Test
    void theHistoryOfEachDayFollowsFromTheFactsUntilThen() {
        Viewing.runAsSystem("Test", () -> transaction.executeWithoutResult(status -> active().forEach(this::compare)));
    }

    private void compare(Goal goal) {
        List<Day> stored = db.sql("""
                select day, progress, expected, health from goal.figure where goal_id = :goal order by day
                """).param("goal", goal.id()).query(Day.class).list();
        assertThat(stored.getFirst().day()).isEqualTo(goal.activatedOn());
        LocalDate day = Objects.requireNonNull(goal.activatedOn());
        for (; !day.isAfter(clock.today()); day = day.plusDays(1)) {
            LocalDate now = day;
            Day known = stored.stream()
                    .filter(row -> !row.day().isAfter(now))
                    .toList()
                    .getLast();
            Figures figures = Figures.of(onlyUntil(goal, now).forFigures(), now);
            assertThat(known.progress()).as("%s on %s", goal.title(), now).isEqualByComparingTo(figures.progress());
            assertThat(known.expected()).as("%s on %s", goal.title(), now).isEqualByComparingTo(figures.expected());
            assertThat(known.health()).as("%s on %s", goal.title(), now).isEqualTo(String.valueOf(figures.health()));
        }
    }

    private List<Goal> active() {
        return reader.read(db.sql("select id from goal.goal where state = 'ACTIVE'")
                .query(UUID.class)
                .list());
    }

    /** The goal with nothing but what had been reported by the end of that day. */
    private Goal onlyUntil(Goal goal, LocalDate day) {
        var measures = new ArrayList<Measure>();
        for (Measure measure : goal.measures()) {
            Measure blank = blank(measure);
            List<CheckIn> until = checkIns.countingOf(List.of(measure.id())).stream()
                    .filter(one ->
                            !LocalDate.ofInstant(one.at(), clock.getZone()).isAfter(day))
                    .toList();
            if (measure.metricId() != null) {
                blank = following(goal, blank, day);
            }
            measures.add(until.isEmpty() ? blank : Settled.of(goal, blank, until, clock.getZone()));
        }
        return goal.with(measures, List.of(), List.of());
    }

    /** With what its metric had said by then: each week is entered on the Monday after it. */
    private Measure following(Goal goal, Measure measure, LocalDate day) {
        MetricChange told = metrics.told(List.of(Objects.requireNonNull(measure.metricId())))
                .getFirst();
        List<io.cairn.metric.Point> until = told.series().stream()
                .filter(point -> point.period().end().isBefore(day))
                .toList();
        var window = MetricWindow.of(
                told.metric(), until, Objects.requireNonNull(goal.startsOn()), Objects.requireNonNull(measure.dueOn()));
        return measure.following(
                measure.baseline(),
                window.value(),
                window.values(),
                window.asOf(),
                told.metric()
                        .sheet()
                        .frequency()
                        .staleOn(until.getLast().period().end()));
    }

    private static Measure blank(Measure m) {
        return new Measure(
                m.id(),
                m.goalId(),
                m.position(),
                m.name(),
                m.kind(),
                m.nature(),
                m.unit(),
                m.baseline(),
                m.target(),
                m.relativeTarget(),
                m.comparator(),
                m.low(),
                m.high(),
                m.floor(),
                m.ceiling(),
                m.openAbove(),
                m.mode(),
                m.expectedCheckIns(),
                m.counting(),
                m.profile(),
                m.planPoints(),
                m.milestones().stream()
                        .map(one -> one.withDone(BigDecimal.ZERO))
                        .toList(),
                m.levels(),
                m.weight(),
                m.dueOn(),
                m.owner(),
                m.evidenceUrl(),
                m.cancelled(),
                null,
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                false,
                true,
                null,
                null,
                null,
                false,
                false,
                false,
                false,
                m.version(),
                m.targets(),
                m.metricId(),
                null);
    }
}
