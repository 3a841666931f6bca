package io.cairn.incentive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payout curve that plans use by its name. Its points never change, so that what was agreed by them stays.
 *
 * @param objectiveCap the most a factor by this curve may be; null for as much as the curve gives
 * @param concerns what is dubious about it
 */
public record KeptCurve(
        UUID id,
        String name,
        List<PayoutCurve.Point> points,
        boolean stepped,
        @Nullable BigDecimal objectiveCap,
        boolean retired,
        int version,
        List<PayoutCurve.Concern> concerns) {

    @JsonIgnore
    public PayoutCurve curve() {
        return new PayoutCurve(points, stepped);
    }
}
