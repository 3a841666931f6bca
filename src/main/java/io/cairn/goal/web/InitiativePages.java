package io.cairn.goal.web;

import io.cairn.goal.Goal;
import io.cairn.goal.Goals;
import io.cairn.goal.Initiative;
import io.cairn.goal.Initiatives;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.organization.People;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Adding, changing and deleting the work that helps a goal. */
@Controller
class InitiativePages {
    private final Goals goals;
    private final Initiatives initiatives;
    private final People people;

    InitiativePages(Goals goals, Initiatives initiatives, People people) {
        this.goals = goals;
        this.initiatives = initiatives;
        this.people = people;
    }

    @GetMapping("/objectives/{goal}/initiatives/new")
    @Transactional(readOnly = true)
    InitiativePage add(@PathVariable UUID goal) {
        return page(changeable(goal), null, InitiativeForm.empty(), List.of());
    }

    @PostMapping("/objectives/{goal}/initiatives")
    Html add(Viewer viewer, @PathVariable UUID goal, InitiativeForm form) {
        return saved(goal, null, form, "Added.", () -> initiatives.add(viewer, goal, form.content(people, null)));
    }

    @GetMapping("/initiatives/{id}/edit")
    @Transactional(readOnly = true)
    InitiativePage edit(@PathVariable UUID id) {
        Initiative initiative = initiatives.get(id);
        return page(changeable(initiative.goalId()), id, InitiativeForm.of(initiative), List.of());
    }

    @PostMapping("/initiatives/{id}")
    Html edit(Viewer viewer, @PathVariable UUID id, InitiativeForm form) {
        Initiative before = initiatives.get(id);
        int version = form.version() == null ? 0 : form.version();
        return saved(
                before.goalId(),
                id,
                form,
                "Saved.",
                () -> initiatives.edit(viewer, id, form.content(people, before), version));
    }

    @PostMapping("/initiatives/{id}/deletion")
    Redirect delete(Viewer viewer, @PathVariable UUID id) {
        UUID goal = initiatives.get(id).goalId();
        initiatives.remove(viewer, id);
        return Redirect.to("/objectives/" + goal).saying("The initiative is deleted.");
    }

    private Html saved(UUID goal, @Nullable UUID id, InitiativeForm form, String said, Runnable action) {
        try {
            action.run();
            return Redirect.to("/objectives/" + goal).saying(said);
        } catch (ProblemException refused) {
            int status = refused.first().status();
            if (status == 403 || status == 404) {
                throw refused;
            }
            return page(goals.get(goal), id, form, refused.problems());
        }
    }

    private InitiativePage page(Goal goal, @Nullable UUID id, InitiativeForm form, List<Problem> problems) {
        return new InitiativePage(goal, id, form, problems);
    }

    private Goal changeable(UUID id) {
        Goal goal = goals.get(id);
        if (!goal.mayEdit()) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
        return goal;
    }
}
