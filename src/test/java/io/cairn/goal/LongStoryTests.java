package io.cairn.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.goal.GoalHistory.Reported;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Team;
import io.cairn.testing.CairnTest;
import io.cairn.testing.ThirdQuarter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What is read of a long story in part comes to the same as the whole of it. */
@CairnTest
class LongStoryTests {
    @Autowired
    ApplicationContext context;

    @Autowired
    TransactionTemplate transaction;

    ThirdQuarter company;
    Viewer noah;
    Goal goal;

    @BeforeEach
    void found() {
        company = new ThirdQuarter(context);
        noah = company.person("Noah");
        Team success = company.team("Customer Success", company.company, noah);
        goal = company.objective(
                "Improve revenue retention",
                success,
                noah,
                ThirdQuarter.way("Renewal rate", "%", "88", "92"),
                ThirdQuarter.count("Calls", "400"),
                ThirdQuarter.ofKind("Released", MeasureKind.BOOLEAN),
                ThirdQuarter.ofKind("Training", MeasureKind.MILESTONE),
                ThirdQuarter.ofKind("Content", MeasureKind.RUBRIC));
    }

    @AfterEach
    void leave() {
        company.leave();
    }

    @Test
    void theEndOfTheStorySettlesAMeasureAsAllOfItDoes() {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            CheckIn said = say(random, goal.measures().get(random.nextInt(5)));
            if (random.nextInt(3) == 0) {
                correct(random, said);
            }
            assertThat(settledByTheEnd())
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(settledByAll());
        }
    }

    @Test
    void aPageOfTheStoryIsThatPartOfTheWhole() {
        Random random = new Random(8);
        for (int i = 0; i < 40; i++) {
            say(random, goal.measures().get(random.nextInt(5)));
        }
        ThirdQuarter.as(
                noah,
                () -> transaction.execute(status -> {
                    Goal now = company.the(GoalReader.class).one(goal.id());
                    Map<UUID, List<CheckIn>> all =
                            company.the(GoalHistory.class).checkInsOf(now.measures());
                    List<Reported> pages = new ArrayList<>();
                    for (int from = 0; from < 40; from += 7) {
                        pages.addAll(company.the(GoalHistory.class).reported(now, all, from, 7));
                    }
                    assertThat(pages).hasSize(40).containsExactlyInAnyOrderElementsOf(oneAfterAnother(now, all));
                    assertThat(pages)
                            .extracting(one -> one.checkIn().at())
                            .isSortedAccordingTo(java.util.Comparator.reverseOrder());
                    return pages;
                }));
    }

    /** Each check-in judged on top of the one before, from the first on. */
    private static List<Reported> oneAfterAnother(Goal goal, Map<UUID, List<CheckIn>> all) {
        List<Reported> reports = new ArrayList<>();
        for (Measure measure : goal.measures()) {
            List<CheckIn> said = all.getOrDefault(measure.id(), List.of());
            Measure start = measure.before(said);
            Measure before = start;
            for (int i = 0; i < said.size(); i++) {
                LocalDate day = LocalDate.ofInstant(said.get(i).at(), ZoneId.of("UTC"));
                Measure then =
                        Settled.of(goal, start.aiming(measure.targetOn(day)), said.subList(0, i + 1), ZoneId.of("UTC"));
                Measure after = then.faring(MeasureFigures.of(goal.forFigures(), then.state(), day));
                reports.add(new Reported(said.get(i), before, after));
                before = after;
            }
        }
        return reports;
    }

    private List<Measure> settledByTheEnd() {
        return read(now -> now.measures().stream()
                .map(measure -> company.the(Settling.class).of(now, measure))
                .toList());
    }

    private List<Measure> settledByAll() {
        return read(now -> company.the(Settling.class).all(now).measures());
    }

    private List<Measure> read(Function<Goal, List<Measure>> settling) {
        return ThirdQuarter.as(
                noah,
                () -> transaction.execute(
                        status -> settling.apply(company.the(GoalReader.class).one(goal.id()))));
    }

    private CheckIn say(Random random, Measure measure) {
        String day = ThirdQuarter.TODAY.minusDays(random.nextInt(40)).toString();
        return ThirdQuarter.as(
                noah, () -> company.the(CheckIns.class).record(noah, measure.id(), content(random, measure, day)));
    }

    private void correct(Random random, CheckIn said) {
        Measure measure = goal.measures().stream()
                .filter(one -> one.id().equals(said.measureId()))
                .findFirst()
                .orElseThrow();
        ThirdQuarter.as(
                noah,
                () -> company.the(CheckIns.class)
                        .amend(noah, said.id(), content(random, measure, null), said.version()));
    }

    private static CheckInContent content(Random random, Measure measure, @Nullable String at) {
        Integer confidence = random.nextInt(3) == 0 ? null : Integer.valueOf(random.nextInt(11));
        return new CheckInContent(
                switch (measure.kind()) {
                    case MILESTONE, RUBRIC -> null;
                    case BOOLEAN -> BigDecimal.valueOf(random.nextInt(2));
                    default -> BigDecimal.valueOf(random.nextInt(200), 1);
                },
                measure.kind() == MeasureKind.MILESTONE
                        ? List.of(new CheckInContent.MilestoneDone(
                                measure.milestones().get(random.nextInt(3)).name(),
                                BigDecimal.valueOf(random.nextInt(2))))
                        : null,
                measure.kind() == MeasureKind.RUBRIC
                        ? measure.levels()
                                .get(random.nextInt(measure.levels().size()))
                                .name()
                        : null,
                confidence,
                "",
                at,
                null);
    }
}
