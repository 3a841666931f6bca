package io.cairn.web.part;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plan chart in a box of 420 by 132: the plan from baseline to target, the check-ins, today and a few names. Nothing is
 * drawn for what is missing.
 *
 * @param plan points of the dashed line; empty without one
 * @param lower points of a second dashed line, where a value is to stay between two; otherwise empty
 * @param real points of the check-ins' line; empty with fewer than two
 * @param marks where the check-ins are, but the last
 * @param last the last check-in
 * @param today x of the line; null where today lies outside
 * @param rings where the plan ends and, where it differs from the last check-in, where it stands today
 */
public record Plot(
        String plan,
        String lower,
        String real,
        List<Place> marks,
        @Nullable Place last,
        String tone,
        String axis,
        @Nullable String today,
        List<Place> rings,
        List<Text> texts) {
    private static final Frame.Box BOX = new Frame.Box(8, 352, 14, 108);
    private static final Frame.Box WITHOUT_TARGET = new Frame.Box(8, 380, 14, 108);
    private static final double FLOOR = 108.5;
    private static final int MOST_MARKS = 60;
    private static final double APART = 5;

    public record Place(String x, String y) {}

    /** A name in the drawing; anchor is {@code start} or {@code end}. */
    public record Text(String x, String y, String anchor, boolean strong, String words) {}

    /**
     * What the chart names, ready for people: the last value, the plan's value today ({@code plan 42}) and the target.
     * Null where there is none.
     */
    public record Names(
            @Nullable String now,
            @Nullable String planned,
            @Nullable String target,
            @Nullable String least) {
        public Names(@Nullable String now, @Nullable String planned, @Nullable String target) {
            this(now, planned, target, null);
        }
    }

    /** Points oldest first; the plan's last point is the target. */
    public static Plot of(List<Point> actual, List<Point> plan, LocalDate today, Names names, @Nullable String health) {
        return of(actual, plan, List.of(), today, names, health);
    }

    /** The same between two lines; the plan is the upper one. */
    public static Plot of(
            List<Point> actual,
            List<Point> plan,
            List<Point> lower,
            LocalDate today,
            Names names,
            @Nullable String health) {
        if (actual.isEmpty() && plan.isEmpty()) {
            return new Plot("", "", "", List.of(), null, Mark.toneOf(health), "", null, List.of(), List.of());
        }
        var lines = Stream.concat(plan.stream(), lower.stream()).toList();
        var frame = Frame.around(actual, lines, lines.isEmpty() ? WITHOUT_TARGET : BOX);
        if (plan.isEmpty() && today.isAfter(frame.until())) {
            frame = frame.until(today);
        }
        return new Drawing(frame, actual, plan, lower, today, names).plot(Mark.toneOf(health));
    }

    private static final class Drawing {
        private final Frame frame;
        private final List<Point> actual;
        private final List<Point> plan;
        private final List<Point> lower;
        private final LocalDate today;
        private final Names names;
        private final List<Place> rings = new ArrayList<>();
        private final List<Text> texts = new ArrayList<>();

        Drawing(Frame frame, List<Point> actual, List<Point> plan, List<Point> lower, LocalDate today, Names names) {
            this.lower = lower;
            this.frame = frame;
            this.actual = actual;
            this.plan = plan;
            this.today = today;
            this.names = names;
        }

        Plot plot(String tone) {
            boolean within = !today.isBefore(frame.from()) && !today.isAfter(frame.until());
            String axis = axis();
            target();
            least();
            if (within) {
                plannedToday();
                nameToday();
            }
            nameLast();
            return new Plot(
                    plan.size() < 2 ? "" : frame.line(plan),
                    lower.size() < 2 ? "" : frame.line(lower),
                    actual.size() < 2 ? "" : frame.line(actual),
                    marks(),
                    actual.isEmpty() ? null : place(actual.getLast()),
                    tone,
                    axis,
                    within ? Frame.number(frame.x(today)) : null,
                    rings,
                    texts);
        }

        private String axis() {
            var path = new StringBuilder(
                    "M8 " + FLOOR + "H" + Frame.number(frame.box().right()));
            for (Months.Label label : Months.between(frame.from(), frame.until())) {
                double x = frame.x(label.day());
                path.append('M').append(Frame.number(x)).append(" 108v4");
                text(x, 126, "start", false, label.text());
            }
            return path.append('M')
                    .append(Frame.number(frame.box().right()))
                    .append(" 108v4")
                    .toString();
        }

        private void target() {
            if (plan.isEmpty()) {
                return;
            }
            Point end = plan.getLast();
            double y = frame.y(end.value());
            rings.add(place(end));
            if (names.target() != null) {
                double x = frame.x(end.day()) + 9;
                text(x, y + 4, "start", true, names.target());
                text(x, y > 90 ? y - 10 : y + 18, "start", false, lower.isEmpty() ? "target" : "at most");
            }
        }

        private void least() {
            if (lower.isEmpty() || names.least() == null) {
                return;
            }
            Point end = lower.getLast();
            double x = frame.x(end.day()) + 9;
            double y = frame.y(end.value());
            text(x, y + 4, "start", true, names.least());
            text(x, y - 10, "start", false, "at least");
        }

        private void plannedToday() {
            Double planned = plannedAt(today);
            if (planned == null
                    || actual.isEmpty()
                    || !today.isBefore(plan.getLast().day())) {
                return;
            }
            double y = frame.y(planned);
            double real = frame.y(actual.getLast().value());
            if (Math.abs(y - real) < APART) {
                return;
            }
            double x = frame.x(today);
            rings.add(new Place(Frame.number(x), Frame.number(y)));
            if (names.planned() != null && !nearEnd(x)) {
                boolean left = y < real != falls() && x > 70;
                text(left ? x - 8 : x + 8, y < real ? y - 7 : y + 15, left ? "end" : "start", false, names.planned());
            }
        }

        /** At the top of its line, or at its foot where the drawing's end leaves no room at the top. */
        private void nameToday() {
            double x = frame.x(today);
            boolean left = nearEnd(x);
            boolean crowded = left
                    && Stream.of(actual, plan)
                            .filter(points -> !points.isEmpty())
                            .anyMatch(points -> frame.y(points.getLast().value()) < 40);
            text(x + (left ? -5 : 5), crowded ? 104 : 13, left ? "end" : "start", false, "today");
        }

        private void nameLast() {
            if (actual.isEmpty() || names.now() == null) {
                return;
            }
            Point last = actual.getLast();
            double x = frame.x(last.day());
            boolean left = nearEnd(x);
            text(left ? x - 8 : x + 8, besidePlan(last), left ? "end" : "start", true, names.now());
        }

        private boolean nearEnd(double x) {
            return x > frame.box().right() - 60;
        }

        /** On the other side of the dot than the plan, and within the drawing. */
        private double besidePlan(Point last) {
            double y = frame.y(last.value());
            boolean above = isAbovePlan(last, y);
            if (y < 36) {
                above = false;
            } else if (y > 92) {
                above = true;
            }
            return above ? y - 10 : y + 18;
        }

        private boolean isAbovePlan(Point last, double y) {
            Double planned = plannedAt(last.day());
            if (planned != null && Math.abs(frame.y(planned) - y) >= APART) {
                return y < frame.y(planned);
            }
            return falls();
        }

        private boolean falls() {
            return !plan.isEmpty()
                    && plan.getLast().value().compareTo(plan.getFirst().value()) < 0;
        }

        private List<Place> marks() {
            if (actual.size() < 2 || actual.size() > MOST_MARKS) {
                return List.of();
            }
            return actual.subList(0, actual.size() - 1).stream()
                    .map(this::place)
                    .toList();
        }

        private @Nullable Double plannedAt(LocalDate day) {
            for (int next = 1; next < plan.size(); next++) {
                Point from = plan.get(next - 1);
                Point to = plan.get(next);
                if (!day.isBefore(from.day()) && !day.isAfter(to.day())) {
                    return between(from, to, day);
                }
            }
            return null;
        }

        private static double between(Point from, Point to, LocalDate day) {
            long length = ChronoUnit.DAYS.between(from.day(), to.day());
            double share = length == 0 ? 1 : (double) ChronoUnit.DAYS.between(from.day(), day) / length;
            BigDecimal change = to.value().subtract(from.value());
            return from.value().doubleValue() + share * change.doubleValue();
        }

        private Place place(Point point) {
            return new Place(Frame.number(frame.x(point.day())), Frame.number(frame.y(point.value())));
        }

        private void text(double x, double y, String anchor, boolean strong, String words) {
            texts.add(new Text(Frame.number(x), Frame.number(y), anchor, strong, words));
        }
    }
}
