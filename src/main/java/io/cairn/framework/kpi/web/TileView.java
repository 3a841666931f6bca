package io.cairn.framework.kpi.web;

import io.cairn.metric.Direction;
import io.cairn.metric.Frequency;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricFigures;
import io.cairn.metric.MetricState;
import io.cairn.metric.MetricStatus;
import io.cairn.metric.Trend;
import io.cairn.web.part.Point;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A metric as a tile shows it. */
public record TileView(Metric metric, boolean wide, LocalDate today) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter OTHER_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /**
     * How far the value is from another.
     *
     * @param tone the colour's name: on, off or none
     * @param judged {@code better} or {@code worse}; empty where neither
     */
    public record Change(String words, String than, String tone, String judged) {}

    public UUID id() {
        return metric.id();
    }

    public String href() {
        return "/metrics/" + metric.id();
    }

    public MetricFigures figures() {
        return metric.figures();
    }

    public Amount value() {
        return Amount.of(figures().value(), metric.sheet());
    }

    public @Nullable String target() {
        return Amount.target(metric.sheet(), figures());
    }

    /** Without staleness, which stands beside it. */
    public String status() {
        return figures().judged().name();
    }

    public boolean stale() {
        return figures().status() == MetricStatus.STALE;
    }

    /** What keeps it from being measured; null while it is active. */
    public @Nullable String state() {
        return metric.state() == MetricState.ACTIVE ? null : metric.state().label();
    }

    /** Where it is going; null unless a signal says so. */
    public @Nullable Trend trend() {
        Trend trend = figures().trend();
        return trend == Trend.STABLE ? null : trend;
    }

    public String trendIcon() {
        return figures().trend() == Trend.UP ? "trending-up" : "trending-down";
    }

    public @Nullable Change previous() {
        return change(figures().previous(), "than " + before(metric.sheet().frequency()));
    }

    public @Nullable Change yearAgo() {
        return change(figures().yearAgo(), "than a year ago");
    }

    private static String before(Frequency frequency) {
        return switch (frequency) {
            case DAILY -> "the day before";
            case WEEKLY -> "the week before";
            case BIWEEKLY -> "two weeks before";
            case MONTHLY -> "the month before";
            case QUARTERLY -> "the quarter before";
            case ANNUAL -> "the year before";
        };
    }

    private @Nullable Change change(@Nullable BigDecimal then, String than) {
        BigDecimal now = figures().value();
        if (then == null || now == null) {
            return null;
        }
        int good = improvement(then, now);
        return new Change(
                Amount.difference(now.subtract(then), metric.sheet()),
                than,
                good > 0 ? "on" : good < 0 ? "off" : "none",
                good > 0 ? "better" : good < 0 ? "worse" : "");
    }

    /** Above 0 where now is better than then, below where it is worse; 0 where nothing says which way is good. */
    private int improvement(BigDecimal then, BigDecimal now) {
        return switch (metric.sheet().direction()) {
            case HIGHER -> now.compareTo(then);
            case LOWER -> then.compareTo(now);
            case BAND -> outside(then).compareTo(outside(now));
            case NONE -> 0;
        };
    }

    private BigDecimal outside(BigDecimal value) {
        BigDecimal low = figures().low();
        BigDecimal high = figures().high();
        if (low == null || high == null) {
            return BigDecimal.ZERO;
        }
        return low.subtract(value).max(value.subtract(high)).max(BigDecimal.ZERO);
    }

    /** The last thirteen periods, as far apart as periods are. */
    public List<Point> actual() {
        List<@Nullable BigDecimal> recent = figures().recent();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < recent.size(); i++) {
            BigDecimal value = recent.get(i);
            if (value != null) {
                points.add(new Point(LocalDate.EPOCH.plusDays(i), value));
            }
        }
        return points;
    }

    /** The target as it is now, for the whole width; none for a band. */
    public List<Point> plan() {
        BigDecimal target = figures().target();
        int periods = figures().recent().size();
        return target == null || periods < 2
                ? List.of()
                : List.of(
                        new Point(LocalDate.EPOCH, target), new Point(LocalDate.EPOCH.plusDays(periods - 1L), target));
    }

    public boolean drawn() {
        return actual().size() > 1;
    }

    public String drawing() {
        List<Point> points = actual();
        return points.size() + " values from "
                + Amount.of(points.getFirst().value(), metric.sheet()).words() + " to "
                + Amount.of(points.getLast().value(), metric.sheet()).words();
    }

    /** The health whose colour the last point has. */
    public @Nullable String dot() {
        return switch (figures().status()) {
            case GREEN -> "ON_TARGET";
            case AMBER -> "NEAR_TARGET";
            case RED -> "OFF_TARGET";
            case NO_DATA, STALE, MONITOR -> null;
        };
    }

    /** {@code as of 9 Aug, 6 days}. */
    public String age() {
        LocalDate asOf = figures().asOf();
        if (asOf == null) {
            return "no value yet";
        }
        long days = ChronoUnit.DAYS.between(asOf, today);
        return "as of " + day(asOf) + (days < 0 ? ", still running" : days == 0 ? ", today" : ", " + counted(days));
    }

    private static String counted(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private String day(LocalDate day) {
        return (day.getYear() == today.getYear() ? DAY : OTHER_YEAR).format(day);
    }

    /** Where the viewer says why it is red; null where nobody asks them. */
    public @Nullable String why() {
        return figures().noteMissing() && metric.mayEdit() && metric.state() == MetricState.ACTIVE
                ? "/alerts/why/" + metric.id()
                : null;
    }

    /** Whether the red is unexplained and others are asked. */
    public boolean unexplained() {
        return figures().noteMissing() && why() == null;
    }

    public boolean watched() {
        return metric.sheet().direction() == Direction.NONE;
    }

    /** The signal in words; null without one. */
    public @Nullable String signal() {
        return figures().signal() == null
                ? null
                : Objects.requireNonNull(figures().signal()).label();
    }
}
