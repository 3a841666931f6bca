package io.cairn.connector;

import io.cairn.kernel.ProblemException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work on something that may hang: it gets so long, then what it holds open is closed under it. */
final class Limited implements AutoCloseable {
    private final Collection<AutoCloseable> open = new ConcurrentLinkedQueue<>();
    private volatile boolean late;

    private Limited() {}

    interface Work<T> {
        T run(Limited limited) throws Exception;
    }

    /**
     * @throws ProblemException what the work refuses, or {@code TIMED_OUT}
     * @throws IllegalStateException for what nobody expected; it carries no cause, which could quote a secret
     */
    static <T> T within(Duration most, Work<T> work) {
        var limited = new Limited();
        var task = new FutureTask<T>(() -> work.run(limited));
        Thread.ofVirtual().name("connector").start(task);
        try (limited) {
            return task.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException hanging) {
            throw timedOut(most);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof ProblemException refused) {
                throw refused;
            }
            throw new IllegalStateException("A connector's fetch failed: "
                    + (cause == null ? failed : cause).getClass().getName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw timedOut(most);
        }
    }

    private static ProblemException timedOut(Duration most) {
        return ConnectorProblem.TIMED_OUT
                .saying("It took longer than " + most.toSeconds() + " seconds and was cut off.")
                .exception();
    }

    /** Closed when the time is over, or at once when it is over already. */
    <C extends AutoCloseable> C holding(C resource) {
        open.add(resource);
        if (late) {
            closeQuietly(resource);
        }
        return resource;
    }

    @Override
    public void close() {
        late = true;
        open.forEach(Limited::closeQuietly);
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception gone) {
            // closed is closed
        }
    }
}
