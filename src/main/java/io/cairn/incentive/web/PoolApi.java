package io.cairn.incentive.web;

import io.cairn.incentive.IncentiveProblem;
import io.cairn.incentive.Pool;
import io.cairn.incentive.PoolContent;
import io.cairn.incentive.Pools;
import io.cairn.kernel.Page;
import io.cairn.kernel.Viewer;
import io.cairn.web.Created;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import io.cairn.web.MergePatch;
import io.cairn.web.Refuses;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pools for discretionary objectives, as JSON. */
@RestController
@Refuses(IncentiveProblem.class)
@RequestMapping("/api/v1/bonus-pools")
class PoolApi {
    private final Pools pools;

    PoolApi(Pools pools) {
        this.pools = pools;
    }

    /** Lists the pools you may see, newest first: those you give out, all of them for compensation. */
    @GetMapping
    @Transactional(readOnly = true)
    Page<Pool> list(@Filters({}) ListQuery query) {
        return pools.list(query.limit(), query.cursorId());
    }

    /** Makes a pool that a manager gives out for discretionary objectives of plans that end in its period, as compensation. */
    @PostMapping
    ResponseEntity<Pool> create(Viewer viewer, @RequestBody PoolContent content) {
        Pool made = pools.create(viewer, content);
        return Created.at("/api/v1/bonus-pools/" + made.id(), made);
    }

    /** Reads a pool with what was given out of it so far. */
    @GetMapping("/{pool}")
    @Transactional(readOnly = true)
    Pool get(@PathVariable UUID pool) {
        return pools.get(pool);
    }

    /** Corrects a pool, as compensation: never below what was given, nor into another currency once something was. */
    @PatchMapping("/{pool}")
    Pool edit(Viewer viewer, @PathVariable UUID pool, MergePatch<PoolContent> patch) {
        return pools.edit(viewer, pool, patch::onto, patch.version());
    }
}
