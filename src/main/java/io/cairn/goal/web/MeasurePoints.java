package io.cairn.goal.web;

import io.cairn.goal.CheckIn;
import io.cairn.goal.CheckInContent.MilestoneDone;
import io.cairn.goal.Counting;
import io.cairn.goal.Expected;
import io.cairn.goal.Goal;
import io.cairn.goal.Level;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureKind;
import io.cairn.goal.MeasureTerms;
import io.cairn.goal.Milestone;
import io.cairn.goal.PlanPoint;
import io.cairn.goal.Profile;
import io.cairn.goal.Target;
import io.cairn.goal.Window;
import io.cairn.kernel.Comparator;
import io.cairn.web.part.Point;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A measure's check-ins and plan as points to draw, in the measure's unit, or as a share done where it has none. */
final class MeasurePoints {
    private static final int CURVE = 16;

    private MeasurePoints() {}

    /** @param checkIns oldest first */
    static List<Point> actual(Measure measure, List<CheckIn> checkIns, ZoneId zone) {
        List<Point> points = new ArrayList<>();
        BigDecimal sum = measure.baseline() == null ? BigDecimal.ZERO : measure.baseline();
        Map<String, BigDecimal> done = new HashMap<>();
        for (CheckIn checkIn : checkIns) {
            LocalDate day = LocalDate.ofInstant(checkIn.at(), zone);
            if (measure.kind() == MeasureKind.MILESTONE) {
                collect(checkIn, done);
                points.add(new Point(day, share(measure.milestones(), done)));
            } else if (measure.kind() == MeasureKind.RUBRIC) {
                points.add(new Point(day, score(measure.levels(), checkIn.level())));
            } else if (checkIn.value() != null) {
                sum = measure.counting() == Counting.INCREMENT ? sum.add(checkIn.value()) : checkIn.value();
                points.add(new Point(day, sum));
            }
        }
        return points;
    }

    private static void collect(CheckIn checkIn, Map<String, BigDecimal> done) {
        if (checkIn.milestones() != null) {
            for (MilestoneDone one : checkIn.milestones()) {
                if (one.done() != null) {
                    done.put(one.name(), one.done());
                }
            }
        }
    }

    private static BigDecimal share(List<Milestone> milestones, Map<String, BigDecimal> done) {
        BigDecimal weights = BigDecimal.ZERO;
        BigDecimal reached = BigDecimal.ZERO;
        for (Milestone milestone : milestones) {
            weights = weights.add(milestone.weight());
            reached = reached.add(milestone.weight().multiply(done.getOrDefault(milestone.name(), BigDecimal.ZERO)));
        }
        return weights.signum() == 0 ? BigDecimal.ZERO : reached.divide(weights, MathContext.DECIMAL64);
    }

    private static BigDecimal score(List<Level> levels, @Nullable String name) {
        return levels.stream()
                .filter(level -> level.name().equals(name))
                .map(Level::score)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** From the start to the due day; a changed target shows as a step on the day it changed. */
    static List<Point> plan(Goal goal, Measure measure) {
        if (goal.startsOn() == null || goal.endsOn() == null) {
            return List.of();
        }
        Window window = Window.of(measure.terms(), goal.startsOn(), goal.endsOn());
        return switch (measure.kind()) {
            case INCREASE, DECREASE, KPI_LINKED -> way(measure, window);
            case MAINTAIN ->
                level(window, measure.comparator() == Comparator.BETWEEN ? measure.high() : measure.target());
            case RANGE -> level(window, measure.openAbove() ? null : measure.high());
            case MILESTONE -> steps(measure, window);
            case BOOLEAN, RUBRIC -> List.of();
        };
    }

    private static List<Point> level(Window window, @Nullable BigDecimal value) {
        return value == null
                ? List.of()
                : List.of(new Point(window.startsOn(), value), new Point(window.endsOn(), value));
    }

    /** The lower end of what a value is to stay within; empty for every other kind. */
    static List<Point> lower(Goal goal, Measure measure) {
        boolean between = measure.kind() == MeasureKind.RANGE || measure.comparator() == Comparator.BETWEEN;
        if (!between || goal.startsOn() == null || goal.endsOn() == null) {
            return List.of();
        }
        return level(Window.of(measure.terms(), goal.startsOn(), goal.endsOn()), measure.low());
    }

    private static List<Point> way(Measure measure, Window window) {
        if (measure.baseline() == null || measure.target() == null) {
            return List.of();
        }
        List<Point> points = new ArrayList<>();
        TreeSet<LocalDate> days = sampled(measure.terms(), window);
        for (Target target : measure.targets()) {
            LocalDate changed = target.fromOn();
            if (changed.isAfter(window.startsOn()) && changed.isBefore(window.endsOn())) {
                days.add(changed);
            }
        }
        for (LocalDate day : days) {
            BigDecimal before = targetOn(day.minusDays(1), measure);
            BigDecimal now = targetOn(day, measure);
            if (before.compareTo(now) != 0 && day.isAfter(window.startsOn())) {
                points.add(new Point(day, planned(measure, window, before, day)));
            }
            points.add(new Point(day, planned(measure, window, now, day)));
        }
        return points;
    }

    /** Where the line bends: its ends for a steady plan, its points for a written one, enough places for a curve. */
    private static TreeSet<LocalDate> sampled(MeasureTerms terms, Window window) {
        var days = new TreeSet<LocalDate>(List.of(window.startsOn(), window.endsOn()));
        switch (terms.profile()) {
            case LINEAR, MILESTONES -> {}
            case STEP -> days.add(window.endsOn().minusDays(1));
            case PLAN ->
                terms.planPoints().stream()
                        .map(PlanPoint::on)
                        .filter(day -> day.isAfter(window.startsOn()) && day.isBefore(window.endsOn()))
                        .forEach(days::add);
            case BACK_LOADED, FRONT_LOADED, S_CURVE -> {
                for (int i = 1; i < CURVE; i++) {
                    days.add(window.startsOn().plusDays(i * (window.days() - 1) / CURVE));
                }
            }
        }
        days.removeIf(day -> day.isBefore(window.startsOn()));
        return days;
    }

    private static BigDecimal targetOn(LocalDate day, Measure measure) {
        return Objects.requireNonNullElse(measure.targetOn(day), Objects.requireNonNull(measure.target()));
    }

    private static BigDecimal planned(Measure measure, Window window, BigDecimal target, LocalDate day) {
        BigDecimal baseline = Objects.requireNonNull(measure.baseline());
        BigDecimal share = Expected.of(measure.terms(), window, day, null);
        return baseline.add(target.subtract(baseline).multiply(share), MathContext.DECIMAL64);
    }

    /** What the plan asks for on a day; null where there is no such line. */
    static @Nullable BigDecimal plannedOn(Goal goal, Measure measure, LocalDate day) {
        if (goal.startsOn() == null
                || goal.endsOn() == null
                || measure.baseline() == null
                || measure.target() == null
                || !measure.kind().directional()
                || measure.terms().profile() == Profile.STEP) {
            return null;
        }
        Window window = Window.of(measure.terms(), goal.startsOn(), goal.endsOn());
        return window.over(day) ? null : planned(measure, window, measure.target(), day);
    }

    private static List<Point> steps(Measure measure, Window window) {
        var days = new TreeSet<LocalDate>(List.of(window.startsOn(), window.endsOn()));
        for (Milestone milestone : measure.milestones()) {
            LocalDate due = milestone.dueOn();
            if (due != null && due.isAfter(window.startsOn()) && !due.isAfter(window.endsOn())) {
                days.add(due.minusDays(1));
                days.add(due);
            }
        }
        return days.stream()
                .map(day -> new Point(day, Expected.of(measure.terms(), window, day, null)))
                .toList();
    }

    /** The line up to a day, its last point in between where it does not bend on that day. */
    static List<Point> until(List<Point> line, LocalDate day) {
        List<Point> part = new ArrayList<>();
        for (Point point : line) {
            if (point.day().isAfter(day)) {
                if (!part.isEmpty() && part.getLast().day().isBefore(day)) {
                    part.add(between(part.getLast(), point, day));
                }
                return part;
            }
            part.add(point);
        }
        return part;
    }

    private static Point between(Point from, Point to, LocalDate day) {
        BigDecimal span = BigDecimal.valueOf(to.day().toEpochDay() - from.day().toEpochDay());
        BigDecimal passed = BigDecimal.valueOf(day.toEpochDay() - from.day().toEpochDay());
        BigDecimal change = to.value().subtract(from.value()).multiply(passed).divide(span, MathContext.DECIMAL64);
        return new Point(day, from.value().add(change));
    }
}
