package io.cairn.goal.web;

import io.cairn.goal.Goal;
import io.cairn.goal.GoalSearch;
import io.cairn.goal.GoalSearch.Wanted;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Goals;
import io.cairn.goal.Health;
import io.cairn.goal.Links;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.web.Filters;
import io.cairn.web.Html;
import io.cairn.web.ListQuery;
import io.cairn.web.Redirect;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Linking a goal to the one it serves: first the goal is found, then the link is described. */
@Controller
@RequestMapping("/objectives/{goal}/links")
class AlignmentPages {
    private static final int MOST = 20;

    private final Goals goals;
    private final GoalSearch search;
    private final Links links;

    AlignmentPages(Goals goals, GoalSearch search, Links links) {
        this.goals = goals;
        this.search = search;
        this.links = links;
    }

    @GetMapping("/new")
    @Transactional(readOnly = true)
    LinkChoicePage choose(@PathVariable UUID goal, @Filters({"q"}) ListQuery query) {
        Goal child = changeable(goal);
        String q = query.text("q");
        Wanted wanted = new Wanted(
                child.framework(),
                null,
                List.of(),
                List.of(),
                false,
                null,
                null,
                null,
                List.of(GoalStatus.ACTIVE, GoalStatus.DRAFT, GoalStatus.ON_HOLD, GoalStatus.SCORING),
                List.<Health>of(),
                List.of(),
                null,
                null,
                null,
                null,
                q);
        List<Goal> found = search.page(wanted, GoalSearch.Order.TITLE, null, 0, MOST + 1).goals().stream()
                .filter(one -> !one.id().equals(goal))
                .limit(MOST)
                .toList();
        return new LinkChoicePage(child, q == null ? "" : q, found);
    }

    @GetMapping("/{parent}")
    @Transactional(readOnly = true)
    AlignmentPage describe(@PathVariable UUID goal, @PathVariable UUID parent) {
        Goal child = changeable(goal);
        return AlignmentPage.of(child, goals.get(parent), LinkForm.of(linkOf(child, parent)), List.of());
    }

    @PostMapping("/{parent}")
    Html link(Viewer viewer, @PathVariable UUID goal, @PathVariable UUID parent, LinkForm form) {
        try {
            links.link(viewer, goal, parent, form.content());
            return Redirect.to("/objectives/" + goal).saying("Linked.");
        } catch (ProblemException refused) {
            int status = refused.first().status();
            if (status == 403 || status == 404) {
                throw refused;
            }
            return AlignmentPage.of(goals.get(goal), goals.get(parent), form, refused.problems());
        }
    }

    @PostMapping("/{parent}/removal")
    Redirect unlink(Viewer viewer, @PathVariable UUID goal, @PathVariable UUID parent) {
        links.unlink(viewer, goal, parent);
        return Redirect.to("/objectives/" + goal).saying("The link is removed.");
    }

    private Goal changeable(UUID goal) {
        Goal child = goals.get(goal);
        if (!child.mayEdit()) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
        return child;
    }

    private static Goal.@Nullable Linked linkOf(Goal child, UUID parent) {
        return child.parents().stream()
                .filter(link -> link.id().equals(parent))
                .findFirst()
                .orElse(null);
    }
}
