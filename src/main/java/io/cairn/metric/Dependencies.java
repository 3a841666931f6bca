package io.cairn.metric;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which metric is computed from which. Maps name the inputs of each computed metric; the others are measured. */
public final class Dependencies {
    private Dependencies() {}

    /** Whether a metric with these inputs would depend on itself, directly or through the inputs of others. */
    public static boolean cycle(UUID metric, Set<UUID> inputs, Map<UUID, Set<UUID>> others) {
        var seen = new HashSet<UUID>();
        Deque<UUID> open = new ArrayDeque<>(inputs);
        while (!open.isEmpty()) {
            var next = open.pop();
            if (next.equals(metric)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(others.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }

    /** The computed metrics so that each comes after its inputs; those that depend on themselves are left out. */
    public static List<UUID> inOrder(Map<UUID, Set<UUID>> computed) {
        var waiting = new LinkedHashMap<UUID, Set<UUID>>();
        Map<UUID, List<UUID>> users = new HashMap<>();
        computed.forEach((metric, inputs) -> {
            var needed = new LinkedHashSet<>(inputs);
            needed.retainAll(computed.keySet());
            waiting.put(metric, needed);
            needed.forEach(input ->
                    users.computeIfAbsent(input, key -> new ArrayList<>()).add(metric));
        });
        var order = new ArrayList<UUID>();
        Deque<UUID> ready = new ArrayDeque<>(waiting.keySet().stream()
                .filter(metric -> known(waiting, metric).isEmpty())
                .toList());
        while (!ready.isEmpty()) {
            var metric = ready.pop();
            order.add(metric);
            for (UUID user : users.getOrDefault(metric, List.of())) {
                var needed = known(waiting, user);
                needed.remove(metric);
                if (needed.isEmpty()) {
                    ready.add(user);
                }
            }
        }
        return List.copyOf(order);
    }

    private static Set<UUID> known(Map<UUID, Set<UUID>> waiting, UUID metric) {
        return waiting.getOrDefault(metric, Set.of());
    }
}
