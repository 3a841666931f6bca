package io.cairn.incentive;

import java.util.stream.Collectors;

/** A curve in a sentence, for those who do not see its drawing. */
public final class CurveWords {
    private CurveWords() {}

    /** {@code 80 % pays 50 %, 100 % pays 100 %; straight between, nothing below, flat above.} */
    public static String of(PayoutCurve curve) {
        var points = curve.points().stream()
                .map(point ->
                        CurveDrawing.percent(point.attainment()) + " pays " + CurveDrawing.percent(point.payout()))
                .collect(Collectors.joining(", "));
        return points + (curve.stepped() ? "; in steps" : "; straight between") + ", nothing below, flat above.";
    }
}
