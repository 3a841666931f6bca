package io.cairn.goal.web;

import io.cairn.goal.Ambition;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalContent;
import io.cairn.goal.GoalExplanation;
import io.cairn.goal.GoalHistory;
import io.cairn.goal.GoalLevel;
import io.cairn.goal.GoalSearch;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Goals;
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
import java.util.List;
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
@RequestMapping("/api/v1")
class GoalApi {
    private final Goals goals;
    private final GoalSearch search;
    private final GoalHistory history;
    private final Links links;

    GoalApi(Goals goals, GoalSearch search, GoalHistory history, Links links) {
        this.goals = goals;
        this.search = search;
        this.history = history;
        this.links = links;
    }

    /** Why a state changes; may be left out. */
    record Reason(@Nullable String reason) {
        static @Nullable String of(@Nullable Reason body) {
            return body == null || body.reason() == null || body.reason().isBlank()
                    ? null
                    : body.reason().strip();
        }
    }

    @GetMapping("/goals")
    @Transactional(readOnly = true)
    Page<Goal> list(
            @Filters({
                        "framework", "kind", "cycle", "cycleId", "team", "ownerTeamId", "lead", "leadId",
                                "ownerPersonId",
                        "person", "state", "health", "level", "horizon", "ambition", "stale", "overdue", "q"
                    })
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

    @PostMapping("/goals")
    ResponseEntity<Goal> create(Viewer viewer, @RequestBody GoalContent content) {
        Goal goal = goals.create(viewer, content);
        return Created.at("/api/v1/goals/" + goal.id(), goal);
    }

    @GetMapping("/goals/{goal}")
    Goal get(@PathVariable UUID goal) {
        return goals.get(goal);
    }

    @PatchMapping("/goals/{goal}")
    @Transactional
    Goal edit(Viewer viewer, @PathVariable UUID goal, MergePatch<GoalContent> patch) {
        return goals.edit(viewer, goal, patch.onto(goals.content(goal)), patch.version());
    }

    @DeleteMapping("/goals/{goal}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Viewer viewer, @PathVariable UUID goal) {
        goals.delete(viewer, goal);
    }

    @PostMapping("/goals/{goal}/activation")
    Goal activate(Viewer viewer, @PathVariable UUID goal) {
        return goals.activate(viewer, goal);
    }

    @PostMapping("/goals/{goal}/cancellation")
    Goal cancel(Viewer viewer, @PathVariable UUID goal, @RequestBody(required = false) @Nullable Reason body) {
        return goals.cancel(viewer, goal, Reason.of(body));
    }

    @PostMapping("/goals/{goal}/hold")
    Goal hold(Viewer viewer, @PathVariable UUID goal, @RequestBody(required = false) @Nullable Reason body) {
        return goals.hold(viewer, goal, Reason.of(body));
    }

    @DeleteMapping("/goals/{goal}/hold")
    Goal resume(Viewer viewer, @PathVariable UUID goal) {
        return goals.resume(viewer, goal);
    }

    @PutMapping("/goals/{goal}/parents/{parent}")
    Goal link(Viewer viewer, @PathVariable UUID goal, @PathVariable UUID parent, @RequestBody LinkContent content) {
        return links.link(viewer, goal, parent, content);
    }

    @DeleteMapping("/goals/{goal}/parents/{parent}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(Viewer viewer, @PathVariable UUID goal, @PathVariable UUID parent) {
        links.unlink(viewer, goal, parent);
    }

    @GetMapping("/goals/{goal}/explanation")
    GoalExplanation explain(@PathVariable UUID goal) {
        return history.explain(goal);
    }

    /** A goal's figures by day. */
    record Days(List<GoalHistory.Day> items) {}

    @GetMapping("/goals/{goal}/history")
    Days history(@PathVariable UUID goal) {
        return new Days(history.of(goal));
    }

    @GetMapping("/overview")
    Overview overview(@Filters({"cycle", "team"}) ListQuery query) {
        return history.overview(query.uuid("cycle"), query.uuids("team"));
    }
}
