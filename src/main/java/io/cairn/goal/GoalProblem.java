package io.cairn.goal;

import io.cairn.kernel.Problem;

/** What can go wrong with goals, their measures, check-ins and links. */
public enum GoalProblem implements Problem.Kind {
    KEY_RESULT_COUNT(422, "An objective has two to five key results."),
    MEASURE_INCOMPLETE(422, "A key result needs what it measures, its target and a due day inside the cycle."),
    AUDIENCE_TOO_NARROW(422, "This framework's goals are seen by everyone in the organisation."),
    AUDIENCE_TOO_WIDE(422, "This framework's goals stay between the person, the manager and HR."),
    OKR_COMPENSATION_FORBIDDEN(422, "OKRs are not tied to pay."),
    CYCLE_REQUIRED(422, "A goal needs a cycle with an end."),
    BASELINE_EQUALS_TARGET(422, "Baseline and target are the same, so there is no way to go."),
    OWNER_REQUIRED(422, "A goal has exactly one owner: a team or a person."),
    ALL_WEIGHTS_ZERO(422, "At least one key result must count: give it a weight above 0."),
    RELATIVE_TARGET_NEEDS_NONZERO_BASELINE(
            422, "A change in percent needs a baseline other than 0; give the target itself."),
    DISTANCE_NEEDS_NONZERO_TARGET(422, "Distance is a share of the target, which therefore cannot be 0."),
    COMPARATOR_AGAINST_DIRECTION(422, "This comparison points the other way than the measure."),
    TARGET_AGAINST_DIRECTION(422, "The target lies on the wrong side of the baseline for this kind of measure."),
    ENDS_CROSSED(422, "These limits cross: floor, low, high and ceiling rise in this order."),
    PROFILE_DOES_NOT_FIT(422, "This kind of measure cannot be expected that way."),
    INVALID_MILESTONES(422, "Milestones need names, and a share done between 0 and 1."),
    INVALID_LEVELS(422, "Levels need names of their own and scores from 0 to 1, one of them 1."),
    NEGATIVE_WEIGHT(422, "A weight is 0 or more."),
    VALUE_REQUIRED(422, "A check-in of this measure needs a value."),
    MILESTONES_REQUIRED(422, "A check-in of this measure says how much of each milestone is done."),
    LEVEL_REQUIRED(422, "A check-in of this measure names the level reached."),
    UNKNOWN_LEVEL(422, "This measure has no such level."),
    YES_OR_NO(422, "The answer is 1 for yes or 0 for no."),
    INVALID_CONFIDENCE(422, "Confidence is a whole number from 0 to 10."),
    CHECK_IN_IN_FUTURE(422, "A check-in cannot lie in the future."),
    CHECK_IN_BEFORE_START(422, "A check-in cannot lie before the goal's start."),
    IDEMPOTENCY_KEY_REUSED(422, "This idempotency key was used for another request."),
    SELF_LINK(422, "A goal cannot support itself."),
    CYCLES_APART(422, "Linked goals must share some time."),
    ROLLUP_NOT_FOR_KIND(422, "Only goals that contribute or are shared count in their parent's progress."),
    PRIVATE_GOAL_SUPPORTS_ONLY(422, "A private goal may only support another one, without counting in it."),
    SMART_NOT_MEASURABLE(422, "Nothing says yet how anybody will know: it needs a number with a target, or steps."),
    SMART_NOT_TIME_BOUND(422, "It needs a day inside a cycle by which it is to be reached."),
    METRIC_TOO_PRIVATE(422, "This KPI is not open to everybody who sees the goal."),
    VALUE_FROM_METRIC(422, "The value of this key result comes from its KPI alone."),
    GOAL_NOT_ACTIVE(409, "Only an active goal is checked in."),
    INDIVIDUAL_GOALS_OFF(422, "This framework's goals belong to teams here, not to single people."),
    GOAL_NOT_ON_HOLD(409, "This goal is not on hold."),
    MEASURE_KIND_LOCKED(409, "What a key result counts is fixed once the goal is active."),
    GOAL_CLOSED(409, "This goal is closed."),
    GOAL_NOT_DRAFT(409, "Only a draft can be deleted or activated."),
    MEASURE_CANCELLED(409, "This key result was removed."),
    BASELINE_LOCKED(409, "The baseline is fixed once the goal is active."),
    CHECK_IN_LOCKED(409, "A check-in can be changed for 24 hours."),
    SMART_AGREED_ALREADY(409, "Both sides agreed on this goal; nobody needs to say again that it can be done."),
    CYCLE_CLOSED(409, "This cycle is closed."),
    ALIGNMENT_CYCLE(409, "This link would make a goal support itself.");

    private final int status;
    private final String message;

    GoalProblem(int status, String message) {
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
