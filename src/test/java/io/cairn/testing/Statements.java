package io.cairn.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/** Counts the SQL statements that run during an action, whatever thread runs them but the scheduler's; begin and commit do not count. */
public final class Statements {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    /** What the action gave back, and the statements in their order. */
    public record Counted<T>(T result, List<String> statements) {
        public int count() {
            return statements.size();
        }
    }

    public <T> Counted<T> during(Callable<T> action) throws Exception {
        seen.clear();
        var result = action.call();
        return new Counted<>(result, List.copyOf(new ArrayList<>(seen)));
    }

    void add(String statement) {
        seen.add(statement);
    }
}
