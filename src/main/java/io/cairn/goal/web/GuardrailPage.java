package io.cairn.goal.web;

import io.cairn.goal.Goal;
import io.cairn.goal.MetricChoices.Choice;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;

/** Where the KPI is looked for that must not suffer while a goal is pursued. */
public record GuardrailPage(Goal goal, String q, List<Choice> found, List<Problem> problems) implements FullPage {
    @Override
    public String title() {
        return "Add a guardrail";
    }

    @Override
    public Section section() {
        return Section.ofGoals(goal.framework());
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }
}
