package io.cairn.goal.web;

import io.cairn.goal.Goal;
import io.cairn.goal.Goals;
import io.cairn.goal.Guardrails;
import io.cairn.goal.MetricChoices;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing and removing the KPIs that guard a goal. */
@Controller
@RequestMapping("/objectives/{goal}/guardrails")
class GuardrailPages {
    private static final int MOST = 50;

    private final Goals goals;
    private final Guardrails guardrails;
    private final MetricChoices metrics;

    GuardrailPages(Goals goals, Guardrails guardrails, MetricChoices metrics) {
        this.goals = goals;
        this.guardrails = guardrails;
        this.metrics = metrics;
    }

    @GetMapping("/new")
    @Transactional(readOnly = true)
    GuardrailPage choose(@PathVariable UUID goal, @RequestParam(defaultValue = "") String q) {
        Goal guarded = goals.get(goal);
        if (!guarded.mayEdit()) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
        return page(guarded, q, List.of());
    }

    @PostMapping
    Html add(Viewer viewer, @PathVariable UUID goal, @RequestParam UUID metricId) {
        try {
            guardrails.add(viewer, goal, metricId);
            return Redirect.to("/objectives/" + goal).saying("The guardrail is set.");
        } catch (ProblemException refused) {
            int status = refused.first().status();
            if (status == 403 || status == 404) {
                throw refused;
            }
            return page(goals.get(goal), "", refused.problems());
        }
    }

    @PostMapping("/{metric}/removal")
    Redirect remove(Viewer viewer, @PathVariable UUID goal, @PathVariable UUID metric) {
        guardrails.remove(viewer, goal, metric);
        return Redirect.to("/objectives/" + goal).saying("The guardrail is removed.");
    }

    private GuardrailPage page(Goal goal, String q, List<Problem> problems) {
        Set<UUID> set = goal.guardrails().stream().map(Goal.Guardrail::id).collect(Collectors.toSet());
        return new GuardrailPage(
                goal,
                q,
                metrics.find(q, List.of(), List.of()).stream()
                        .filter(choice -> !set.contains(choice.id()))
                        .limit(MOST)
                        .toList(),
                problems);
    }
}
