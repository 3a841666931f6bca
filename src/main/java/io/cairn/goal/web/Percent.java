package io.cairn.goal.web;

import io.cairn.kernel.Display;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Ratios as pages show them: the number alone, its sign stands apart. */
final class Percent {
    private Percent() {}

    static String of(@Nullable BigDecimal progress, boolean achieved, boolean noData) {
        return progress == null || noData ? Display.NONE : String.valueOf(Display.percentage(progress, achieved));
    }

    static String of(@Nullable BigDecimal ratio) {
        return ratio == null ? Display.NONE : String.valueOf(Display.percentage(ratio));
    }

    static String label(
            @Nullable BigDecimal progress, @Nullable BigDecimal expected, boolean achieved, boolean noData) {
        String done =
                progress == null || noData ? "No progress yet" : "Progress " + of(progress, achieved, false) + " %";
        return expected == null ? done : done + ", expected " + of(expected) + " %";
    }
}
