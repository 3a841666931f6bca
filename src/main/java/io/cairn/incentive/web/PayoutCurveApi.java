package io.cairn.incentive.web;

import io.cairn.incentive.CurveContent;
import io.cairn.incentive.CurveContent.PointContent;
import io.cairn.incentive.IncentiveProblem;
import io.cairn.incentive.KeptCurve;
import io.cairn.incentive.PayoutCurves;
import io.cairn.kernel.Needed;
import io.cairn.kernel.Page;
import io.cairn.web.Created;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import io.cairn.web.MergePatch;
import io.cairn.web.Refuses;
import java.math.BigDecimal;
import java.util.List;
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

/** Payout curves as JSON. */
@RestController
@Refuses(IncentiveProblem.class)
@RequestMapping("/api/v1/payout-curves")
class PayoutCurveApi {
    private final PayoutCurves curves;

    PayoutCurveApi(PayoutCurves curves) {
        this.curves = curves;
    }

    /** A curve that is to be made; attainment and payout are shares, 0.8 is 80 %. */
    record NewCurve(
            @Needed @Nullable String name,
            @Needed @Nullable List<@Nullable PointContent> points,
            @Nullable Boolean stepped,
            @Nullable BigDecimal objectiveCap) {}

    /** What may change about a curve; its points stay as they were agreed. */
    record CurveChange(@Nullable String name, @Nullable Boolean retired) {}

    /** Lists the payout curves, in the order they were made. */
    @GetMapping
    Page<KeptCurve> list(@Filters("retired") ListQuery query) {
        return curves.list(query.flag("retired"), query.limit(), query.cursorId());
    }

    /** Makes a payout curve; HR and compensation may. */
    @PostMapping
    ResponseEntity<KeptCurve> create(@RequestBody NewCurve curve) {
        var made = curves.create(curve.name(), new CurveContent(curve.points(), curve.stepped()), curve.objectiveCap());
        return Created.at("/api/v1/payout-curves/" + made.id(), made);
    }

    /** Reads a payout curve. */
    @GetMapping("/{curve}")
    KeptCurve show(@PathVariable UUID curve) {
        return curves.require(curve);
    }

    /** Renames a payout curve or retires it, so that new plans are not offered it; HR and compensation may. */
    @PatchMapping("/{curve}")
    KeptCurve change(@PathVariable UUID curve, MergePatch<CurveChange> patch) {
        var before = curves.require(curve);
        var after = patch.onto(new CurveChange(before.name(), before.retired()));
        return curves.change(curve, patch.version(), after.name(), Boolean.TRUE.equals(after.retired()));
    }
}
