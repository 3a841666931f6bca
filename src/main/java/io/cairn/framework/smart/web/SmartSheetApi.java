package io.cairn.framework.smart.web;

import io.cairn.framework.smart.SmartSheet;
import io.cairn.framework.smart.SmartSheetContent;
import io.cairn.framework.smart.SmartSheets;
import io.cairn.goal.GoalProblem;
import io.cairn.kernel.Viewer;
import io.cairn.web.Created;
import io.cairn.web.MergePatch;
import io.cairn.web.Refuses;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Worksheets of SMART goals as JSON; the goals themselves are under {@code /goals?framework=smart}. */
@RestController
@Refuses(GoalProblem.class)
@RequestMapping("/api/v1/smart-worksheets")
class SmartSheetApi {
    private final SmartSheets sheets;

    SmartSheetApi(SmartSheets sheets) {
        this.sheets = sheets;
    }

    /** Writes the worksheet of a new SMART goal, as a draft. It is activated under the goal's address, once it is measurable and time-bound. */
    @PostMapping
    ResponseEntity<SmartSheet> create(Viewer viewer, @RequestBody SmartSheetContent content) {
        SmartSheet sheet = sheets.create(viewer, content, false);
        return Created.at("/api/v1/smart-worksheets/" + sheet.id(), sheet);
    }

    /** Reads the worksheet of a SMART goal: its answers, and how each letter came out. */
    @GetMapping("/{worksheet}")
    SmartSheet get(@PathVariable UUID worksheet) {
        return sheets.get(worksheet);
    }

    /** Changes a worksheet and with it the goal. */
    @PatchMapping("/{worksheet}")
    SmartSheet edit(Viewer viewer, @PathVariable UUID worksheet, MergePatch<SmartSheetContent> patch) {
        return sheets.edit(viewer, worksheet, patch::onto, patch.version());
    }
}
