package io.cairn.metric;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be entered as a metric's value (frameworks 1.2 and 2.2). A denominator of 0 may: the value is then missing. */
public final class ValueRules {
    private ValueRules() {}

    /** The period of a value, with fields {@code periodStart} and {@code periodEnd}. */
    public static List<Problem> period(Frequency frequency, LocalDate start, LocalDate end, LocalDate today) {
        var problems = new ProblemList();
        problems.when(start.isAfter(today), MetricProblem.PERIOD_IN_FUTURE.at("periodStart"));
        if (end.isBefore(start)) {
            problems.add(MetricProblem.PERIOD_REVERSED.at("periodEnd"));
        } else {
            problems.when(
                    new Period(start, end).days() > frequency.longest(), MetricProblem.PERIOD_TOO_LONG.at("periodEnd"));
        }
        return problems.found();
    }

    /** The value itself; {@code ratio} when the metric is entered as numerator and denominator. */
    public static List<Problem> value(
            boolean ratio,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal weight) {
        var problems = new ProblemList();
        boolean parts = numerator != null || denominator != null;
        if (value != null && parts) {
            problems.add(MetricProblem.VALUE_AND_RATIO.at("value"));
        } else if (ratio || parts) {
            problems.when(numerator == null, MetricProblem.DENOMINATOR_REQUIRED.at("numerator"));
            problems.when(denominator == null, MetricProblem.DENOMINATOR_REQUIRED.at("denominator"));
        } else {
            problems.when(value == null, MetricProblem.VALUE_REQUIRED.at("value"));
        }
        problems.when(
                weight != null && weight.signum() < 0,
                GeneralProblem.INVALID.saying("A weight is 0 or more.").at("weight"));
        return problems.found();
    }
}
