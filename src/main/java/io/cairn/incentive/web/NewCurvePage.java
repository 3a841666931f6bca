package io.cairn.incentive.web;

import io.cairn.incentive.PayoutCurve;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payout curve that is to be made.
 *
 * @param preview null as long as the points make no curve
 * @param missing why they make none
 */
public record NewCurvePage(CurveForm form, @Nullable PayoutCurve preview, List<String> missing, List<Problem> problems)
        implements FullPage {

    @Override
    public String title() {
        return "New payout curve";
    }

    @Override
    public Section section() {
        return Section.PAY;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }
}
