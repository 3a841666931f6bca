package io.cairn.framework.smart.web;

import io.cairn.framework.Visibility;
import io.cairn.framework.smart.SmartSheet;
import io.cairn.goal.GoalEditing.Judged;
import io.cairn.goal.GoalStatus;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worksheet being written.
 *
 * @param sheet what is stored; null while it has never been saved
 * @param judged how it stands by now
 * @param owners whose goal it may be
 */
public record SmartEditorPage(
        @Nullable SmartSheet sheet,
        SmartSheetForm form,
        List<Problem> problems,
        Judged judged,
        List<Option> cycles,
        List<Option> owners)
        implements FullPage {

    @Override
    public String title() {
        return sheet == null ? "New SMART goal" : "Edit: " + sheet.title();
    }

    @Override
    public Section section() {
        return Section.SMART;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public String action() {
        return sheet == null ? "/smart" : "/smart/" + sheet.id();
    }

    public boolean isDraft() {
        return sheet == null || sheet.status() == GoalStatus.DRAFT;
    }

    /** Whether it is measured by a number or steps, as this form writes them. */
    public boolean writesMeasure() {
        return sheet == null
                || sheet.goal().live().isEmpty()
                || switch (sheet.goal().live().getFirst().kind()) {
                    case INCREASE, DECREASE, MILESTONE -> true;
                    case MAINTAIN, RANGE, BOOLEAN, RUBRIC, KPI_LINKED -> false;
                };
    }

    /** What a running goal counts and where it started is promised. */
    public boolean isFixed() {
        return !isDraft() && sheet != null && !sheet.goal().live().isEmpty();
    }

    public boolean stepsOnly() {
        return isFixed() && sheet != null && !sheet.steps().isEmpty();
    }

    public List<Option> audiences() {
        return List.of(new Option(Visibility.PUBLIC_ORG.name(), "Everyone"));
    }

    /** What is wrong beside no field of the page. */
    public List<Problem> elsewhere() {
        return problems.stream()
                .filter(problem ->
                        problem.field() == null || problem.field().matches("measures.*|audience|leadId|owner.*"))
                .toList();
    }

    /** What is missing, with the field's name where the sentence alone does not say it. */
    public String said(Problem problem) {
        return "title".equals(problem.field()) ? "Goal: " + problem.message() : problem.message();
    }

    public String typed(@Nullable String text) {
        return SmartSheetForm.text(text);
    }
}
