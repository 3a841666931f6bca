package io.cairn.goal.web;

import io.cairn.goal.CheckIn;
import io.cairn.goal.CheckInContent;
import io.cairn.goal.CheckIns;
import io.cairn.goal.GoalProblem;
import io.cairn.goal.Initiative;
import io.cairn.goal.Initiatives;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureContent;
import io.cairn.goal.Measures;
import io.cairn.kernel.Page;
import io.cairn.kernel.Viewer;
import io.cairn.web.Created;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import io.cairn.web.MergePatch;
import io.cairn.web.Refuses;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What hangs from a goal, as JSON: measures, check-ins and initiatives. */
@RestController
@Refuses(GoalProblem.class)
@RequestMapping("/api/v1")
class MeasureApi {
    private final Measures measures;
    private final CheckIns checkIns;
    private final Initiatives initiatives;

    MeasureApi(Measures measures, CheckIns checkIns, Initiatives initiatives) {
        this.measures = measures;
        this.checkIns = checkIns;
        this.initiatives = initiatives;
    }

    /** Adds a measure to a goal. */
    @PostMapping("/goals/{goal}/measures")
    ResponseEntity<Measure> add(Viewer viewer, @PathVariable UUID goal, @RequestBody MeasureContent content) {
        Measure measure = measures.add(viewer, goal, content);
        return Created.at("/api/v1/measures/" + measure.id(), measure);
    }

    /** Reads a measure with its figures. */
    @GetMapping("/measures/{measure}")
    Measure get(@PathVariable UUID measure) {
        return measures.get(measure);
    }

    /** Changes a measure. Once its goal is active, the kind and the baseline are fixed. A {@code target} named without {@code relativeTarget} replaces the relative change. */
    @PatchMapping("/measures/{measure}")
    Measure edit(Viewer viewer, @PathVariable UUID measure, MergePatch<MeasureContent> patch) {
        return measures.edit(viewer, measure, now -> changed(now, patch), patch.version());
    }

    /** Whoever writes the target anew means it, and not the change it came from. */
    private static MeasureContent changed(MeasureContent now, MergePatch<MeasureContent> patch) {
        MeasureContent content = patch.onto(now);
        return patch.has("target") && !patch.has("relativeTarget") ? content.absolute() : content;
    }

    /** Removes a measure. A draft forgets it; an active goal keeps it as cancelled, and it no longer counts. */
    @DeleteMapping("/measures/{measure}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Viewer viewer, @PathVariable UUID measure) {
        measures.remove(viewer, measure);
    }

    /** Lists the check-ins of a measure in their newest versions, newest first. */
    @GetMapping("/measures/{measure}/check-ins")
    Page<CheckIn> checkIns(@PathVariable UUID measure, @Filters({}) ListQuery query) {
        return checkIns.of(measure, query.limit(), query.cursorId());
    }

    /** Checks in: what the measure says now. The goal must be active. */
    @PostMapping("/measures/{measure}/check-ins")
    ResponseEntity<CheckIn> checkIn(Viewer viewer, @PathVariable UUID measure, @RequestBody CheckInContent content) {
        CheckIn checkIn = checkIns.record(viewer, measure, content);
        return Created.at("/api/v1/check-ins/" + checkIn.id(), checkIn);
    }

    /** Reads a check-in in its newest version. */
    @GetMapping("/check-ins/{checkIn}")
    CheckIn checkIn(@PathVariable UUID checkIn) {
        return checkIns.get(checkIn);
    }

    /** Corrects a check-in as a new version. Its author may, for 24 hours. */
    @PatchMapping("/check-ins/{checkIn}")
    CheckIn amend(Viewer viewer, @PathVariable UUID checkIn, MergePatch<CheckInContent> patch) {
        return checkIns.amend(viewer, checkIn, patch::onto, patch.version());
    }

    /** Lists the work that helps a goal, oldest first. */
    @GetMapping("/goals/{goal}/initiatives")
    Page<Initiative> initiatives(@PathVariable UUID goal, @Filters({}) ListQuery query) {
        return initiatives.of(goal, query.limit(), query.cursorId());
    }

    /** Adds an initiative to a goal. */
    @PostMapping("/goals/{goal}/initiatives")
    ResponseEntity<Initiative> addInitiative(
            Viewer viewer, @PathVariable UUID goal, @RequestBody Initiative.Content content) {
        Initiative initiative = initiatives.add(viewer, goal, content);
        return Created.at("/api/v1/initiatives/" + initiative.id(), initiative);
    }

    /** Changes an initiative. */
    @PatchMapping("/initiatives/{initiative}")
    @Transactional
    Initiative editInitiative(Viewer viewer, @PathVariable UUID initiative, MergePatch<Initiative.Content> patch) {
        return initiatives.edit(viewer, initiative, patch.onto(initiatives.content(initiative)), patch.version());
    }

    /** Removes an initiative. */
    @DeleteMapping("/initiatives/{initiative}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeInitiative(Viewer viewer, @PathVariable UUID initiative) {
        initiatives.remove(viewer, initiative);
    }
}
