package io.cairn.goal.web;

import io.cairn.cycle.Cycle;
import io.cairn.cycle.Cycles;
import io.cairn.goal.CheckIn;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalExplanation;
import io.cairn.goal.GoalHistory;
import io.cairn.goal.Goals;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureExplanation;
import io.cairn.goal.Measures;
import io.cairn.goal.Window;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Explained;
import io.cairn.kernel.GeneralProblem;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Says of each figure how it came about. */
@Controller
@Transactional(readOnly = true)
class ExplanationPages {
    private final Goals goals;
    private final Measures measures;
    private final GoalHistory history;
    private final GoalViews views;
    private final Cycles cycles;
    private final DomainClock clock;

    ExplanationPages(
            Goals goals, Measures measures, GoalHistory history, GoalViews views, Cycles cycles, DomainClock clock) {
        this.goals = goals;
        this.measures = measures;
        this.history = history;
        this.views = views;
        this.cycles = cycles;
        this.clock = clock;
    }

    @GetMapping("/objectives/{goal}/explanation")
    ExplanationPage goal(@PathVariable UUID goal, @RequestParam(defaultValue = "progress") String figure) {
        var wanted = named(Explanations.GoalFigure.class, figure);
        Goal explained = goals.get(goal);
        return Explanations.of(views.of(List.of(explained)).getFirst(), history.explain(explained), wanted);
    }

    @GetMapping("/measures/{measure}/explanation")
    ExplanationPage measure(@PathVariable UUID measure, @RequestParam(defaultValue = "progress") String figure) {
        var wanted = named(Explanations.MeasureFigure.class, figure);
        Measure explained = measures.get(measure);
        Goal goal = goals.get(explained.goalId());
        MeasureExplanation made = made(history.explain(goal), measure);
        List<CheckIn> checkIns = history.checkInsOf(List.of(explained)).getOrDefault(measure, List.of());
        return Explanations.of(goal, explained, made, wanted, checkIns, clock.getZone());
    }

    private static MeasureExplanation made(GoalExplanation explanation, UUID measure) {
        return explanation.measures().stream()
                .filter(one -> one.id().equals(measure))
                .findFirst()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    @GetMapping("/objectives/elapsed")
    ElapsedPage elapsed(@Filters({"cycle"}) ListQuery query) {
        @Nullable UUID named = query.uuid("cycle");
        if (named == null) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        Cycle cycle = cycles.require(named);
        var window = new Window(cycle.startsOn(), cycle.endsOn());
        BigDecimal share = window.elapsed(clock.today());
        return new ElapsedPage(
                cycle,
                new Explained<>(
                        share,
                        "elapsed",
                        "The share of the cycle's days that have begun, today included.",
                        List.of(
                                new Explained.Input(
                                        "passed", "Days begun", String.valueOf(window.elapsedDays(clock.today()))),
                                new Explained.Input("all", "Days in all", String.valueOf(window.days()))),
                        List.of(new Explained.Step("elapsed", "Elapsed", "passed / all", share))),
                Percent.of(share) + " %",
                Days.full(clock.today()));
    }

    @GetMapping("/objectives/how-progress-works")
    HowProgressWorksPage how() {
        return new HowProgressWorksPage();
    }

    private static <E extends Enum<E>> E named(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
    }
}
