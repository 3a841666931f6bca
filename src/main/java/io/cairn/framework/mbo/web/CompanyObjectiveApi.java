package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.CompanyObjective;
import io.cairn.framework.mbo.CompanyObjectiveContent;
import io.cairn.framework.mbo.CompanyObjectives;
import io.cairn.framework.mbo.CompanyProblem;
import io.cairn.kernel.Needed;
import io.cairn.kernel.Page;
import io.cairn.kernel.Viewer;
import io.cairn.web.Created;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import io.cairn.web.MergePatch;
import io.cairn.web.Refuses;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Objectives of the whole company, scored once for everybody, as JSON. */
@RestController
@Refuses(CompanyProblem.class)
@RequestMapping("/api/v1/company-objectives")
class CompanyObjectiveApi {
    private final CompanyObjectives objectives;

    CompanyObjectiveApi(CompanyObjectives objectives) {
        this.objectives = objectives;
    }

    /** Lists the company's objectives, those that end last first. */
    @GetMapping
    Page<CompanyObjective> list(@Filters({}) ListQuery query) {
        return objectives.list(query.limit(), query.cursorId());
    }

    /** Writes an objective of the company, as HR or an executive. */
    @PostMapping
    ResponseEntity<CompanyObjective> create(Viewer viewer, @RequestBody CompanyObjectiveContent content) {
        CompanyObjective made = objectives.create(viewer, content);
        return Created.at("/api/v1/company-objectives/" + made.id(), made);
    }

    /** Reads an objective of the company. */
    @GetMapping("/{id}")
    CompanyObjective get(@PathVariable UUID id) {
        return objectives.get(id);
    }

    /** Changes an objective of the company until it is scored. Plans that are signed keep what they say. */
    @PatchMapping("/{id}")
    CompanyObjective edit(Viewer viewer, @PathVariable UUID id, MergePatch<CompanyObjectiveContent> patch) {
        return objectives.edit(viewer, id, patch::onto, patch.version());
    }

    /** What the objective came to. */
    record CompanyScore(@Needed @Nullable BigDecimal value) {}

    /** Scores the objective for everybody, once, from 14 days before its end. */
    @PostMapping("/{id}/scoring")
    CompanyObjective score(Viewer viewer, @PathVariable UUID id, @RequestBody CompanyScore score) {
        return objectives.score(viewer, id, score.value());
    }
}
