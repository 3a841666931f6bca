package io.cairn.goal.web;

import io.cairn.cycle.Cycle;
import io.cairn.cycle.Cycles;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import java.util.ArrayDeque;
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
        return Cycles.usual(all, clock.today()).map(cycle -> shown(cycle, all));
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
