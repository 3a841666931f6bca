package io.cairn.incentive.web;

import io.cairn.incentive.Pool;
import io.cairn.incentive.PoolContent;
import io.cairn.incentive.Pools;
import io.cairn.kernel.Cursor;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Page;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Organizations;
import io.cairn.organization.People;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where compensation keeps pools, and who gives one out sees what is left of it; others find nothing here. */
@Controller
@RequestMapping("/bonus-pools")
class PoolPages {
    private static final int AT_ONCE = 50;
    private static final int CHOICES = 500;

    private final Pools pools;
    private final People people;
    private final Organizations organizations;
    private final DomainClock clock;

    PoolPages(Pools pools, People people, Organizations organizations, DomainClock clock) {
        this.pools = pools;
        this.people = people;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    PoolsPage list(Viewer viewer, @RequestParam(defaultValue = "") String cursor) {
        Page<Pool> found = pools.list(AT_ONCE, Cursor.decodeId(cursor));
        boolean keeper = viewer.is(Role.COMP);
        if (!keeper && found.items().isEmpty()) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        String next = found.nextCursor() == null ? null : "/bonus-pools?cursor=" + found.nextCursor();
        return new PoolsPage(found.items(), keeper, next);
    }

    @GetMapping("/new")
    @Transactional(readOnly = true)
    PoolPage write(Viewer viewer) {
        onlyKeepers(viewer);
        String currency = organizations.require().currency().getCurrencyCode();
        return page(null, PoolForm.fresh(currency, clock.today()), List.of());
    }

    @PostMapping
    Html create(Viewer viewer, PoolForm form) {
        onlyKeepers(viewer);
        return kept(null, form, content -> pools.create(viewer, content));
    }

    @GetMapping("/{pool}")
    @Transactional(readOnly = true)
    PoolPage edit(Viewer viewer, @PathVariable UUID pool) {
        Pool found = pools.get(pool);
        onlyKeepers(viewer);
        return page(found, PoolForm.of(found), List.of());
    }

    @PostMapping("/{pool}")
    Html save(Viewer viewer, @PathVariable UUID pool, PoolForm form) {
        Pool found = pools.get(pool);
        onlyKeepers(viewer);
        int version = form.version() == null ? 0 : form.version();
        return kept(found, form, content -> pools.edit(viewer, pool, before -> content, version));
    }

    private Html kept(@Nullable Pool before, PoolForm form, Function<PoolContent, Pool> keeping) {
        try {
            Pool pool = keeping.apply(form.content(typed ->
                    before != null && typed.strip().equals(before.holder().name())
                            ? before.holder()
                            : people.named(typed).orElse(null)));
            return Redirect.to("/bonus-pools").saying("The pool “" + pool.name() + "” is saved.");
        } catch (ProblemException refused) {
            if (refused.first().status() == GeneralProblem.NOT_FOUND.status()) {
                throw refused;
            }
            return page(before, form, refused.problems());
        }
    }

    private PoolPage page(@Nullable Pool pool, PoolForm form, List<Problem> problems) {
        return new PoolPage(pool, form, people.choices(CHOICES), problems);
    }

    private static void onlyKeepers(Viewer viewer) {
        if (!viewer.is(Role.COMP)) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
    }
}
