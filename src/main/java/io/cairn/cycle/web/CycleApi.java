package io.cairn.cycle.web;

import io.cairn.cycle.Cycle;
import io.cairn.cycle.CycleFilter;
import io.cairn.cycle.CycleKind;
import io.cairn.cycle.CyclePlan;
import io.cairn.cycle.CycleProblem;
import io.cairn.cycle.Cycles;
import io.cairn.cycle.Phase;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Page;
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

/** Cycles as JSON. */
@RestController
@Refuses(CycleProblem.class)
@RequestMapping("/api/v1/cycles")
@Transactional
class CycleApi {
    private final Cycles cycles;
    private final CyclePlan plan;

    CycleApi(Cycles cycles, CyclePlan plan) {
        this.cycles = cycles;
        this.plan = plan;
    }

    /** Lists cycles. */
    @GetMapping
    @Transactional(readOnly = true)
    Page<Cycle> list(@Filters({"name", "kind", "phase", "parentId"}) ListQuery query) {
        var filter = new CycleFilter(
                query.text("name"),
                query.one("kind", CycleKind.class),
                query.one("phase", Phase.class),
                query.uuid("parentId"));
        return cycles.list(filter, query.limit(), query.cursor());
    }

    /** Reads a cycle. */
    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    Cycle show(@PathVariable UUID id) {
        return cycles.require(id);
    }

    /** Adds a cycle; OKR champions and administrators may. It begins in PLANNING unless {@code phase} says ACTIVE. */
    @PostMapping
    ResponseEntity<Cycle> create(@RequestBody CycleInput input) {
        Phase phase = input.phase() == null ? Phase.PLANNING : input.phase();
        Cycle cycle = plan.create(input.details(), phase);
        return Created.at("/api/v1/cycles/" + cycle.id(), cycle);
    }

    /** Changes a cycle or takes it to its next phase. Phases go one step at a time and never back. */
    @PatchMapping("/{id}")
    Cycle change(@PathVariable UUID id, MergePatch<CycleInput> patch) {
        Cycle changed = plan.edit(
                id,
                patch.version(),
                before -> patch.onto(CycleInput.of(before, null)).details());
        if (!patch.has("phase")) {
            return changed;
        }
        Phase phase =
                patch.onto(CycleInput.of(changed.details(), changed.phase())).phase();
        if (phase == null) {
            throw GeneralProblem.REQUIRED.at("phase").exception();
        }
        return plan.enter(id, changed.version(), phase);
    }

    /** Deletes a cycle that nothing uses; OKR champions and administrators may. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        plan.delete(id);
    }
}
