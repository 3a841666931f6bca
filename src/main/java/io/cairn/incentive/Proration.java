package io.cairn.incentive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a period into the stretches in which one bonus target holds; days are inclusive (frameworks 2.3). */
public final class Proration {
    private Proration() {}

    /** A bonus target from a day on, until the next one. */
    public record Held(LocalDate from, BigDecimal amount, TargetBasis basis) {}

    /** Days away from work, both included. */
    public record Leave(LocalDate from, LocalDate to) {}

    /**
     * When somebody worked here.
     *
     * @param hired the first day; null for as long as anybody can remember
     * @param left the last day; null while they stay
     */
    public record Employment(
            @Nullable LocalDate hired, @Nullable LocalDate left) {
        public static final Employment ALWAYS = new Employment(null, null);
    }

    /** A stretch of the period. */
    public record Stretch(BigDecimal target, LocalDate from, LocalDate to, int periodDays) {
        public BonusSegment segment() {
            return new BonusSegment(target, Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1), periodDays);
        }
    }

    /** @param leave what takes days away; empty where the organisation keeps paying them */
    public static List<Stretch> stretches(
            List<Held> targets, PayPeriod period, Employment employment, List<Leave> leave) {
        var ordered = targets.stream().sorted(Comparator.comparing(Held::from)).toList();
        var stretches = new ArrayList<Stretch>();
        for (int i = 0; i < ordered.size(); i++) {
            var held = ordered.get(i);
            var next = i + 1 < ordered.size() ? ordered.get(i + 1).from().minusDays(1) : period.to();
            var from = later(later(held.from(), period.from()), employment.hired());
            var to = earlier(earlier(next, period.to()), employment.left());
            add(stretches, new Stretch(held.basis().of(held.amount(), period.kind()), from, to, period.days()));
        }
        var kept = List.copyOf(stretches);
        for (Leave away : leave) {
            kept = kept.stream().flatMap(each -> without(each, away).stream()).toList();
        }
        return kept;
    }

    /** Only the days from one to the other, both included, such as those for which one version of the terms holds. */
    public static List<Stretch> between(List<Stretch> stretches, LocalDate from, LocalDate to) {
        var kept = new ArrayList<Stretch>();
        for (Stretch each : stretches) {
            add(kept, new Stretch(each.target(), later(each.from(), from), earlier(each.to(), to), each.periodDays()));
        }
        return kept;
    }

    public static List<BonusSegment> segments(List<Stretch> stretches) {
        return stretches.stream().map(Stretch::segment).toList();
    }

    private static List<Stretch> without(Stretch stretch, Leave leave) {
        var kept = new ArrayList<Stretch>();
        var until = earlier(stretch.to(), leave.from().minusDays(1));
        var since = later(stretch.from(), leave.to().plusDays(1));
        add(kept, new Stretch(stretch.target(), stretch.from(), until, stretch.periodDays()));
        add(kept, new Stretch(stretch.target(), since, stretch.to(), stretch.periodDays()));
        return kept;
    }

    private static void add(List<Stretch> stretches, Stretch stretch) {
        if (!stretch.from().isAfter(stretch.to())) {
            stretches.add(stretch);
        }
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
        return other == null || one.isBefore(other) ? one : other;
    }
}
