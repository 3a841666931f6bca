package io.cairn.incentive;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Needed;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The points of a curve as they are written.
 *
 * @param stepped whether a payout holds from its point to the next; straight from point to point without it
 */
public record CurveContent(
        @Needed @Nullable List<@Nullable PointContent> points,
        @Nullable Boolean stepped) {

    /** Both as shares: 0.8 is 80 %. */
    public record PointContent(
            @Needed @Nullable BigDecimal attainment,
            @Needed @Nullable BigDecimal payout) {}

    /** What keeps it from being a curve; fields are named as here. */
    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        var written = points == null ? List.<@Nullable PointContent>of() : points;
        for (int i = 0; i < written.size(); i++) {
            var point = written.get(i);
            check(problems, "points[" + i + "].attainment", point == null ? null : point.attainment());
            check(problems, "points[" + i + "].payout", point == null ? null : point.payout());
        }
        return problems.isEmpty() ? curve().problems() : problems;
    }

    private static void check(List<Problem> problems, String field, @Nullable BigDecimal value) {
        if (value == null) {
            problems.add(GeneralProblem.REQUIRED.at(field));
            return;
        }
        var wrong = Quantity.problem(value);
        if (wrong != null) {
            problems.add(wrong.at(field));
        }
    }

    /** The points that are there; ask {@link #problems()} first. */
    public PayoutCurve curve() {
        var kept = new ArrayList<PayoutCurve.Point>();
        for (var point : points == null ? List.<@Nullable PointContent>of() : points) {
            if (point != null && point.attainment() != null && point.payout() != null) {
                kept.add(new PayoutCurve.Point(point.attainment(), point.payout()));
            }
        }
        return new PayoutCurve(kept, Boolean.TRUE.equals(stepped));
    }
}
