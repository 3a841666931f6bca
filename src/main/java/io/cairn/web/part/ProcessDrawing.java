package io.cairn.web.part;

import io.cairn.web.part.ProcessChart.Break;
import io.cairn.web.part.ProcessChart.Content;
import io.cairn.web.part.ProcessChart.Dot;
import io.cairn.web.part.ProcessChart.Goal;
import io.cairn.web.part.ProcessChart.Limits;
import io.cairn.web.part.ProcessChart.Line;
import io.cairn.web.part.ProcessChart.Span;
import io.cairn.web.part.ProcessChart.Step;
import io.cairn.web.part.ProcessChart.Text;
import io.cairn.web.part.ProcessChart.Zone;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Places a process behaviour chart's periods and values in its box. */
final class ProcessDrawing {
    private static final double LEFT = 44;
    private static final double RIGHT = 1000;
    private static final double TOP = 20;
    private static final double BOTTOM = 256;
    private static final double INSET = 24;
    private static final int MOST_NAMES = 8;
    private static final int MOST_TICKS = 5;
    private static final double ROW = 14;
    private static final List<BigDecimal> ROUND =
            List.of(BigDecimal.ONE, BigDecimal.TWO, new BigDecimal("5"), BigDecimal.TEN);

    private final Content content;
    private final double low;
    private final double high;
    private final List<Zone> zones = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();
    private final List<Beside> beside = new ArrayList<>();

    /** A name at the right edge that wants to stand at this height. */
    private record Beside(double y, String look, String words) {}

    ProcessDrawing(Content content) {
        this.content = content;
        List<BigDecimal> all = Stream.of(
                        content.steps().stream().map(Step::value),
                        content.goals().stream().flatMap(goal -> goal.lines().stream()),
                        content.goals().stream()
                                .flatMap(goal -> goal.spans().stream())
                                .flatMap(span -> Stream.of(span.low(), span.high())),
                        Stream.ofNullable(content.limits())
                                .flatMap(limits -> Stream.of(limits.upper(), limits.lower(), limits.mean())))
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        double least = all.isEmpty() ? 0 : all.getFirst().doubleValue();
        double most = all.isEmpty() ? 1 : all.getLast().doubleValue();
        double room = most == least ? Math.max(1, Math.abs(most) / 10) : (most - least) * 0.08;
        this.low = least - room;
        this.high = most + room;
    }

    ProcessChart chart() {
        content.goals().forEach(this::zones);
        String axis = "M" + Frame.number(LEFT) + " 256.5H" + Frame.number(RIGHT);
        ticks();
        periods();
        Limits limits = content.limits();
        if (limits != null) {
            limits(limits);
        }
        content.goals().forEach(this::goal);
        content.breaks().forEach(this::interruption);
        signals();
        besides();
        return new ProcessChart(zones, axis, lines, real(), dots(), texts);
    }

    private double x(int step) {
        int last = content.steps().size() - 1;
        double share = last == 0 ? 0.5 : (double) step / last;
        return LEFT + INSET + share * (RIGHT - LEFT - 2 * INSET);
    }

    /** Half way to the period before. */
    private double edge(int step) {
        int all = content.steps().size();
        return step <= 0 ? LEFT : step >= all ? RIGHT : (x(step - 1) + x(step)) / 2;
    }

    private double y(double value) {
        return BOTTOM - (value - low) / (high - low) * (BOTTOM - TOP);
    }

    private double y(BigDecimal value) {
        return y(value.doubleValue());
    }

    private void zones(Goal goal) {
        double from = edge(goal.first());
        double width = edge(goal.last() + 1) - from;
        for (Span span : goal.spans()) {
            double top = span.high() == null ? TOP : y(span.high());
            double bottom = span.low() == null ? BOTTOM : y(span.low());
            zones.add(new Zone(
                    span.tone(),
                    Frame.number(from),
                    Frame.number(top),
                    Frame.number(width),
                    Frame.number(Math.max(0, bottom - top))));
            if (!span.label().isEmpty() && bottom - top > 16 && width > 140) {
                text(from + 8, (top + bottom) / 2 + 4, "start", span.tone() + "-text", span.label());
            }
        }
    }

    private void ticks() {
        BigDecimal step = tick(BigDecimal.valueOf((high - low) / MOST_TICKS));
        BigDecimal first =
                BigDecimal.valueOf(low).divide(step, 0, RoundingMode.CEILING).multiply(step);
        for (BigDecimal tick = first; tick.doubleValue() <= high; tick = tick.add(step)) {
            text(LEFT - 8, y(tick) + 4, "end", "", io.cairn.kernel.Display.number(tick));
        }
    }

    /** The next of 1, 2, 5, 10, 20 … that is not smaller. */
    private static BigDecimal tick(BigDecimal least) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
        return ROUND.stream()
                .map(power::multiply)
                .filter(step -> step.compareTo(least) >= 0)
                .findFirst()
                .orElse(least.round(new MathContext(1, RoundingMode.UP)));
    }

    private void periods() {
        int all = content.steps().size();
        int apart = Math.ceilDiv(all, MOST_NAMES);
        for (int step = (all - 1) % apart; step < all; step += apart) {
            text(x(step), 276, "middle", "", content.steps().get(step).name());
        }
    }

    private void limits(Limits limits) {
        String from = "M" + Frame.number(edge(limits.first())) + " ";
        String across = "H" + Frame.number(RIGHT);
        String look = limits.provisional() ? "limit" : "limit limit-firm";
        for (BigDecimal limit : List.of(limits.upper(), limits.lower())) {
            lines.add(new Line(look, from + Frame.number(y(limit)) + across));
        }
        lines.add(new Line("mean", from + Frame.number(y(limits.mean())) + across));
        beside.add(new Beside(y(limits.upper()), "", limits.upperLabel()));
        beside.add(new Beside(y(limits.mean()), "", limits.meanLabel()));
        beside.add(new Beside(y(limits.lower()), "", limits.lowerLabel()));
    }

    private void goal(Goal goal) {
        for (BigDecimal line : goal.lines()) {
            lines.add(new Line(
                    "goal",
                    "M" + Frame.number(edge(goal.first())) + " " + Frame.number(y(line)) + "H"
                            + Frame.number(edge(goal.last() + 1))));
        }
        if (goal.last() == content.steps().size() - 1 && !goal.lines().isEmpty()) {
            beside.add(new Beside(y(goal.lines().getFirst()), "strong", goal.label()));
        }
    }

    private void interruption(Break change) {
        double x = edge(change.step());
        lines.add(new Line("break", "M" + Frame.number(x) + " 8V256"));
        boolean right = x > RIGHT - 160;
        text(right ? x - 5 : x + 5, 13, right ? "end" : "start", "", change.label());
    }

    /** The first signal of each row of them says why. */
    private void signals() {
        List<Step> steps = content.steps();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean goesOn = i > 0
                    && step.signal() != null
                    && step.signal().equals(steps.get(i - 1).signal());
            if (step.signal() == null || step.value() == null || goesOn) {
                continue;
            }
            boolean left = x(i) > (LEFT + RIGHT) / 2;
            text(left ? x(i) - 15 : x(i) + 15, y(step.value()) + 4, left ? "end" : "start", "strong", step.signal());
        }
    }

    /** Names at the right edge make room for each other, from the top down and back where they ran out. */
    private void besides() {
        List<Beside> wanted =
                beside.stream().sorted(Comparator.comparing(Beside::y)).toList();
        double[] y = wanted.stream().mapToDouble(Beside::y).toArray();
        for (int i = 1; i < y.length; i++) {
            y[i] = Math.max(y[i], y[i - 1] + ROW);
        }
        for (int i = y.length - 1; i >= 0; i--) {
            y[i] = Math.min(y[i], i == y.length - 1 ? BOTTOM : y[i + 1] - ROW);
        }
        for (int i = 0; i < y.length; i++) {
            text(
                    RIGHT + 10,
                    y[i] + 4,
                    "start",
                    wanted.get(i).look(),
                    wanted.get(i).words());
        }
    }

    private List<String> real() {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int points = 0;
        for (int i = 0; i <= content.steps().size(); i++) {
            BigDecimal value =
                    i == content.steps().size() ? null : content.steps().get(i).value();
            if (value != null) {
                part.append(points++ == 0 ? "" : " ").append(place(i, value));
            } else {
                if (points > 1) {
                    parts.add(part.toString());
                }
                part = new StringBuilder();
                points = 0;
            }
        }
        return parts;
    }

    private String place(int step, BigDecimal value) {
        return Frame.number(x(step)) + "," + Frame.number(y(value));
    }

    private List<Dot> dots() {
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < content.steps().size(); i++) {
            Step step = content.steps().get(i);
            @Nullable BigDecimal value = step.value();
            if (value != null) {
                dots.add(new Dot(
                        Frame.number(x(i)),
                        Frame.number(y(value)),
                        step.tone(),
                        step.hollow(),
                        step.signal() != null,
                        step.words()));
            }
        }
        return dots;
    }

    private void text(double x, double y, String anchor, String look, String words) {
        texts.add(new Text(Frame.number(x), Frame.number(y), anchor, look, words));
    }
}
