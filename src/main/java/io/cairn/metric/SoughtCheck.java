package io.cairn.metric;

import io.cairn.framework.FrameworkProblem;
import io.cairn.framework.Visibility;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a metric that is sought may not become, and what of its year may not be entered; asks no database. */
final class SoughtCheck {
    private final Viewer viewer;
    private final Set<UUID> led;
    private final LocalDate today;

    /** @param led people and teams whom the viewer leads */
    SoughtCheck(Viewer viewer, Set<UUID> led, LocalDate today) {
        this.viewer = viewer;
        this.led = led;
        this.today = today;
    }

    List<Problem> problems(SoughtMetric sought) {
        Texts texts = new Texts();
        Metric before = sought.metric();
        if (before != null && !before.mayEdit()) {
            return List.of(GeneralProblem.NOT_ALLOWED.problem());
        }
        if (before == null || sought.rewritten()) {
            MetricCheck.sheet(sought.content(), before, texts);
        }
        if (before == null) {
            fresh(sought, texts);
        } else if (sought.rewritten()) {
            changed(before, sought, texts);
        }
        Direction direction = sought.content().direction();
        Frequency frequency = sought.content().frequency();
        if (direction != null && frequency != null) {
            targets(sought, direction, texts);
            values(sought, frequency, texts);
        }
        return texts.problems();
    }

    private void fresh(SoughtMetric sought, Texts texts) {
        gather(texts, () -> FrameworkProblem.refuseUnlessUsed(viewer, "kpi"));
        UUID owner = sought.owner(viewer.id());
        if (!Metrics.may(viewer, owner, leads(owner, sought.content().teamId()))) {
            texts.add(Metrics.NOT_WRITER.at("ownerId"));
        }
    }

    private void changed(Metric before, SoughtMetric sought, Texts texts) {
        MetricContent content = sought.content();
        UUID owner = sought.owner(viewer.id());
        if (!owner.equals(before.sheet().owner().id())) {
            if (!Metrics.may(viewer, owner, leads(owner, content.teamId()))) {
                texts.add(Metrics.NOT_HANDED_ON.at("ownerId"));
            }
            if (before.sheet().audience() == Visibility.PRIVATE_PAIR_HR) {
                texts.add(GeneralProblem.INVALID
                        .saying("The metric of a single person is handed over on its page.")
                        .at("ownerId"));
            }
        }
        if (content.frequency() != null) {
            gather(texts, () -> Metrics.refuseComputedMeaning(before, content));
        }
    }

    private boolean leads(UUID owner, @Nullable UUID team) {
        return led.contains(owner) || (team != null && led.contains(team));
    }

    private static void gather(Texts texts, Runnable rule) {
        try {
            rule.run();
        } catch (ProblemException refused) {
            texts.addAll(refused.problems());
        }
    }

    private static void targets(SoughtMetric sought, Direction direction, Texts texts) {
        TargetYear wanted = sought.targetYear(direction);
        TargetContent end = sought.target();
        if (end != null) {
            number("target", end.target(), texts);
            number("amberAt", end.amberAt(), texts);
            number("low", end.low(), texts);
            number("high", end.high(), texts);
            texts.addAll(TargetRules.check(direction, end.target(direction, LocalDate.of(sought.year(), 1, 1))));
        }
        sought.targets().forEach((month, value) -> {
            String at = "targets[" + month + "]";
            number(at, value, texts);
            LocalDate day = LocalDate.of(sought.year(), month, 1);
            wanted.all().stream()
                    .filter(target -> target.covers(day))
                    .flatMap(target -> TargetRules.check(direction, target).stream())
                    .findFirst()
                    .ifPresent(problem -> texts.add(problem.at(at)));
        });
        boolean turned = sought.metric() != null && sought.metric().sheet().direction() != direction;
        boolean told =
                texts.problems().stream().anyMatch(problem -> problem.code().startsWith("TARGET_"));
        if (turned
                && !told
                && wanted.all().stream()
                        .anyMatch(
                                target -> !TargetRules.check(direction, target).isEmpty())) {
            texts.add(MetricProblem.TARGET_AGAINST_DIRECTION
                    .saying("Its targets point the other way; end them first.")
                    .at("direction"));
        }
    }

    private static void number(String field, @Nullable BigDecimal value, Texts texts) {
        MetricCheck.number(value, field, texts);
    }

    private void values(SoughtMetric sought, Frequency frequency, Texts texts) {
        Metric before = sought.metric();
        Problem refusal = before == null ? null : Measurements.takesNone(before);
        MetricContent content = sought.content();
        ValueTerms terms = new ValueTerms(frequency, content.overTime(), "%".equals(content.unit()));
        TreeMap<LocalDate, Point> points = new TreeMap<>();
        if (sought.before() != null) {
            sought.before().series().forEach(point -> points.put(point.period().start(), point));
        }
        for (Map.Entry<Integer, BigDecimal> month : sought.values().entrySet()) {
            String at = "values[" + month.getKey() + "].";
            MeasurementContent wanted = sought.measurement(frequency, month.getKey(), month.getValue());
            if (refusal != null) {
                texts.add(refusal.at(at + "value"));
                return;
            }
            if (wanted == null) {
                texts.add(MetricProblem.NOT_ONE_MONTH.at(at + "value"));
            } else {
                MeasurementCheck.content(terms, wanted, today, at, texts);
                MeasurementCheck.room(points, MeasurementCheck.period(terms, wanted), at, texts);
            }
        }
    }
}
