package io.cairn.goal.web;

import io.cairn.goal.GoalProblem;
import io.cairn.goal.GoalSmart;
import io.cairn.goal.SmartChecks;
import io.cairn.kernel.Viewer;
import io.cairn.web.Refuses;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The SMART check as JSON. */
@RestController
@Refuses(GoalProblem.class)
@RequestMapping("/api/v1")
class SmartApi {
    private final SmartChecks checks;

    SmartApi(SmartChecks checks) {
        this.checks = checks;
    }

    /** What is said with an attestation; may be left out. */
    record AttestationNote(@Nullable String note) {
        static @Nullable String of(@Nullable AttestationNote body) {
            return body == null ? null : body.note();
        }
    }

    /** Checks how SMART a goal is, letter by letter, and each of its measures: why, and what would mend it. */
    @GetMapping("/goals/{goal}/smart-check")
    GoalSmart check(@PathVariable UUID goal) {
        return checks.of(goal);
    }

    /** Checks how SMART one measure is. */
    @GetMapping("/measures/{measure}/smart-check")
    GoalSmart.OfMeasure checkMeasure(@PathVariable UUID measure) {
        return checks.ofMeasure(measure);
    }

    /** Says that a goal can be reached as it stands. Its manager or a colleague says so, never its owner; a later change of title, target or date makes it stale. */
    @PostMapping("/goals/{goal}/smart-attestation")
    GoalSmart attest(
            Viewer viewer, @PathVariable UUID goal, @RequestBody(required = false) @Nullable AttestationNote body) {
        return checks.attest(viewer, goal, AttestationNote.of(body));
    }

    /** Says the same of one measure. */
    @PostMapping("/measures/{measure}/smart-attestation")
    GoalSmart.OfMeasure attestMeasure(
            Viewer viewer, @PathVariable UUID measure, @RequestBody(required = false) @Nullable AttestationNote body) {
        return checks.attestMeasure(viewer, measure, AttestationNote.of(body));
    }
}
