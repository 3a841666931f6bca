package io.cairn.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.cairn.access.Viewing;
import io.cairn.goal.DayTurn;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Goals;
import io.cairn.goal.LinkKind;
import io.cairn.goal.Measure;
import io.cairn.kernel.Display;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.testing.CairnTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo company as it stands on 15 August 2026. Source: frameworks 6.2. */
@CairnTest
@TestPropertySource(properties = "cairn.mode=demo")
class DemoCompanyTests {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Goals goals;

    @Autowired
    private DemoCompany company;

    @Autowired
    private DemoTime time;

    @Autowired
    private DayTurn dayTurn;

    @Autowired
    private DomainClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Improve revenue retention across key accounts this quarter | 0.4111 | OFF_TRACK | 0.5 0.4 0.3333      | ON_TRACK AT_RISK OFF_TRACK
            Increase brand awareness in Q3                             | 0.5733 | ON_TRACK  | 0.5 0.6 0.62        | ON_TRACK ON_TRACK ON_TRACK
            Improve customer satisfaction in Q3                        | 0.45   | AT_RISK   | 0.4 0.5             | AT_RISK ON_TRACK
            Create an Unforgettable Customer Experience                | 0.55   | ON_TRACK  | 0.5 0.6             | ON_TRACK ON_TRACK
            Increase sales revenue to $3.5 million in Q1               | 0.8333 |           | 1 0.8 0.7           |
            Increase social media followers by 30 % in H1              | 0.7436 |           | 0.7308 0.8 0.7      |
            Annual revenue                                             | 0.6    | AT_RISK   | 0.5333 0.6667       | AT_RISK ON_TRACK
            Keep our people growing                                    | 0.4375 | AT_RISK   | 0.5 0.375           | ON_TRACK AT_RISK
            Website revamp                                             | 0.2917 | ON_TRACK  | 0 0.5833            | ON_TRACK ON_TRACK
            """)
    void anObjectiveShowsTheProgressAndHealthOfTheTable(
            String title, BigDecimal progress, @Nullable String health, String results, @Nullable String healths) {
        Goal goal = objective(title);
        assertThat(goal.state()).isEqualTo(GoalStatus.ACTIVE);
        assertThat(goal.figuresOn()).isEqualTo(LocalDate.of(2026, 8, 15));
        assertThat(Display.ratio(goal.progress())).isEqualByComparingTo(progress);
        assertThat(each(
                        goal,
                        measure -> Objects.requireNonNull(Display.ratio(measure.progress()))
                                .toPlainString()))
                .isEqualTo(words(results));
        if (health != null) {
            assertThat(goal.health()).hasToString(health);
            assertThat(each(goal, measure -> String.valueOf(measure.health()))).isEqualTo(words(healths));
        } else {
            assertThat(goal.overdue()).isTrue();
        }
    }

    @Test
    void theProductLineIsADraftWithoutKeyResultsAndCannotBeActivated() {
        Goal draft = objective("Launch a new product line");
        assertThat(draft.state()).isEqualTo(GoalStatus.DRAFT);
        Viewer mia = viewer("Mia");
        var refused = catchThrowableOfType(
                ProblemException.class, () -> Viewing.as(mia, () -> goals.activate(mia, draft.id())));
        assertThat(refused.problems()).extracting(Problem::code).startsWith("KEY_RESULT_COUNT");
    }

    @Test
    void fourObjectivesContributeToAnnualRevenueAndOneIsSharedWithIt() {
        assertThat(objective(CompanyObjectives.ANNUAL_REVENUE).children())
                .extracting(Goal.Linked::title, Goal.Linked::kind, Goal.Linked::rollup)
                .containsExactlyInAnyOrder(
                        tuple(
                                "Improve revenue retention across key accounts this quarter",
                                LinkKind.CONTRIBUTES,
                                false),
                        tuple("Increase brand awareness in Q3", LinkKind.CONTRIBUTES, false),
                        tuple("Improve customer satisfaction in Q3", LinkKind.CONTRIBUTES, false),
                        tuple("Create an Unforgettable Customer Experience", LinkKind.CONTRIBUTES, false),
                        tuple("Keep our people growing", LinkKind.SHARED, false));
    }

    @Test
    void cyclesStandInThePhasesOfTheDay() {
        List<String> phases = asSystem(() -> db.sql("select name || ' ' || phase from cycle.cycle order by name")
                .query(String.class)
                .list());
        assertThat(phases)
                .containsExactly(
                        "2026 H1 SCORING",
                        "2026 H2 ACTIVE",
                        "2026 Q1 SCORING",
                        "2026 Q2 SCORING",
                        "2026 Q3 ACTIVE",
                        "2026 Q4 PLANNING",
                        "FY2026 ACTIVE");
    }

    @Test
    void theDemoBeginsOnItsDayInItsZoneAndRunsOn() {
        Instant begin =
                LocalDateTime.parse("2026-08-15T10:00").atZone(clock.getZone()).toInstant();
        assertThat(clock.getZone()).hasToString("Europe/Berlin");
        assertThat(clock.instant()).isBetween(begin, begin.plus(Duration.ofHours(1)));
    }

    @Test
    void aSecondStartTellsNothingTwice() {
        List<Integer> before = counts();
        company.beforeOpening();
        time.beforeOpening();
        dayTurn.beforeOpening();
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void daysOnWhichTheDemoWasOnlyLookedAtLeaveNoTrace() {
        List<String> before = figures();
        clock.moveTo(
                LocalDateTime.parse("2026-10-20T10:00").atZone(clock.getZone()).toInstant());
        dayTurn.turn();
        assertThat(objective("Website revamp").overdue()).isTrue();
        time.beforeOpening();
        dayTurn.beforeOpening();
        assertThat(figures()).isEqualTo(before);
        assertThat(objective("Website revamp").overdue()).isFalse();
    }

    @Test
    void mistypedCheckInsWereCorrectedByTheirAuthors() {
        List<String> corrected = asSystem(() -> db.sql("""
                        select p.name || ' ' || trim_scale(f.value) || ' ' || trim_scale(c.value)
                          from goal.check_in c
                          join goal.check_in f on f.measure_id = c.measure_id and f.entry_id = c.entry_id and f.version = 1
                          join organization.person p on p.id = c.author_id and p.id = f.author_id
                         where c.version = 2
                         order by 1
                        """).query(String.class).list());
        assertThat(corrected).containsExactly("Lena 9500 950", "Noah 49.9 40.9");
    }

    private Goal objective(String title) {
        return asSystem(() -> goals.get(db.sql("select id from goal.goal where title = :title")
                .param("title", title)
                .query(UUID.class)
                .single()));
    }

    private List<Integer> counts() {
        return asSystem(() -> db.sql("""
                        select count(*) from organization.person
                        union all select count(*) from goal.goal
                        union all select count(*) from goal.check_in
                        union all select count(*) from goal.figure
                        union all select count(*) from audit.entry
                        """).query(Integer.class).list());
    }

    private List<String> figures() {
        return asSystem(() -> db.sql("""
                        select to_jsonb(g)::text from goal.goal g
                        union all select to_jsonb(m)::text from goal.measure m
                        union all select to_jsonb(f)::text from goal.figure f
                        order by 1
                        """).query(String.class).list());
    }

    private Viewer viewer(String name) {
        DemoPerson person = DemoPerson.ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        UUID id = asSystem(() -> db.sql("select id from organization.person where name = :name")
                .param("name", name)
                .query(UUID.class)
                .single());
        return new Viewer(id, name, person.email(), person.roles(), List.of());
    }

    private <T> T asSystem(Supplier<T> work) {
        return Objects.requireNonNull(Viewing.asSystem("Test", () -> transaction.execute(status -> work.get())));
    }

    private static List<String> each(Goal goal, Function<Measure, String> figure) {
        return goal.measures().stream().map(figure).toList();
    }

    private static List<String> words(@Nullable String text) {
        return text == null ? List.of() : Arrays.asList(text.split(" "));
    }

    @Test
    void retentionAskedForAnObjectiveThatWasAcceptedAndTheWinRateStillAsks() {
        var proposals = asSystem(() -> db.sql("""
                select m.name, p.state, g.title
                  from hybrid.proposal p
                  join metric.metric m on m.id = p.metric_id
                  left join goal.goal g on g.id = p.objective_id
                 where m.name in ('Customer retention', 'Sales win rate')
                 order by m.name
                """)
                .query((row, number) -> row.getString(1) + ", " + row.getString(2) + ", " + row.getString(3))
                .list());
        assertThat(proposals)
                .containsExactly(
                        "Customer retention, ACCEPTED, Create an Unforgettable Customer Experience",
                        "Sales win rate, OPEN, null");
    }
}
