package io.cairn.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A main class of this project as a process of its own, to be watched, stopped and killed. */
public final class ChildProgram implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path output;

    private ChildProgram(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** What a program that has ended said, errors included. */
    public record Ended(int code, String output) {}

    public static ChildProgram start(Map<String, String> environment, Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            var output = Files.createTempFile("cairn-child", ".log");
            output.toFile().deleteOnExit();
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return new ChildProgram(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Ended run(Map<String, String> environment, Class<?> main, String... arguments)
            throws InterruptedException {
        try (var child = start(environment, main, arguments)) {
            return child.ended();
        }
    }

    /** Waits until the program has said this. */
    public ChildProgram waitFor(String text) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!output().contains(text)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("It never said \"" + text + "\" but:\n" + output());
            }
            Thread.sleep(20);
        }
        return this;
    }

    /** Waits until it ends by itself. */
    public Ended ended() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("It does not end; so far it said:\n" + output());
        }
        return new Ended(process.exitValue(), output());
    }

    /** Ctrl-C's and the service manager's way. */
    public Ended stop() throws InterruptedException {
        process.destroy();
        return ended();
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves no process behind, however the test ended. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
