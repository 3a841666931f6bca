package io.cairn.goal.web;

import io.cairn.goal.Goal;
import io.cairn.goal.Goals;
import io.cairn.goal.SmartChecks;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A goal's page and what can be done there; a refused action shows the page again with every reason. */
@Controller
@RequestMapping("/objectives/{goal}")
class GoalPages {
    private final GoalPageReader reader;
    private final Goals goals;
    private final SmartChecks smart;

    GoalPages(GoalPageReader reader, Goals goals, SmartChecks smart) {
        this.reader = reader;
        this.goals = goals;
        this.smart = smart;
    }

    @GetMapping
    @Transactional(readOnly = true)
    GoalPage show(Viewer viewer, @PathVariable UUID goal, @RequestParam(defaultValue = "") String view) {
        return reader.page(viewer, goal, view.equals("table"), List.of());
    }

    @GetMapping("/check-ins")
    @Transactional(readOnly = true)
    CheckInsPage checkIns(Viewer viewer, @PathVariable UUID goal, @RequestParam(defaultValue = "1") String page) {
        if (!page.matches("[1-9]\\d{0,4}")) {
            throw GeneralProblem.INVALID.at("page").exception();
        }
        return reader.checkIns(viewer, goal, Integer.parseInt(page));
    }

    @PostMapping("/activation")
    Html activate(Viewer viewer, @PathVariable UUID goal) {
        return done(viewer, goal, "It has started. Everyone sees it now.", () -> goals.activate(viewer, goal));
    }

    /** @param measure the key result that it is said of; the whole goal where there is none */
    @PostMapping("/smart-attestation")
    Html attest(
            Viewer viewer,
            @PathVariable UUID goal,
            @RequestParam(required = false) @Nullable UUID measure,
            @RequestParam(defaultValue = "") String note) {
        return done(viewer, goal, "Kept: you say that it can be done.", () -> {
            if (measure == null) {
                smart.attest(viewer, goal, note);
            } else {
                smart.attestMeasure(viewer, measure, note);
            }
        });
    }

    @PostMapping("/hold")
    Html hold(Viewer viewer, @PathVariable UUID goal, @RequestParam(defaultValue = "") String reason) {
        return done(
                viewer,
                goal,
                "It is on hold.",
                () -> goals.hold(viewer, goal, reason.isBlank() ? null : reason.strip()));
    }

    @PostMapping("/resumption")
    Html resume(Viewer viewer, @PathVariable UUID goal) {
        return done(viewer, goal, "It goes on.", () -> goals.resume(viewer, goal));
    }

    @PostMapping("/cancellation")
    Html cancel(Viewer viewer, @PathVariable UUID goal, @RequestParam(defaultValue = "") String reason) {
        return done(viewer, goal, "It is cancelled.", () -> {
            if (reason.isBlank() && goals.get(goal).mayEdit()) {
                throw GeneralProblem.REQUIRED
                        .saying("Say why it is cancelled; the journal keeps the reason.")
                        .at("reason")
                        .exception();
            }
            goals.cancel(viewer, goal, reason.strip());
        });
    }

    @PostMapping("/deletion")
    Html delete(Viewer viewer, @PathVariable UUID goal) {
        Goal draft = goals.get(goal);
        try {
            goals.delete(viewer, goal);
        } catch (ProblemException refused) {
            return again(viewer, goal, refused);
        }
        String cycle = draft.cycle() == null ? "" : "?cycle=" + draft.cycle().id();
        return Redirect.to("/objectives" + cycle).saying("The draft is deleted.");
    }

    private Html done(Viewer viewer, UUID goal, String said, Runnable action) {
        try {
            action.run();
            return Redirect.to("/objectives/" + goal).saying(said);
        } catch (ProblemException refused) {
            return again(viewer, goal, refused);
        }
    }

    /** What the viewer may not see or do is an error of its own; anything else stands on the page. */
    private Html again(Viewer viewer, UUID goal, ProblemException refused) {
        int status = refused.first().status();
        if (status == 403 || status == 404) {
            throw refused;
        }
        return reader.page(viewer, goal, false, refused.problems());
    }
}
