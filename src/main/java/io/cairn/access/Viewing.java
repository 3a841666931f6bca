package io.cairn.access;

import io.cairn.kernel.Viewer;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf this thread works. Each transaction begins by entering the database as that person or as the named system
 * viewer; with nobody here, row security refuses every read.
 */
public final class Viewing {
    private static final ThreadLocal<@Nullable Subject> CURRENT = new ThreadLocal<>();

    private Viewing() {}

    /** A person, or a job that says its name in the journal. */
    public sealed interface Subject {
        record Person(Viewer viewer) implements Subject {}

        record System(String name) implements Subject {}
    }

    public static @Nullable Subject subject() {
        return CURRENT.get();
    }

    /** The signed-in person; empty for visitors and jobs. */
    public static Optional<Viewer> viewer() {
        return CURRENT.get() instanceof Subject.Person person ? Optional.of(person.viewer()) : Optional.empty();
    }

    /** Whether the organisation uses this framework, as the signed-in person's request knows; visitors and jobs are not asked. */
    public static boolean uses(String framework) {
        return viewer().map(viewer -> viewer.uses(framework)).orElse(true);
    }

    /** The person's id for facts that name who made them; null for the system. */
    public static @Nullable UUID personId() {
        return viewer().map(Viewer::id).orElse(null);
    }

    /** Works on the person's behalf until it is closed, in code that a {@link Supplier} cannot hold. */
    public static Scope begin(Viewer viewer) {
        Subject before = CURRENT.get();
        CURRENT.set(new Subject.Person(viewer));
        return () -> restore(before);
    }

    /** Work on somebody's behalf that is going on. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    public static <T extends @Nullable Object> T as(Viewer viewer, Supplier<T> work) {
        return with(new Subject.Person(viewer), work);
    }

    /** For jobs, the first set-up and the demo: sees everything and is named in the journal. */
    public static <T extends @Nullable Object> T asSystem(String name, Supplier<T> work) {
        return with(new Subject.System(name), work);
    }

    public static void runAsSystem(String name, Runnable work) {
        Viewing.<@Nullable Void>asSystem(name, () -> {
            work.run();
            return null;
        });
    }

    private static <T extends @Nullable Object> T with(Subject subject, Supplier<T> work) {
        Subject before = CURRENT.get();
        CURRENT.set(subject);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    private static void restore(@Nullable Subject before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }
}
