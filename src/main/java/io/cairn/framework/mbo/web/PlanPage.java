package io.cairn.framework.mbo.web;

import io.cairn.agreement.Agreement;
import io.cairn.agreement.AgreementPart;
import io.cairn.agreement.TermsDiff;
import io.cairn.agreement.Version;
import io.cairn.audit.JournalPart;
import io.cairn.framework.mbo.LineCheck;
import io.cairn.framework.mbo.NextStep;
import io.cairn.framework.mbo.ObjectiveScope;
import io.cairn.framework.mbo.Plan;
import io.cairn.framework.mbo.PlanAttained;
import io.cairn.framework.mbo.PlanObjective;
import io.cairn.framework.mbo.PlanState;
import io.cairn.framework.mbo.PlanTurns;
import io.cairn.kernel.Display;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Viewer;
import io.cairn.smart.SmartCheck;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A plan as employee, manager and HR read it.
 *
 * @param missing what keeps a draft from being signed
 * @param refused what was typed for a step that was refused; null where none was
 */
public record PlanPage(
        Viewer viewer,
        Plan plan,
        NextStep next,
        PlanTurns turns,
        Agreement agreement,
        AgreementPart part,
        JournalPart journal,
        List<Problem> missing,
        @Nullable Refused refused)
        implements FullPage {

    /** A step that was refused, and what was typed for it. */
    public record Refused(String step, String text, ValuesForm values, List<Problem> problems) {}

    /** One station of a plan's life. */
    public record Station(String words, boolean done, boolean here) {}

    @Override
    public String title() {
        return plan.employee().name() + ", " + period();
    }

    @Override
    public Section section() {
        return isMine() ? Section.PLANS : Section.TEAM_PLANS;
    }

    @Override
    public int status() {
        return refused == null ? 200 : refused.problems().getFirst().status();
    }

    public boolean isMine() {
        return viewer.id().equals(plan.employee().id());
    }

    public String period() {
        return PlanDays.period(plan.period(), plan.startsOn(), plan.endsOn());
    }

    public String href() {
        return "/plans/" + plan.id();
    }

    public PlanMark mark() {
        return PlanMark.of(plan.state());
    }

    public boolean isSigned() {
        return plan.agreedOn() != null;
    }

    public List<LineView> lines() {
        return lines(plan);
    }

    static List<LineView> lines(Plan plan) {
        return IntStream.range(0, plan.objectives().size())
                .mapToObj(i -> new LineView(plan.id(), i + 1, plan.objectives().get(i)))
                .toList();
    }

    /** One objective of the employee's alone, and how SMART it is. */
    public record SmartObjective(String title, SmartCheck check) {}

    /** While something can still be mended; none once both have signed. */
    public List<SmartObjective> smart() {
        return isSigned()
                ? List.of()
                : plan.objectives().stream()
                        .filter(line -> line.terms().scope() == ObjectiveScope.INDIVIDUAL)
                        .map(this::smart)
                        .toList();
    }

    private SmartObjective smart(PlanObjective line) {
        List<String> served =
                line.serves().stream().map(PlanObjective.Served::title).toList();
        LineCheck.Days days = new LineCheck.Days(plan.startsOn(), plan.endsOn());
        return new SmartObjective(line.terms().title(), LineCheck.of(line.terms(), served, days));
    }

    public WeightsBar bar() {
        return WeightsBar.of(plan.terms().objectives());
    }

    public @Nullable String attainment() {
        PlanAttained attained = PlanAttained.of(plan);
        return attained == null ? null : Integer.toString(Display.percentage(attained.value()));
    }

    /** What was done, where it stands, what is to come. */
    public List<Station> trail() {
        if (plan.state() == PlanState.CANCELLED) {
            return List.of();
        }
        List<Station> trail = new ArrayList<>();
        int now = place(plan.state());
        List<String> words = new ArrayList<>(List.of(
                "Drafted",
                "Agreed by both",
                "Active",
                "Measured from " + PlanDays.day(turns.measuredFrom()),
                "Scored"));
        if (plan.pays()) {
            words.addAll(List.of("Approved", "Paid"));
        }
        for (int i = 0; i < words.size(); i++) {
            trail.add(new Station(words.get(i), i < now, i == now));
        }
        return trail;
    }

    private static int place(PlanState state) {
        return switch (state) {
            case DRAFT, PENDING_EMPLOYEE, PENDING_MANAGER, CANCELLED -> 0;
            case AGREED -> 1;
            case ACTIVE, AMENDMENT -> 2;
            case MEASURE -> 3;
            case SCORED, DISPUTED, PENDING_COMP -> 4;
            case APPROVED -> 5;
            case PAID -> 6;
        };
    }

    public @Nullable Version offer() {
        return turns.offer();
    }

    /** All that is signed, value by value. */
    public List<TermsDiff.Difference> document() {
        Version offer = offer();
        return offer == null
                ? List.of()
                : named(TermsDiff.between(JsonNodeFactory.instance.objectNode(), offer.terms()));
    }

    /** What a proposed change changes of the terms that hold. */
    public List<TermsDiff.Difference> changes() {
        Version offer = offer();
        List<Version> agreed = agreement.agreed();
        return offer == null || agreed.isEmpty()
                ? List.of()
                : named(TermsDiff.between(agreed.getFirst().terms(), offer.terms()));
    }

    /** Without ids and what was left empty, which say nothing to people. */
    private static List<TermsDiff.Difference> named(List<TermsDiff.Difference> differences) {
        return differences.stream()
                .filter(difference -> !difference.path().matches(".*/(id|[a-zA-Z]*Id|supports/\\[\\d+])"))
                .filter(difference -> difference.before() != null || !isBlank(difference.after()))
                .map(difference -> new TermsDiff.Difference(
                        difference.path(),
                        difference.label().replaceFirst("^Terms · ", ""),
                        difference.before(),
                        difference.after(),
                        difference.kind()))
                .toList();
    }

    private static boolean isBlank(@Nullable JsonNode value) {
        return value == null || (value.isString() && value.asString().isBlank());
    }

    public boolean isRefused(String step) {
        return refused != null && refused.step().equals(step);
    }

    public List<Problem> problems(String step) {
        return isRefused(step) && refused != null ? refused.problems() : List.of();
    }

    public String typed(String step) {
        return isRefused(step) && refused != null ? refused.text() : "";
    }

    public ValuesForm values() {
        return refused == null ? ValuesForm.EMPTY : refused.values();
    }

    public String percent(BigDecimal ratio) {
        return Display.number(ratio.movePointRight(2)) + " %";
    }

    public String readers() {
        return "%s, %s and HR only"
                .formatted(plan.employee().name(), plan.manager().name());
    }
}
