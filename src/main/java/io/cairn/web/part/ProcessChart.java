package io.cairn.web.part;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process behaviour chart in a box of 1120 by 290: values by period, the limits of what is noise, targets as they stepped,
 * and what is more than noise.
 *
 * @param zones where a value is near or off its target
 * @param lines paths by what they are: {@code limit}, {@code mean}, {@code goal}, {@code break}
 * @param real the values' lines; a missing period parts them
 */
public record ProcessChart(
        List<Zone> zones, String axis, List<Line> lines, List<String> real, List<Dot> dots, List<Text> texts) {

    /**
     * What is drawn.
     *
     * @param steps a step for each period, earliest first; at least one
     * @param limits null where there are too few values for them
     */
    public record Content(
            List<Step> steps, List<Goal> goals, @Nullable Limits limits, List<Break> breaks) {}

    /**
     * One period.
     *
     * @param value null where it is missing
     * @param words the period and its value, for whoever points at it
     * @param hollow whether the value is provisional
     * @param tone {@code on}, {@code risk}, {@code off} or {@code none}
     * @param signal why it is a signal, in few words; null where it is noise
     */
    public record Step(
            String name,
            @Nullable BigDecimal value,
            String words,
            boolean hollow,
            String tone,
            @Nullable String signal) {}

    /**
     * The target of the periods from one to another, both included.
     *
     * @param lines where the target is: one value, or the two ends of a band
     * @param label such as {@code target > 20}
     */
    public record Goal(int first, int last, List<BigDecimal> lines, List<Span> spans, String label) {}

    /** Values that are near ({@code risk}) or off target; an end that is null is the drawing's. */
    public record Span(
            String tone, @Nullable BigDecimal low, @Nullable BigDecimal high, String label) {}

    /**
     * The natural limits from a period on.
     *
     * @param provisional whether they rest on too few values to stand
     */
    public record Limits(
            int first,
            boolean provisional,
            BigDecimal mean,
            BigDecimal upper,
            BigDecimal lower,
            String meanLabel,
            String upperLabel,
            String lowerLabel) {}

    /** Something changed between the period before and this one. */
    public record Break(int step, String label) {}

    public record Zone(String tone, String x, String y, String width, String height) {}

    public record Line(String look, String path) {}

    /** A value; a signal has a ring around it. */
    public record Dot(String x, String y, String tone, boolean hollow, boolean signal, String words) {}

    /** A name in the drawing; anchor is {@code start}, {@code middle} or {@code end}. */
    public record Text(String x, String y, String anchor, String look, String words) {}

    public static ProcessChart of(Content content) {
        return new ProcessDrawing(content).chart();
    }
}
