package io.cairn.web.part;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns days and values into places within a box; what does not vary stands in its middle. */
record Frame(LocalDate from, LocalDate until, double low, double high, Box box) {

    /** Left, right, top and bottom in the drawing's units; y grows downwards. */
    record Box(double left, double right, double top, double bottom) {}

    /** A frame that holds all points; the points must not all be missing. */
    static Frame around(List<Point> first, List<Point> second, Box box) {
        List<Point> all = Stream.concat(first.stream(), second.stream()).toList();
        var days = all.stream().map(Point::day).sorted().toList();
        var values = all.stream().map(Point::value).sorted().toList();
        return new Frame(
                days.getFirst(),
                days.getLast(),
                values.getFirst().doubleValue(),
                values.getLast().doubleValue(),
                box);
    }

    Frame until(LocalDate later) {
        return new Frame(from, later, low, high, box);
    }

    double x(LocalDate day) {
        long length = ChronoUnit.DAYS.between(from, until);
        double share = length == 0 ? 1 : (double) ChronoUnit.DAYS.between(from, day) / length;
        return box.left() + share * (box.right() - box.left());
    }

    double y(double value) {
        double share = high == low ? 0.5 : (value - low) / (high - low);
        return box.bottom() - share * (box.bottom() - box.top());
    }

    double y(BigDecimal value) {
        return y(value.doubleValue());
    }

    /** As the attribute {@code points} of a polyline. */
    String line(List<Point> points) {
        return points.stream()
                .map(point -> number(x(point.day())) + "," + number(y(point.value())))
                .collect(Collectors.joining(" "));
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
