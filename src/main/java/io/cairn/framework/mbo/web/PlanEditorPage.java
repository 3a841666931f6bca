package io.cairn.framework.mbo.web;

import io.cairn.framework.GoalAnswers;
import io.cairn.framework.mbo.LineCheck;
import io.cairn.framework.mbo.Measurement;
import io.cairn.framework.mbo.ObjectiveScope;
import io.cairn.framework.mbo.ObjectiveTerms;
import io.cairn.framework.mbo.PlanChoices;
import io.cairn.framework.mbo.PlanPeriod;
import io.cairn.framework.mbo.PlanReview;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.Problem;
import io.cairn.smart.SmartCheck;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan, or a change of its terms, being written.
 *
 * @param plan null while it has never been saved
 * @param viewer who writes
 * @param judged what is missing and worth a thought by now
 * @param newer whether somebody saved the plan while it was written
 */
public record PlanEditorPage(
        Kind kind,
        @Nullable UUID plan,
        UUID viewer,
        PlanForm form,
        PlanChoices.Found choices,
        PlanReview.Judged judged,
        List<Problem> problems,
        boolean newer,
        @Nullable GoalAnswers answers)
        implements FullPage {
    /** What is written. */
    public enum Kind {
        DRAFT,
        AMENDMENT
    }

    static final List<String> UNITS = List.of("%", "€", "$", "EUR", "USD", "h", "days", "customers", "points");

    @Override
    public String title() {
        return kind == Kind.AMENDMENT ? "Propose a change" : plan == null ? "New plan" : "Edit plan";
    }

    @Override
    public Section section() {
        return form.employeeOr(viewer).equals(viewer) ? Section.PLANS : Section.TEAM_PLANS;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public boolean isAmendment() {
        return kind == Kind.AMENDMENT;
    }

    public String action() {
        return plan == null ? "/plans" : isAmendment() ? "/plans/" + plan + "/amendment" : "/plans/" + plan;
    }

    public String backUrl() {
        return plan == null ? "/plans" : "/plans/" + plan;
    }

    public String at(int line, String field) {
        return "objectives[" + line + "]." + field;
    }

    public List<Option> people() {
        return choices.people().stream()
                .map(one ->
                        new Option(one.id().toString(), one.id().equals(viewer) ? one.name() + " (you)" : one.name()))
                .toList();
    }

    public String employee() {
        return choices.people().stream()
                .filter(one -> one.id().equals(form.employeeOr(viewer)))
                .map(PlanChoices.Named::name)
                .findFirst()
                .orElse("the employee");
    }

    public List<Option> cycles() {
        return choices.cycles().stream()
                .map(one -> new Option(
                        one.id().toString(), one.name() + " · " + PlanDays.span(one.startsOn(), one.endsOn())))
                .toList();
    }

    public List<Option> curves() {
        return choices.curves().stream()
                .map(one -> new Option(one.id().toString(), one.name()))
                .toList();
    }

    public List<Option> companyObjectives() {
        return choices.company().stream()
                .map(one -> new Option(one.id().toString(), one.name() + " · until " + PlanDays.day(one.endsOn())))
                .toList();
    }

    /** What an accelerator can wait for: objectives that are measured, by their place. */
    public List<Option> awaited() {
        List<Option> awaited = new ArrayList<>();
        for (int i = 0; i < form.lines().size(); i++) {
            LineForm line = form.lines().get(i);
            if (!line.isEmpty() && line.scope() != ObjectiveScope.DISCRETIONARY) {
                String title = line.text("title").isBlank() ? "Objective " + (i + 1) : line.text("title");
                awaited.add(new Option(String.valueOf(i), title));
            }
        }
        return awaited;
    }

    public String accelerator(int row, String part) {
        return AcceleratorRows.at(row, part);
    }

    /** Whether something is wrong with what is folded away. */
    public boolean isFoldWrong() {
        return problems.stream()
                .anyMatch(problem -> Objects.requireNonNullElse(problem.field(), "")
                        .matches("(planCap|modifier|gate|curveId|accelerators).*"));
    }

    /** Earlier plans with lines to copy; not the one that is written. */
    public List<Option> earlier() {
        return choices.earlier().stream()
                .filter(one -> !one.id().equals(plan))
                .map(one -> new Option(
                        one.id().toString(),
                        one.employee() + ", " + PlanDays.period(one.period(), one.startsOn(), one.endsOn())))
                .toList();
    }

    /** Those that no line has yet. */
    public List<PlanChoices.Span> offered() {
        return choices.company().stream()
                .filter(one -> form.lines().stream()
                        .noneMatch(line ->
                                line.text("companyObjectiveId").equals(one.id().toString())))
                .limit(6)
                .toList();
    }

    public List<Option> periods() {
        return options(List.of(PlanPeriod.values()), PlanPeriod::label);
    }

    public List<Option> measurements() {
        return options(List.of(Measurement.values()), Measurement::label);
    }

    public List<Option> scopes() {
        return options(List.of(ObjectiveScope.values()), ObjectiveScope::label);
    }

    public List<Option> bases() {
        return options(List.of(AttainmentBasis.values()), BasisWords::choice);
    }

    public List<Option> comparators() {
        return options(
                Stream.of(Comparator.GE, Comparator.GT, Comparator.LE, Comparator.LT)
                        .toList(),
                Comparator::label);
    }

    private static <E extends Enum<E>> List<Option> options(List<E> constants, Function<E, String> label) {
        return constants.stream()
                .map(one -> new Option(one.name(), label.apply(one)))
                .toList();
    }

    public List<String> units() {
        return UNITS;
    }

    /** What stands in the field for what may have been an id. */
    public String metric(LineForm line) {
        String typed = line.text("metricId");
        PlanChoices.Followed found = typed.isBlank() ? null : choices.metric(typed);
        return found == null ? typed : found.name();
    }

    public String served(String id) {
        PlanChoices.Served found = choices.objective(id);
        return found == null ? "An objective you may not see" : found.title() + " · " + found.owner();
    }

    /** How SMART that line is; null for one that is not the employee's alone. */
    public @Nullable SmartCheck smart(int judgedLine) {
        ObjectiveTerms line = judged.terms().objectives().get(judgedLine);
        List<String> titles = line.supports().stream()
                .map(goal -> choices.objective(goal.toString()))
                .map(found -> found == null ? "another objective" : found.title())
                .toList();
        return line.scope() == ObjectiveScope.INDIVIDUAL ? LineCheck.of(line, titles, judged.days()) : null;
    }

    public WeightsBar bar() {
        return WeightsBar.of(judged.terms().objectives());
    }

    /** Which line of the form the judged line of this place is: lines that nobody filled are not judged. */
    public int judged(int line) {
        int place = 0;
        for (int i = 0; i < line; i++) {
            place += form.lines().get(i).isEmpty() ? 0 : 1;
        }
        return form.lines().get(line).isEmpty() ? -1 : place;
    }

    public boolean isWrong(int line, String... fields) {
        return problems.stream()
                .map(problem -> Objects.requireNonNullElse(problem.field(), ""))
                .anyMatch(wrong -> Arrays.stream(fields).anyMatch(field -> wrong.startsWith(at(line, field))));
    }

    /** What is wrong beside no field of the page. */
    public List<Problem> elsewhere() {
        return problems.stream()
                .filter(problem -> Objects.requireNonNullElse(problem.field(), "")
                        .matches("objectives|objectives\\[\\d+]\\.(id|goalId)|gate|accelerators"))
                .toList();
    }

    public String weightsState() {
        return bar().isWhole() ? "The weights total 100." : "The weights total " + bar().words() + ".";
    }
}
