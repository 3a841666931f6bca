package io.cairn.database;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Runs every {@link BeforeOpening} step, all beans being there and the web server not yet listening. */
final class Opening implements SmartLifecycle {
    /** Boot starts the web server at {@code DEFAULT_PHASE - 2048}. */
    static final int BEFORE_THE_WEB_SERVER = DEFAULT_PHASE - 4096;

    private final List<BeforeOpening> steps;
    private volatile boolean running;

    Opening(List<BeforeOpening> steps) {
        this.steps = steps;
    }

    @Override
    public void start() {
        steps.forEach(BeforeOpening::beforeOpening);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
