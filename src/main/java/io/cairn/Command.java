package io.cairn;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
sealed interface Command {
    String HELP = """
            Cairn keeps every kind of goal an organisation sets.

              ./cairn demo [--port N] [--data DIR] [--today DATE] [--fresh]
                    a small company to look at, in DIR (data/demo); --fresh begins it anew
              ./cairn start [--host H] [--port N] [--data DIR]
                    for real use, with its data in DIR (data) or in the PostgreSQL of CAIRN_DATABASE_URL
              ./cairn token EMAIL [--data DIR]
                    a new API token for that person
              ./cairn database-script
                    the SQL that makes Cairn's roles and database on a server of yours
              ./cairn verify [--long]
                    format, static checks and every test
              ./cairn help
                    this page
            """;

    /** @param today moves the demo's day forward to this one */
    record Demo(int port, Path data, @Nullable LocalDate today, boolean fresh) implements Command {}

    /** @param data null when the environment may choose an outside database */
    record Start(String host, int port, @Nullable Path data) implements Command {}

    record Token(String email, @Nullable Path data) implements Command {}

    record Script() implements Command {}

    /** What the launcher does once after a build: a whole start and stop, from which Java learns to start faster. */
    record Rehearse() implements Command {}

    record Help() implements Command {}

    static Command of(List<String> arguments) {
        var name = arguments.isEmpty() ? "help" : arguments.getFirst();
        var options = new Options(name, arguments.stream().skip(1).toList());
        return switch (name) {
            case "demo" -> demo(options);
            case "start" -> start(options);
            case "token" -> token(options);
            case "database-script" -> options.nothingMore(new Script());
            case "rehearse" -> options.nothingMore(new Rehearse());
            case "help", "--help", "-h" -> options.nothingMore(new Help());
            default -> throw Options.refused("Cairn has no command \"%s\"; ./cairn help lists them.", name);
        };
    }

    private static Demo demo(Options options) {
        var data = options.path("--data");
        return options.nothingMore(new Demo(
                options.port("--port"),
                data == null ? Places.demo() : data,
                options.date("--today"),
                options.flag("--fresh")));
    }

    private static Start start(Options options) {
        var host = options.text("--host");
        return options.nothingMore(
                new Start(host == null ? "127.0.0.1" : host, options.port("--port"), options.path("--data")));
    }

    private static Token token(Options options) {
        var data = options.path("--data");
        return options.nothingMore(new Token(options.word("an e-mail address"), data));
    }
}
