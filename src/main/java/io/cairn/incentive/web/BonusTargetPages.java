package io.cairn.incentive.web;

import io.cairn.incentive.BonusTargets;
import io.cairn.incentive.PayKeepers;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Organizations;
import io.cairn.organization.People;
import io.cairn.web.Filters;
import io.cairn.web.Html;
import io.cairn.web.ListQuery;
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

/** Where compensation and HR set what people may earn; a person's own page is also for them and their manager. */
@Controller
@RequestMapping("/bonus-targets")
class BonusTargetPages {
    private static final int AT_ONCE = 50;
    private static final int FURTHEST = 10_000;

    private final BonusTargets targets;
    private final People people;
    private final Organizations organizations;
    private final DomainClock clock;

    BonusTargetPages(BonusTargets targets, People people, Organizations organizations, DomainClock clock) {
        this.targets = targets;
        this.people = people;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    BonusTargetsPage list(Viewer viewer, @Filters({"q", "page"}) ListQuery query) {
        if (!PayKeepers.include(viewer)) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        int page = page(query.whole("page"));
        var found = targets.people(query.text("q"), clock.today(), AT_ONCE + 1, (page - 1) * AT_ONCE);
        boolean more = found.size() > AT_ONCE;
        return new BonusTargetsPage(found.subList(0, Math.min(found.size(), AT_ONCE)), query.text("q"), page, more);
    }

    private static int page(@Nullable Integer page) {
        if (page != null && (page < 1 || page > FURTHEST)) {
            throw GeneralProblem.INVALID.at("page").exception();
        }
        return page == null ? 1 : page;
    }

    @GetMapping("/{person}")
    @Transactional(readOnly = true)
    BonusTargetPage show(Viewer viewer, @PathVariable UUID person, @Filters("cursor") ListQuery query) {
        return page(viewer, person, query.cursorId(), null, List.of());
    }

    @PostMapping("/{person}")
    Html set(Viewer viewer, @PathVariable UUID person, BonusTargetForm form) {
        readable(person);
        try {
            var made = targets.set(form.content(person));
            return Redirect.to("/bonus-targets/" + person)
                    .saying("It holds from " + Days.of(made.effectiveFrom()) + " on.");
        } catch (ProblemException refused) {
            if (refused.first().status() == GeneralProblem.NOT_ALLOWED.status()) {
                throw refused;
            }
            return page(viewer, person, null, form, refused.problems());
        }
    }

    private PersonRef readable(UUID person) {
        var known = people.require(person);
        if (!targets.readable(person)) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        return new PersonRef(known.id(), known.name());
    }

    private BonusTargetPage page(
            Viewer viewer, UUID person, @Nullable UUID after, @Nullable BonusTargetForm typed, List<Problem> problems) {
        var ref = readable(person);
        boolean own = viewer.id().equals(person);
        boolean keeper = PayKeepers.include(viewer);
        var recorded = targets.list(person, AT_ONCE, after);
        var today = clock.today();
        var current = targets.on(person, today).orElse(null);
        var currency = organizations.require().currency().getCurrencyCode();
        var form = typed == null ? BonusTargetForm.fresh(current, currency, today) : typed;
        return new BonusTargetPage(
                ref,
                recorded.items(),
                recorded.nextCursor() == null ? null : "/bonus-targets/" + person + "?cursor=" + recorded.nextCursor(),
                current,
                keeper && !own ? form : null,
                keeper,
                own,
                today,
                clock.getZone(),
                problems);
    }
}
