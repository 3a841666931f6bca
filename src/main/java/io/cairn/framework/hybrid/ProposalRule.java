package io.cairn.framework.hybrid;

import io.cairn.access.Audience;
import io.cairn.cycle.Cycle;
import io.cairn.cycle.Cycles;
import io.cairn.cycle.Phase;
import io.cairn.metric.BreachPolicy;
import io.cairn.metric.Course;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricState;
import io.cairn.metric.MetricStatus;
import io.cairn.metric.Period;
import io.cairn.metric.ProcessBehaviour;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** When a metric asks for an objective, when it stops asking, and for which cycle (frameworks 1.11, 2.6). */
public final class ProposalRule {
    private static final int GREENS_THAT_END_IT = 2;
    private static final int REDS_WITHOUT_SIGNAL = 2;

    private ProposalRule() {}

    /**
     * What a metric's newest value says.
     *
     * @param asks whether it is watched and may propose at all
     * @param period the one its newest final value is of
     * @param signal whether that value is more than noise
     * @param worsening whether its trend points away from the target
     */
    public record Vitals(
            boolean asks, Period period, BreachPolicy policy, Course course, boolean signal, boolean worsening) {}

    /**
     * What there is already.
     *
     * @param open whether a proposal waits for a decision
     * @param linked whether a key result follows the metric in this cycle or the next
     * @param quietUntil no proposal for a period that begins by then, because one was dismissed
     */
    public record Standing(
            boolean open, boolean linked, @Nullable LocalDate quietUntil) {
        public static final Standing NOTHING = new Standing(false, false, null);
    }

    /** What to do about it. */
    public enum Verdict {
        NOTHING,
        PROPOSE,
        /** No proposal, but whoever answers for the key result that follows it should know. */
        TELL,
        EXPIRE
    }

    /**
     * Why a metric may propose nothing at all, whatever it says; an open proposal of it expires. An OKR is open to everyone, so
     * a metric that is not proposes none.
     */
    static Optional<String> barred(Metric metric) {
        if (metric.state() == MetricState.RETIRED) {
            return Optional.of("is retired");
        }
        return metric.key().equals(Audience.EVERYONE)
                ? Optional.empty()
                : Optional.of("is not open to everyone any more");
    }

    public static Verdict of(Vitals vitals, Standing standing) {
        if (standing.open()) {
            return recovered(vitals.course()) ? Verdict.EXPIRE : Verdict.NOTHING;
        }
        if (trigger(vitals).isEmpty()) {
            return Verdict.NOTHING;
        }
        if (standing.linked()) {
            return Verdict.TELL;
        }
        LocalDate quiet = standing.quietUntil();
        return quiet != null && !vitals.period().start().isAfter(quiet) ? Verdict.NOTHING : Verdict.PROPOSE;
    }

    /** Back on target for two periods in a row. */
    static boolean recovered(Course course) {
        return course.inARow(MetricStatus.GREEN) >= GREENS_THAT_END_IT;
    }

    /** Why the metric asks; empty where it does not under its own policy. */
    public static Optional<Trigger> trigger(Vitals vitals) {
        int reds = vitals.course().inARow(MetricStatus.RED);
        if (!vitals.asks() || reds == 0 || reds < vitals.policy().count()) {
            return Optional.empty();
        }
        if (!vitals.policy().needsSignal() || vitals.course().charted() < ProcessBehaviour.FEWEST) {
            return Optional.of(Trigger.RED);
        }
        if (vitals.signal()) {
            return Optional.of(vitals.worsening() ? Trigger.TREND : Trigger.SPC_SIGNAL);
        }
        return reds >= REDS_WITHOUT_SIGNAL ? Optional.of(Trigger.RED) : Optional.empty();
    }

    /**
     * The cycle of the day and the one after it, those most like a quarter.
     *
     * @param current null between cycles
     * @param next null where none is planned
     */
    public record Around(@Nullable Cycle current, @Nullable Cycle next) {
        /** The current one while half of it or more is left, else the next; what there is where there is only one. */
        public @Nullable Cycle chosen(LocalDate today) {
            if (current == null || (next != null && !halfLeft(current, today))) {
                return next;
            }
            return current;
        }
    }

    public static Around around(List<Cycle> all, LocalDate today) {
        Cycle current = usual(all, today, cycle -> cycle.covers(today));
        LocalDate after = current == null ? today : current.endsOn();
        return new Around(current, usual(all, today, cycle -> cycle.startsOn().isAfter(after)));
    }

    private static @Nullable Cycle usual(List<Cycle> all, LocalDate today, Predicate<Cycle> wanted) {
        List<Cycle> open = all.stream()
                .filter(cycle -> cycle.phase() != Phase.CLOSED)
                .filter(wanted)
                .toList();
        return Cycles.usual(open, today).orElse(null);
    }

    private static boolean halfLeft(Cycle cycle, LocalDate today) {
        long days = ChronoUnit.DAYS.between(cycle.startsOn(), cycle.endsOn()) + 1;
        long left = ChronoUnit.DAYS.between(today, cycle.endsOn()) + 1;
        return left * 2 >= days;
    }
}
