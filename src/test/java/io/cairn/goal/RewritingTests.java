package io.cairn.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.audit.Journal;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Team;
import io.cairn.testing.CairnTest;
import io.cairn.testing.ThirdQuarter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What one form does to an active objective is what single edits do: same figures, same rules, a line for each action. */
@CairnTest
class RewritingTests {
    @Autowired
    ApplicationContext context;

    @Autowired
    TransactionTemplate transaction;

    ThirdQuarter company;
    Viewer noah;
    Team success;
    Goal goal;

    @BeforeEach
    void found() {
        company = new ThirdQuarter(context);
        noah = company.person("Noah");
        success = company.team("Customer Success", company.company, noah);
        goal = company.objective(
                "Improve revenue retention",
                success,
                noah,
                ThirdQuarter.way("Renewal rate", "%", "88", "92"),
                uptime("99"),
                ThirdQuarter.ofKind("Training", MeasureKind.MILESTONE),
                ThirdQuarter.count("Calls", "40"));
        company.weekly(noah, goal.measures().get(0), 8, "88.3", "88.5", "89.6");
        company.weekly(noah, goal.measures().get(1), 8, "99.5", "98", "99.1", "97");
        company.weekly(noah, goal.measures().get(3), 8, "4", "5", "2");
        done("Contract signed", "First module taught");
        goal = company.now(goal.id());
    }

    @AfterEach
    void leave() {
        company.leave();
    }

    @Test
    void theFiguresAreThoseOfTheWholeStoryReadAgain() {
        save(rows -> {
            rows.set(0, with(rows.get(0), ThirdQuarter.way("Renewal rate", "%", "88", "90")));
            rows.set(1, with(rows.get(1), uptime("98")));
            rows.set(2, with(rows.get(2), milestones("First module taught", "Exam passed", "Contract signed")));
            rows.add(0, new GoalEditing.Row(null, 0, ThirdQuarter.way("Satisfaction", "", "70", "85")));
            return rows;
        });
        agrees();
        Goal after = company.now(goal.id());
        assertThat(after.live())
                .extracting(Measure::name)
                .containsExactly("Satisfaction", "Renewal rate", "Uptime", "Training", "Calls");
        assertThat(after.live().get(2).hits())
                .as("the weeks judged by the target of their day")
                .isEqualTo(2);
        assertThat(after.live().get(3).milestones())
                .extracting(milestone -> milestone.done().intValue())
                .containsExactly(1, 0, 1);
        assertThat(after.live().get(1).targets()).hasSize(2);
        assertThat(after.live().get(1).current()).isEqualByComparingTo("89.6");
        assertThat(after.live().get(4).current()).isEqualByComparingTo("11");
    }

    @Test
    void whatGoesIsKeptForTheRecordAndOutOfTheFigures() {
        save(rows -> {
            rows.removeFirst();
            return rows;
        });
        agrees();
        Goal after = company.now(goal.id());
        assertThat(after.live()).extracting(Measure::name).containsExactly("Uptime", "Training", "Calls");
        assertThat(after.measures()).hasSize(4);
        assertThat(lines()).contains("measure.removed removed “Renewal rate”");
    }

    @Test
    void eachActionHasItsOwnLineAndAPlaceAloneIsNone() {
        List<String> before = lines();
        save(rows -> {
            rows.set(0, with(rows.get(0), ThirdQuarter.way("Renewal rate", "%", "88", "90")));
            rows.add(rows.remove(1));
            rows.add(new GoalEditing.Row(null, 0, ThirdQuarter.way("Satisfaction", "", "70", "85")));
            return rows;
        });
        List<String> after = new ArrayList<>(lines());
        after.removeAll(before);
        assertThat(after)
                .containsExactlyInAnyOrder(
                        "goal.edited changed the objective",
                        "measure.edited changed the target of “Renewal rate” from 92 to 90",
                        "measure.added added “Satisfaction”");
        assertThat(company.now(goal.id()).live()).extracting(Measure::version).containsExactly(2, 1, 1, 1, 1);
    }

    @Test
    void whatIsFixedIsRefusedAtItsRowAndNothingIsWritten() {
        assertThat(refusal(rows -> {
                    rows.set(1, with(rows.get(1), uptime("98")));
                    rows.set(0, with(rows.get(0), ThirdQuarter.way("Renewal rate", "%", "80", "92")));
                    return rows;
                }))
                .extracting(Problem::code, Problem::field)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("BASELINE_LOCKED", "measures[0].baseline"));
        assertThat(refusal(rows -> {
                    rows.set(2, with(rows.get(2), ThirdQuarter.way("Training", "", "1", "2")));
                    return rows;
                }))
                .extracting(Problem::field)
                .containsExactly("measures[2].baseline");
        assertThat(refusal(rows -> new ArrayList<>(rows.subList(0, 1))))
                .extracting(Problem::code)
                .containsExactly("KEY_RESULT_COUNT");
        assertThat(refusal(rows -> {
                    rows.add(new GoalEditing.Row(null, 0, ThirdQuarter.way("Five", "", "1", "2")));
                    rows.add(new GoalEditing.Row(null, 0, ThirdQuarter.way("Six", "", "1", "2")));
                    return rows;
                }))
                .extracting(Problem::code)
                .containsExactly("KEY_RESULT_COUNT");
        assertThat(company.now(goal.id())).isEqualTo(goal);
    }

    @Test
    void whoSavesOnTopOfAnotherIsTold() {
        Measure first = goal.live().getFirst();
        ThirdQuarter.as(
                noah,
                () -> company.the(Measures.class)
                        .edit(noah, first.id(), ThirdQuarter.way("Renewal rate", "%", "88", "91"), 1));
        assertThat(refusal(rows -> rows)).extracting(Problem::code).containsExactly("STALE_VERSION");
    }

    @Test
    void anotherCycleRefusesCheckInsFromBeforeIt() {
        assertThat(refusal(rows -> rows, LocalDate.of(2026, 7, 10)))
                .extracting(Problem::code, Problem::field)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("CHECK_IN_BEFORE_START", "startsOn"));
    }

    /** The figures stored are those that all check-ins give under the stored terms. */
    private void agrees() {
        ThirdQuarter.system(() -> transaction.execute(status -> {
            Goal stored = company.the(GoalReader.class).locked(goal.id());
            Goal whole = company.the(Settling.class).all(stored);
            LocalDate today = company.the(DomainClock.class).today();
            Goal judged = whole.with(Figures.of(whole.forFigures(), today), today);
            assertThat(stored)
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(judged);
            return stored;
        }));
    }

    private GoalStatus save(UnaryOperator<List<GoalEditing.Row>> change) {
        return save(change, null);
    }

    private GoalStatus save(UnaryOperator<List<GoalEditing.Row>> change, @Nullable LocalDate startsOn) {
        return ThirdQuarter.as(
                noah,
                () -> company.the(GoalEditing.class).save(noah, goal.id(), now -> {
                    List<GoalEditing.Row> rows = new ArrayList<>();
                    goal.live()
                            .forEach(measure -> rows.add(new GoalEditing.Row(
                                    measure.id(), measure.version(), MeasureContent.of(goal, measure))));
                    GoalContent content = GoalContent.of(goal);
                    return new GoalEditing.Wanted(
                            startsOn == null ? content : content.between(startsOn, goal.endsOn()),
                            goal.version(),
                            change.apply(rows),
                            false);
                }));
    }

    private List<Problem> refusal(UnaryOperator<List<GoalEditing.Row>> change) {
        return refusal(change, null);
    }

    private List<Problem> refusal(UnaryOperator<List<GoalEditing.Row>> change, @Nullable LocalDate startsOn) {
        List<Problem> problems = new ArrayList<>();
        assertThatThrownBy(() -> save(change, startsOn))
                .isInstanceOfSatisfying(ProblemException.class, refused -> problems.addAll(refused.problems()));
        return problems;
    }

    private List<String> lines() {
        return ThirdQuarter.as(
                noah,
                () -> company.the(Journal.class).find(Journal.Search.ofGoal(goal.id()), 100, null).items().stream()
                        .map(line -> line.action() + " " + line.summary())
                        .toList());
    }

    private void done(String... names) {
        UUID training = goal.measures().get(2).id();
        for (String name : names) {
            ThirdQuarter.as(
                    noah,
                    () -> company.the(CheckIns.class)
                            .record(
                                    noah,
                                    training,
                                    new CheckInContent(
                                            null,
                                            List.of(new CheckInContent.MilestoneDone(name, BigDecimal.ONE)),
                                            null,
                                            7,
                                            "",
                                            null,
                                            null)));
        }
    }

    private static GoalEditing.Row with(GoalEditing.Row row, MeasureContent content) {
        return new GoalEditing.Row(row.id(), row.version(), content);
    }

    private static MeasureContent uptime(String target) {
        MeasureContent plain = ThirdQuarter.ofKind("Uptime", MeasureKind.MAINTAIN);
        return new MeasureContent(
                plain.name(),
                plain.kind(),
                plain.nature(),
                "%",
                null,
                new BigDecimal(target),
                null,
                Comparator.GE,
                null,
                null,
                null,
                null,
                null,
                MaintainMode.HIT_RATE,
                13,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static MeasureContent milestones(String... names) {
        MeasureContent plain = ThirdQuarter.ofKind("Training", MeasureKind.MILESTONE);
        return new MeasureContent(
                plain.name(),
                plain.kind(),
                plain.nature(),
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(names).stream().map(Milestone::of).toList(),
                null,
                null,
                null,
                null,
                null);
    }
}
