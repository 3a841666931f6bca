package io.cairn.goal;

import io.cairn.kernel.Explained;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Progress as a grade with one decimal; 1.0 is reserved for what is achieved (frameworks 1.9). */
public final class Grade {
    private static final Term HIGHEST_WITHOUT_ACHIEVING = Term.of("0.9");
    private static final BigDecimal YELLOW_FROM = new BigDecimal("0.4");
    private static final BigDecimal GREEN_FROM = new BigDecimal("0.7");

    private Grade() {}

    public static BigDecimal of(BigDecimal progress, boolean achieved) {
        return made(progress, achieved).value().setScale(1);
    }

    public static Band band(BigDecimal grade) {
        if (grade.compareTo(GREEN_FROM) >= 0) {
            return Band.GREEN;
        }
        return grade.compareTo(YELLOW_FROM) >= 0 ? Band.YELLOW : Band.RED;
    }

    static Explained<@Nullable BigDecimal> explain(@Nullable BigDecimal progress, boolean achieved, boolean noData) {
        if (progress == null || noData) {
            return Explanation.of(null, "grade", "There is no grade until there is data.", List.of());
        }
        return Explanation.of(
                of(progress, achieved),
                "grade",
                achieved
                        ? "Everything that counts is achieved."
                        : "Progress rounded to one decimal; 1.0 is kept for what is achieved.",
                List.of(made(progress, achieved).as("grade", "Grade")));
    }

    private static Term made(BigDecimal progress, boolean achieved) {
        return achieved
                ? Term.ONE
                : Term.given("progress", "Progress", progress).rounded(1).atMost(HIGHEST_WITHOUT_ACHIEVING);
    }
}
