package io.cairn.goal.web;

import io.cairn.goal.Goal;
import io.cairn.goal.Initiative;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An initiative to be added or changed; {@code id} is null for a new one. */
public record InitiativePage(Goal goal, @Nullable UUID id, InitiativeForm form, List<Problem> problems)
        implements FullPage {
    @Override
    public String title() {
        return id == null ? "Add an initiative" : "Change an initiative";
    }

    @Override
    public Section section() {
        return Section.ofGoals(goal.framework());
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public List<Option> statuses() {
        return Arrays.stream(Initiative.Status.values())
                .map(status -> new Option(status.name(), status.label()))
                .toList();
    }
}
