package io.cairn;

import io.cairn.database.StartRefused;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words after a command, taken one by one until none is left. */
final class Options {
    private static final int USUAL_PORT = 8080;
    private static final int LAST_PORT = 65_535;

    private final String command;
    private final List<String> words = new ArrayList<>();

    /** Takes {@code --port=80} for {@code --port 80}. */
    Options(String command, List<String> arguments) {
        this.command = command;
        for (var argument : arguments) {
            var equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            words.addAll(
                    equals < 0
                            ? List.of(argument)
                            : List.of(argument.substring(0, equals), argument.substring(equals + 1)));
        }
    }

    static StartRefused refused(String sentence, Object... values) {
        return new StartRefused(sentence.formatted(values));
    }

    boolean flag(String name) {
        return words.remove(name);
    }

    @Nullable
    String text(String name) {
        var at = words.indexOf(name);
        if (at < 0) {
            return null;
        }
        if (at + 1 == words.size()
                || words.get(at + 1).isBlank()
                || words.get(at + 1).startsWith("--")) {
            throw refused("%s needs a value; ./cairn help shows how.", name);
        }
        words.remove(at);
        return words.remove(at);
    }

    int port(String name) {
        var text = text(name);
        if (text == null) {
            return USUAL_PORT;
        }
        var port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > LAST_PORT) {
            throw refused("%s takes a number from 1 to %d, not \"%s\".", name, LAST_PORT, text);
        }
        return port;
    }

    @Nullable
    Path path(String name) {
        var text = text(name);
        try {
            return text == null ? null : Path.of(text);
        } catch (InvalidPathException e) {
            throw refused("%s takes a folder, not \"%s\".", name, text);
        }
    }

    @Nullable
    LocalDate date(String name) {
        var text = text(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw refused("%s takes a date like 2026-08-15, not \"%s\".", name, text);
        }
    }

    /** The one word that is not an option. */
    String word(String what) {
        if (words.isEmpty() || words.getFirst().startsWith("-")) {
            throw refused("\"%s\" needs %s; ./cairn help shows how.", command, what);
        }
        return words.removeFirst();
    }

    <T> T nothingMore(T command) {
        if (!words.isEmpty()) {
            throw refused(
                    "\"%s\" does not know \"%s\"; ./cairn help lists its options.", this.command, words.getFirst());
        }
        return command;
    }
}
