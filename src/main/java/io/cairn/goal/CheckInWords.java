package io.cairn.goal;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Display;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a measure says now and what it is to say, in a few words. */
public final class CheckInWords {
    private CheckInWords() {}

    /** {@code 89.6 %}, {@code 2 of 4 done}, {@code Yes}, {@code Target}; a dash without a check-in. */
    public static String now(Measure measure) {
        if (measure.checkIns() == 0) {
            return Display.NONE;
        }
        return switch (measure.kind()) {
            case INCREASE, DECREASE, MAINTAIN, RANGE, KPI_LINKED -> Display.value(measure.current(), measure.unit());
            case MILESTONE -> done(measure) + " of " + measure.milestones().size() + " done";
            case BOOLEAN -> isYes(measure.current()) ? "Yes" : "Not yet";
            case RUBRIC -> level(measure, measure.level());
        };
    }

    /** What one check-in said, in the same words; of a count what was added. Milestones are told as they are after it. */
    static String said(Measure after, CheckInContent content) {
        BigDecimal value = content.value();
        return switch (after.kind()) {
            case INCREASE, DECREASE, MAINTAIN, RANGE, KPI_LINKED ->
                (after.counting() == Counting.INCREMENT && value != null && value.signum() > 0 ? "+" : "")
                        + Display.value(value, after.unit());
            case MILESTONE -> done(after) + " of " + after.milestones().size() + " done";
            case BOOLEAN -> isYes(value) ? "Yes" : "Not yet";
            case RUBRIC -> level(after, content.level());
        };
    }

    /** {@code 92 %}, {@code less than 12 h}, {@code 20 to 30 %}, {@code all 4 done}. */
    public static String target(Measure measure) {
        return switch (measure.kind()) {
            case INCREASE, DECREASE, MAINTAIN, KPI_LINKED -> direct(measure);
            case RANGE -> band(measure);
            case MILESTONE -> "all " + measure.milestones().size() + " done";
            case BOOLEAN -> "yes";
            case RUBRIC ->
                measure.levels().isEmpty() ? "" : name(highest(measure)).toLowerCase(Locale.ENGLISH);
        };
    }

    /** The usual levels are named in capitals for programs; people read {@code Not started}. */
    public static String name(Level level) {
        String name = level.name();
        if (!name.equals(name.toUpperCase(Locale.ROOT))) {
            return name;
        }
        String words = name.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String direct(Measure measure) {
        if (measure.comparator() == Comparator.BETWEEN) {
            return band(measure);
        }
        String target = Display.value(measure.target(), measure.unit());
        boolean strict = measure.comparator() == Comparator.LT || measure.comparator() == Comparator.GT;
        return strict && measure.comparator() != null ? measure.comparator().label() + " " + target : target;
    }

    private static String band(Measure measure) {
        return Display.number(measure.low()) + " to " + Display.value(measure.high(), measure.unit());
    }

    private static long done(Measure measure) {
        return measure.milestones().stream()
                .map(Milestone::done)
                .filter(done -> done.compareTo(BigDecimal.ONE) >= 0)
                .count();
    }

    private static boolean isYes(@Nullable BigDecimal value) {
        return value != null && value.signum() > 0;
    }

    private static String level(Measure measure, @Nullable String reached) {
        return measure.levels().stream()
                .filter(level -> level.name().equals(reached))
                .findFirst()
                .map(CheckInWords::name)
                .orElse(Display.NONE);
    }

    private static Level highest(Measure measure) {
        return measure.levels().stream()
                .max(java.util.Comparator.comparing(Level::score))
                .orElseThrow();
    }
}
