package io.cairn.metric;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a metric's targets may be (frameworks 1.10 and 2.2); fields are named as in {@link MetricTarget}. */
public final class TargetRules {
    private TargetRules() {}

    /** What is wrong with one target of a metric of this direction. */
    public static List<Problem> check(Direction direction, MetricTarget target) {
        var problems = new ProblemList();
        problems.when(
                target.to() != null && target.to().isBefore(target.from()), MetricProblem.PERIOD_REVERSED.at("to"));
        if (direction == Direction.NONE) {
            problems.add(MetricProblem.TARGET_NEEDS_DIRECTION.at("comparator"));
        } else if (!direction.fits(target.comparator())) {
            problems.add(MetricProblem.TARGET_AGAINST_DIRECTION.at("comparator"));
        } else if (direction == Direction.BAND) {
            band(target, problems);
        } else {
            limit(target, problems);
        }
        return problems.found();
    }

    /** For each target that holds on a day on which an earlier one of the list already does, a problem at {@code targets[i].from}. */
    public static List<Problem> overlaps(List<MetricTarget> targets) {
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < targets.size(); i++) {
            var target = targets.get(i);
            if (targets.subList(0, i).stream().anyMatch(target::overlaps)) {
                problems.add(MetricProblem.TARGET_PERIODS_OVERLAP.at("targets[" + i + "].from"));
            }
        }
        return List.copyOf(problems);
    }

    private static void band(MetricTarget target, ProblemList problems) {
        BigDecimal low = target.low();
        BigDecimal high = target.high();
        problems.when(low == null, MetricProblem.BAND_INCOMPLETE.at("low"));
        problems.when(high == null, MetricProblem.BAND_INCOMPLETE.at("high"));
        problems.when(low != null && high != null && low.compareTo(high) > 0, MetricProblem.BAND_CROSSED.at("high"));
        var tolerance = target.amberAt();
        problems.when(
                tolerance != null && tolerance.signum() < 0,
                MetricProblem.AMBER_WRONG_SIDE
                        .saying("How far outside the band is amber is 0 or more.")
                        .at("amberAt"));
    }

    /** Amber may begin at the target itself: then only a strict target that is touched is amber. */
    private static void limit(MetricTarget target, ProblemList problems) {
        var wanted = target.target();
        if (wanted == null) {
            problems.add(GeneralProblem.REQUIRED.at("target"));
            return;
        }
        var amber = target.amberLimit();
        if (amber == null) {
            problems.add(MetricProblem.AMBER_REQUIRED.at("amberAt"));
            return;
        }
        int side = amber.compareTo(wanted);
        problems.when(target.comparator().rises() ? side > 0 : side < 0, MetricProblem.AMBER_WRONG_SIDE.at("amberAt"));
    }
}
