package io.cairn.incentive.web;

import io.cairn.incentive.BonusTarget;
import io.cairn.incentive.BonusTargetContent;
import io.cairn.incentive.BonusTargets;
import io.cairn.incentive.IncentiveProblem;
import io.cairn.kernel.Page;
import io.cairn.web.Created;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import io.cairn.web.Refuses;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bonus targets as JSON. */
@RestController
@Refuses(IncentiveProblem.class)
@RequestMapping("/api/v1/bonus-targets")
class BonusTargetApi {
    private final BonusTargets targets;

    BonusTargetApi(BonusTargets targets) {
        this.targets = targets;
    }

    /** Lists the bonus targets you may see, newest first: your own, those of people who report to you, all for HR and compensation. */
    @GetMapping
    Page<BonusTarget> list(@Filters("person") ListQuery query) {
        return targets.list(query.uuid("person"), query.limit(), query.cursorId());
    }

    /** Sets somebody's bonus target from a day on; HR and compensation may, but never their own. */
    @PostMapping
    ResponseEntity<BonusTarget> set(@RequestBody BonusTargetContent content) {
        var made = targets.set(content);
        return Created.at("/api/v1/bonus-targets?person=" + made.person().id(), made);
    }
}
