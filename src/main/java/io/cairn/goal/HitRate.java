package io.cairn.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often a value was kept. The measure's window is parted evenly into the expected check-ins; each part asks for
 * one, its last check-in answers for it, and one left out is a miss (frameworks 1.3, MAINTAIN).
 */
public final class HitRate {
    private HitRate() {}

    /** A value and the day it counts for. */
    public record Value(LocalDate on, BigDecimal value) {}

    /** The reading of a hit rate: how many parts of the window were answered by a value that kept the target. */
    public static Reading read(MeasureTerms terms, Window window, List<Value> inOrder) {
        return read(terms, window, inOrder, day -> terms);
    }

    /** The same where the target has changed: each value is judged by the terms that held on its day. */
    static Reading read(
            MeasureTerms terms, Window window, List<Value> inOrder, Function<LocalDate, MeasureTerms> promised) {
        Integer expected = terms.expectedCheckIns();
        if (expected == null || expected <= 0 || inOrder.isEmpty()) {
            return Reading.none();
        }
        var answers = new TreeMap<Long, Value>();
        inOrder.forEach(value -> answers.put(part(window, expected, value.on()), value));
        return Reading.ofHits((int) answers.values().stream()
                .filter(value -> promised.apply(value.on()).meets(value.value()))
                .count());
    }

    /** One part of the window: its last day, and whether the value of that part kept the target. */
    public record Part(LocalDate until, State state) {
        public enum State {
            KEPT,
            NOT_KEPT,
            UNANSWERED,
            TO_COME
        }
    }

    /** Every part of the window in order; empty where no check-ins are expected. */
    public static List<Part> parts(
            MeasureTerms terms,
            Window window,
            List<Value> inOrder,
            LocalDate day,
            Function<LocalDate, MeasureTerms> promised) {
        Integer expected = terms.expectedCheckIns();
        if (expected == null || expected <= 0 || expected > 400) {
            return List.of();
        }
        var answers = new TreeMap<Long, Value>();
        inOrder.forEach(value -> answers.put(part(window, expected, value.on()), value));
        List<Part> parts = new ArrayList<>();
        for (long number = 0; number < expected; number++) {
            LocalDate until = window.startsOn().plusDays((number + 1) * window.days() / expected - 1);
            parts.add(new Part(until, state(promised, answers.get(number), until.isBefore(day))));
        }
        return parts;
    }

    private static Part.State state(Function<LocalDate, MeasureTerms> promised, @Nullable Value answer, boolean over) {
        if (answer == null) {
            return over ? Part.State.UNANSWERED : Part.State.TO_COME;
        }
        return promised.apply(answer.on()).meets(answer.value()) ? Part.State.KEPT : Part.State.NOT_KEPT;
    }

    /** Parts that are over by the end of that day, and the running one when it is answered already. */
    public static int due(int expected, Window window, LocalDate day, @Nullable LocalDate checkedInOn) {
        if (!window.begun(day)) {
            return 0;
        }
        if (!day.isBefore(window.endsOn())) {
            return expected;
        }
        int over = (int) part(window, expected, day.plusDays(1));
        boolean answered = checkedInOn != null && part(window, expected, checkedInOn) >= over;
        return Math.min(expected, answered ? over + 1 : over);
    }

    /** The part a day lies in, from 0: part k begins on day floor(k × days / expected) of the window. */
    private static long part(Window window, int expected, LocalDate day) {
        long days = window.days();
        long offset = Math.clamp(ChronoUnit.DAYS.between(window.startsOn(), day), 0, days - 1);
        return ((offset + 1) * expected - 1) / days;
    }
}
