package io.cairn.goal.web;

import io.cairn.goal.Ambition;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalContent;
import io.cairn.goal.GoalExplanation;
import io.cairn.goal.GoalHistory;
import io.cairn.goal.GoalLevel;
import io.cairn.goal.GoalProblem;
import io.cairn.goal.GoalSearch;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Goals;
import io.cairn.goal.Guardrails;
import io.cairn.goal.Health;
import io.cairn.goal.Horizon;
import io.cairn.goal.LinkContent;
import io.cairn.goal.Links;
import io.cairn.goal.Overview;
import io.cairn.kernel.Page;
import io.cairn.kernel.Viewer;
import io.cairn.web.Created;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import io.cairn.web.MergePatch;
import io.cairn.web.Refuses;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Goals as JSON. */
@RestController
@Refuses(GoalProblem.class)
@RequestMapping("/api/v1")
class GoalApi {
    private final Goals goals;
    private final GoalSearch search;
    private final GoalHistory history;
    private final Links links;
    private final Guardrails guardrails;

    GoalApi(Goals goals, GoalSearch search, GoalHistory history, Links links, Guardrails guardrails) {
        this.goals = goals;
        this.search = search;
        this.history = history;
        this.links = links;
        this.guardrails = guardrails;
    }

    /** Why a state changes; may be left out. */
    record Reason(@Nullable String reason) {
        static @Nullable String of(@Nullable Reason body) {
            return body == null || body.reason() == null || body.reason().isBlank()
                    ? null
                    : body.reason().strip();
        }
    }

    /** Lists the goals you may see, oldest first. {@code team} and {@code cycle} are short for {@code ownerTeamId} and {@code cycleId}, {@code lead} for {@code leadId}; {@code person} leads, owns or contributes. */
    @GetMapping("/goals")
    @Transactional(readOnly = true)
    Page<Goal> list(
            @Filters(
                            value = {
                                "framework", "kind", "cycle", "cycleId", "team", "ownerTeamId", "lead", "leadId",
                                        "ownerPersonId",
                                "person", "state", "health", "level", "horizon", "ambition", "stale", "overdue", "q"
                            },
                            several = {"cycle", "cycleId", "team", "ownerTeamId", "state", "health", "level"})
                    ListQuery query) {
        return search.find(wanted(query), query.limit(), query.cursorId());
    }

    static GoalSearch.Wanted wanted(ListQuery query) {
        UUID lead = query.uuid("lead");
        return new GoalSearch.Wanted(
                query.text("framework"),
                query.text("kind"),
                both(query.uuids("cycle"), query.uuids("cycleId")),
                both(query.uuids("team"), query.uuids("ownerTeamId")),
                false,
                lead != null ? lead : query.uuid("leadId"),
                query.uuid("ownerPersonId"),
                query.uuid("person"),
                query.several("state", GoalStatus.class),
                query.several("health", Health.class),
                query.several("level", GoalLevel.class),
                query.one("horizon", Horizon.class),
                query.one("ambition", Ambition.class),
                query.flag("stale"),
                query.flag("overdue"),
                query.text("q"));
    }

    private static List<UUID> both(List<UUID> one, List<UUID> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    /** Writes a draft, with its measures if they are given. Leaders write for their teams, members what they lead themselves. */
    @PostMapping("/goals")
    ResponseEntity<Goal> create(Viewer viewer, @RequestBody GoalContent content) {
        Goal goal = goals.create(viewer, content);
        return Created.at("/api/v1/goals/" + goal.id(), goal);
    }

    /** Reads a goal with its figures, measures and links. */
    @GetMapping("/goals/{goal}")
    Goal get(@PathVariable UUID goal) {
        return goals.get(goal);
    }

    /** Changes a goal. Its measures are changed one by one, under their own addresses. */
    @PatchMapping("/goals/{goal}")
    Goal edit(Viewer viewer, @PathVariable UUID goal, MergePatch<GoalContent> patch) {
        return goals.edit(viewer, goal, now -> changed(now, patch), patch.version());
    }

    private static GoalContent changed(GoalContent now, MergePatch<GoalContent> patch) {
        GoalContent wanted = patch.onto(now);
        boolean moved = !Objects.equals(now.cycleId(), wanted.cycleId());
        return moved ? inItsCycle(wanted, patch) : wanted;
    }

    /** Days that are not named with another cycle are that cycle's. */
    private static GoalContent inItsCycle(GoalContent wanted, MergePatch<GoalContent> patch) {
        return wanted.between(
                patch.has("startsOn") ? wanted.startsOn() : null, patch.has("endsOn") ? wanted.endsOn() : null);
    }

    /** Deletes a draft. What has been active can only be cancelled. */
    @DeleteMapping("/goals/{goal}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Viewer viewer, @PathVariable UUID goal) {
        goals.delete(viewer, goal);
    }

    /** Activates a draft that keeps the rules of its framework. The answer to one that does not names each rule it breaks. */
    @PostMapping("/goals/{goal}/activation")
    Goal activate(Viewer viewer, @PathVariable UUID goal) {
        return goals.activate(viewer, goal);
    }

    /** Cancels an active goal for good. */
    @PostMapping("/goals/{goal}/cancellation")
    Goal cancel(Viewer viewer, @PathVariable UUID goal, @RequestBody(required = false) @Nullable Reason body) {
        return goals.cancel(viewer, goal, Reason.of(body));
    }

    /** Puts an active goal on hold. Nothing is expected and nobody checks in until it is lifted. */
    @PostMapping("/goals/{goal}/hold")
    Goal hold(Viewer viewer, @PathVariable UUID goal, @RequestBody(required = false) @Nullable Reason body) {
        return goals.hold(viewer, goal, Reason.of(body));
    }

    /** Lifts the hold. */
    @DeleteMapping("/goals/{goal}/hold")
    Goal resume(Viewer viewer, @PathVariable UUID goal) {
        return goals.resume(viewer, goal);
    }

    /** Links a goal to a parent it serves, or changes that link. */
    @PutMapping("/goals/{goal}/parents/{parent}")
    Goal link(Viewer viewer, @PathVariable UUID goal, @PathVariable UUID parent, @RequestBody LinkContent content) {
        return links.link(viewer, goal, parent, content);
    }

    /** Removes the link to a parent. */
    @DeleteMapping("/goals/{goal}/parents/{parent}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(Viewer viewer, @PathVariable UUID goal, @PathVariable UUID parent) {
        links.unlink(viewer, goal, parent);
    }

    /** Makes a metric a guardrail of a goal: while it is red the goal is at risk at best. */
    @PutMapping("/goals/{goal}/guardrails/{metric}")
    Goal guard(Viewer viewer, @PathVariable UUID goal, @PathVariable UUID metric) {
        return guardrails.add(viewer, goal, metric);
    }

    /** Removes a guardrail. */
    @DeleteMapping("/goals/{goal}/guardrails/{metric}")
    Goal unguard(Viewer viewer, @PathVariable UUID goal, @PathVariable UUID metric) {
        return guardrails.remove(viewer, goal, metric);
    }

    /** Explains how the figures came about. Each has its inputs and its steps as arithmetic; a draft has none (409). */
    @GetMapping("/goals/{goal}/explanation")
    @Refuses(GoalProblem.class)
    GoalExplanation explain(@PathVariable UUID goal) {
        return history.explain(goal);
    }

    /** A goal's figures by day; all that was asked for, so that there is never a next page. */
    record Days(List<GoalHistory.Day> items, @Nullable String nextCursor) {}

    /** Lists progress, expected progress and health by day, from activation on: the latest 400 days, or at most 400 {@code from} a day, up {@code to} one, or between two. */
    @GetMapping("/goals/{goal}/history")
    Days history(@PathVariable UUID goal, @Filters({"from", "to"}) ListQuery query) {
        return new Days(history.of(goal, query.day("from"), query.day("to")), null);
    }

    /** Reads teams with their goals of a cycle and the latest check-ins, in one reply. All teams without {@code team}, the cycle that runs now without {@code cycle}; 404 when one of them is unknown. */
    @GetMapping("/overview")
    Overview overview(
            @Filters(
                            value = {"cycle", "team"},
                            several = "team")
                    ListQuery query) {
        return history.overview(query.uuid("cycle"), query.uuids("team"));
    }
}
