package io.cairn.framework.mbo;

import io.cairn.agreement.Side;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Viewer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What comes next for a plan, and whose move it is.
 *
 * @param step what the viewer can do about it; NONE where it is somebody else's move
 * @param words for everybody: "Waits for Ava to read and sign it."
 */
public record NextStep(Step step, String words) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    /** What somebody can do next, as a button says it. */
    public enum Step {
        COMPLETE("Complete the draft"),
        SUBMIT("Sign and submit"),
        SIGN("Read and sign"),
        APPROVE("Read and approve"),
        ESTIMATE("Enter my estimates"),
        SCORE("Score the plan"),
        RESOLVE("Resolve the dispute"),
        HAND_IN("Hand in for pay"),
        NONE("");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param turn whose answer a proposed change waits for; null where nothing lies on the table */
    public static NextStep of(Plan plan, Viewer viewer, @Nullable Side turn, LocalDate today) {
        Plan.Part part = plan.partOf(viewer);
        boolean employee = part == Plan.Part.EMPLOYEE;
        boolean manager = part == Plan.Part.MANAGER;
        String their = called(plan.employee(), viewer);
        String boss = called(plan.manager(), viewer);
        return switch (plan.state()) {
            case DRAFT -> draft(plan, viewer, employee || manager);
            case PENDING_EMPLOYEE -> waits(employee, Step.SIGN, their, "read and sign it");
            case PENDING_MANAGER -> waits(manager, Step.SIGN, boss, "read and sign it");
            case AGREED -> none("Both have signed; it begins on " + DAY.format(plan.startsOn()) + ".");
            case ACTIVE ->
                new NextStep(
                        employee || manager ? Step.ESTIMATE : Step.NONE,
                        "Runs until " + DAY.format(plan.endsOn()) + " and is measured from "
                                + DAY.format(PlanLife.measuredFrom(plan.endsOn())) + " on.");
            case AMENDMENT -> change(part, turn, their, boss);
            case MEASURE -> measure(plan, part, boss);
            case SCORED -> scored(plan, manager, their, boss, today);
            case DISPUTED -> waits(part == Plan.Part.HR, Step.RESOLVE, "HR", "resolve the dispute");
            case PENDING_COMP -> none("Waits for compensation to approve what it pays.");
            case APPROVED -> none("Approved; it is paid with the next payout run.");
            case PAID -> none("Paid. Nothing changes any more.");
            case CANCELLED -> none("Cancelled" + (plan.reason() == null ? "." : ": " + plan.reason()));
        };
    }

    private static NextStep draft(Plan plan, Viewer viewer, boolean writes) {
        String who = writes
                ? "you or " + other(plan, viewer)
                : plan.employee().name() + " or " + plan.manager().name();
        boolean complete = PlanCheck.missing(plan.terms()).isEmpty();
        String words = "Waits for %s to %s.".formatted(who, complete ? "sign and submit it" : "complete it");
        return new NextStep(!writes ? Step.NONE : complete ? Step.SUBMIT : Step.COMPLETE, words);
    }

    private static NextStep change(Plan.@Nullable Part part, @Nullable Side turn, String employee, String manager) {
        return switch (turn) {
            case null -> none("A change is proposed.");
            case FIRST -> waits(part == Plan.Part.EMPLOYEE, Step.SIGN, employee, "read and sign the change");
            case SECOND -> waits(part == Plan.Part.MANAGER, Step.SIGN, manager, "read and sign the change");
            case APPROVER -> waits(part == Plan.Part.HR, Step.APPROVE, "HR", "approve the change");
        };
    }

    private static NextStep measure(Plan plan, Plan.@Nullable Part part, String manager) {
        boolean open = part == Plan.Part.EMPLOYEE && !isEstimated(plan);
        String words = "Waits for " + manager + " to score it" + (open ? ", and for your estimates." : ".");
        Step step = part == Plan.Part.MANAGER ? Step.SCORE : part == Plan.Part.EMPLOYEE ? Step.ESTIMATE : Step.NONE;
        return new NextStep(step, words);
    }

    /** Whether the employee has said of every own line what it comes to. */
    static boolean isEstimated(Plan plan) {
        return plan.objectives().stream()
                .filter(line -> line.terms().scope() == ObjectiveScope.INDIVIDUAL)
                .map(PlanObjective::employeeEstimate)
                .allMatch(Assessed::isGiven);
    }

    private static NextStep scored(Plan plan, boolean manager, String employee, String boss, LocalDate today) {
        LocalDate until = Objects.requireNonNullElse(plan.scoredOn(), today).plusDays(PlanLife.DISPUTE_DAYS);
        String window = today.isAfter(until)
                ? ""
                : " %s may dispute the score until %s.".formatted(upper(employee), DAY.format(until));
        if (!plan.pays()) {
            return none("Scored; no bonus hangs on it." + window);
        }
        NextStep next = waits(manager, Step.HAND_IN, boss, "hand it in for pay");
        return new NextStep(next.step(), next.words() + window);
    }

    private static NextStep waits(boolean viewer, Step step, String who, String what) {
        return new NextStep(viewer ? step : Step.NONE, "Waits for %s to %s.".formatted(who, what));
    }

    private static NextStep none(String words) {
        return new NextStep(Step.NONE, words);
    }

    private static String called(PersonRef person, Viewer viewer) {
        return person.id().equals(viewer.id()) ? "you" : person.name();
    }

    private static String other(Plan plan, Viewer viewer) {
        return java.util.stream.Stream.of(plan.employee(), plan.manager())
                .filter(Predicate.not(person -> person.id().equals(viewer.id())))
                .map(PersonRef::name)
                .findFirst()
                .orElse("HR");
    }

    private static String upper(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                + word.substring(word.offsetByCodePoints(0, 1));
    }

    public boolean isOpen() {
        return step != Step.NONE;
    }
}
