package io.cairn.metric;

import io.cairn.kernel.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is wrong with a load's rows: all are counted, the first thousand are told. */
final class LoadErrors {
    private static final int MOST = 1000;

    private final PriorityQueue<Loaded.Error> first =
            new PriorityQueue<>(Comparator.comparingLong(Loaded.Error::line).reversed());
    private long refused;

    void refuse(long line, @Nullable String cell, Problem problem) {
        refuse(line, cell, List.of(problem));
    }

    void refuse(long line, @Nullable String cell, List<Problem> problems) {
        refused++;
        for (Problem problem : problems) {
            first.add(new Loaded.Error(line, cell == null ? problem.field() : cell, problem.code(), problem.message()));
            if (first.size() > MOST) {
                first.remove();
            }
        }
    }

    long refused() {
        return refused;
    }

    List<Loaded.Error> told() {
        return first.stream()
                .sorted(Comparator.comparingLong(Loaded.Error::line))
                .toList();
    }
}
