package io.cairn.goal;

import io.cairn.kernel.Display;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A target told as a change: "grow by 15 %" is baseline and a share of it (frameworks 1.3). */
public final class RelativeTarget {
    private RelativeTarget() {}

    /**
     * The target, with six decimals at most.
     *
     * @param share 0.15 for 15 %; its sign is ignored, the kind says whether it grows or shrinks
     * @throws ProblemException RELATIVE_TARGET_NEEDS_NONZERO_BASELINE
     */
    public static BigDecimal of(MeasureKind kind, BigDecimal baseline, BigDecimal share) {
        if (baseline.signum() == 0) {
            throw GoalProblem.RELATIVE_TARGET_NEEDS_NONZERO_BASELINE
                    .at("relativeTarget")
                    .exception();
        }
        var change = baseline.abs().multiply(share.abs());
        var target = kind == MeasureKind.DECREASE ? baseline.subtract(change) : baseline.add(change);
        return Display.plain(target.setScale(Quantity.DECIMALS, RoundingMode.HALF_UP));
    }
}
