package io.cairn.metric;

import io.cairn.kernel.Problem;

/** What can go wrong with metrics, their targets, values and formulas. */
public enum MetricProblem implements Problem.Kind {
    AMBER_REQUIRED(422, "Say where amber begins; a target of 0 or less has no usual limit."),
    AMBER_WRONG_SIDE(422, "Amber lies on the wrong side of the target."),
    TARGET_AGAINST_DIRECTION(422, "This comparison points the other way than the metric."),
    TARGET_NEEDS_DIRECTION(422, "A metric that is only watched has no target; say first which way is better."),
    TARGET_PERIODS_OVERLAP(422, "Another target already holds on some of these days."),
    TARGET_COUNT(422, "A year's targets are one for each of its periods."),
    BAND_INCOMPLETE(422, "A band has a low and a high end."),
    BAND_CROSSED(422, "The low end of a band lies below its high end."),
    PERIOD_IN_FUTURE(422, "A period that has not begun has no value yet."),
    PERIOD_REVERSED(422, "A period ends on or after its first day."),
    PERIOD_TOO_LONG(422, "This is longer than one period of this metric."),
    NOT_ONE_MONTH(422, "No single value of this metric stands in this month; enter its values on its page."),
    PERIOD_OVERLAPS(422, "Another value already covers some of these days."),
    VALUE_REQUIRED(422, "Give the value."),
    DENOMINATOR_REQUIRED(422, "A ratio needs its numerator and its denominator."),
    VALUE_AND_RATIO(422, "Give either the value or numerator and denominator, not both."),
    FORMULA_SYNTAX(422, "This formula cannot be read."),
    FORMULA_UNKNOWN_METRIC(422, "There is no such metric."),
    FORMULA_TOO_LONG(422, "This formula is too long."),
    FORMULA_CYCLE(409, "This formula would make a metric depend on itself."),
    FORMULA_WIDENS_AUDIENCE(
            422, "This metric would show others that are kept from some who may see it; give it their audience."),
    AUDIENCE_TOO_WIDE(422, "The figures of a single person stay between them, their manager and HR."),
    METRIC_HAS_VALUES(409, "This metric has values already; whether it is computed is fixed."),
    METRIC_FOLLOWED(409, "Goals that others see follow this metric; end that first."),
    METRIC_STATE(409, "A metric cannot go there from where it is."),
    METRIC_NOT_ACTIVE(409, "Only an active metric takes values."),
    METRIC_IS_COMPUTED(409, "This metric is computed from others and takes no values by hand."),
    METRIC_AMBIGUOUS(422, "Several metrics have this name; give the metric's id."),
    HEADING_MISSING(
            422,
            "The first line names the columns: metricId or metric, periodStart, and value or numerator and denominator."),
    ROW_UNREADABLE(422, "This line cannot be read."),
    FILE_UNREADABLE(422, "This file cannot be read; send a workbook (.xlsx) or a CSV file in UTF-8."),
    FILE_MISSING(422, "Choose a file."),
    UPLOAD_CHANGED(409, "Values changed since you looked; look again before you keep this.");

    private final int status;
    private final String message;

    MetricProblem(int status, String message) {
        this.status = status;
        this.message = message;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String message() {
        return message;
    }
}
