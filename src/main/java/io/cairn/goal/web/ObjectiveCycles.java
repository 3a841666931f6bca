package io.cairn.goal.web;

import io.cairn.cycle.Cycle;
import io.cairn.cycle.Cycles;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the cycle whose objectives are shown, with those around it: one statement. */
@Component
class ObjectiveCycles {
    private static final int QUARTER_DAYS = 91;

    private final Cycles cycles;
    private final DomainClock clock;

    ObjectiveCycles(Cycles cycles, DomainClock clock) {
        this.cycles = cycles;
        this.clock = clock;
    }

    /** The named cycle, or the one that today belongs to and that is most like a quarter; empty when there are none. */
    Optional<ObjectivesPage.Shown> show(@Nullable UUID named) {
        List<Cycle> all = cycles.all();
        if (named != null) {
            Cycle cycle = all.stream()
                    .filter(one -> one.id().equals(named))
                    .findFirst()
                    .orElseThrow(GeneralProblem.NOT_FOUND::exception);
            return Optional.of(shown(cycle, all));
        }
        return usual(all, clock.today()).map(cycle -> shown(cycle, all));
    }

    /** Where today lies in no cycle: the nearest one. */
    static Optional<Cycle> usual(List<Cycle> all, LocalDate today) {
        return all.stream()
                .min(Comparator.<Cycle>comparingLong(cycle -> distance(cycle, today))
                        .thenComparingLong(ObjectiveCycles::unlikeQuarter)
                        .thenComparing(Cycle::startsOn, Comparator.reverseOrder()));
    }

    private static long distance(Cycle cycle, LocalDate today) {
        if (cycle.covers(today)) {
            return 0;
        }
        return Math.abs(
                ChronoUnit.DAYS.between(today, today.isBefore(cycle.startsOn()) ? cycle.startsOn() : cycle.endsOn()));
    }

    private static long unlikeQuarter(Cycle cycle) {
        return Math.abs(ChronoUnit.DAYS.between(cycle.startsOn(), cycle.endsOn()) + 1 - QUARTER_DAYS);
    }

    private static ObjectivesPage.Shown shown(Cycle cycle, List<Cycle> all) {
        Map<UUID, Cycle> byId = all.stream().collect(Collectors.toMap(Cycle::id, Function.identity()));
        Deque<Cycle> path = new ArrayDeque<>();
        for (Cycle one = cycle; one != null; one = one.parentId() == null ? null : byId.get(one.parentId())) {
            path.addFirst(one);
        }
        List<Cycle> alike =
                all.stream().filter(one -> one.kind() == cycle.kind()).toList();
        int place = alike.indexOf(cycle);
        return new ObjectivesPage.Shown(
                cycle,
                List.copyOf(path),
                place > 0 ? alike.get(place - 1) : null,
                place + 1 < alike.size() ? alike.get(place + 1) : null,
                all.stream().filter(one -> cycle.id().equals(one.parentId())).toList());
    }
}
