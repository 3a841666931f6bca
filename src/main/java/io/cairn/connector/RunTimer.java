package io.cairn.connector;

import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for connectors that are due and runs a few at a time, beside the other jobs: a source that hangs holds up no day turn. */
@Component
class RunTimer {
    private static final int AT_ONCE = 4;
    private final ConnectorRuns runs;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    RunTimer(ConnectorRuns runs) {
        this.runs = runs;
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 10_000)
    void startDue() {
        while (free.tryAcquire()) {
            Optional<Runnable> due = runs.nextDue();
            if (due.isEmpty()) {
                free.release();
                return;
            }
            threads.execute(() -> carryOut(due.get()));
        }
    }

    private void carryOut(Runnable run) {
        try {
            run.run();
        } finally {
            free.release();
        }
    }

    @PreDestroy
    void end() {
        threads.shutdownNow();
    }
}
