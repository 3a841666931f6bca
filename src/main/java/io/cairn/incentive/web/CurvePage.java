package io.cairn.incentive.web;

import io.cairn.incentive.CurveDrawing;
import io.cairn.incentive.KeptCurve;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.math.BigDecimal;
import java.util.List;

/**
 * One payout curve.
 *
 * @param name as it was typed
 */
public record CurvePage(KeptCurve kept, String name, boolean keeper, List<Problem> problems) implements FullPage {

    public static String percent(BigDecimal share) {
        return CurveDrawing.percent(share);
    }

    @Override
    public String title() {
        return kept.name();
    }

    @Override
    public Section section() {
        return keeper ? Section.PAY : Section.NONE;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }
}
