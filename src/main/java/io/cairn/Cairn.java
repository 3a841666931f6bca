package io.cairn;

import io.cairn.database.DatabaseScript;
import io.cairn.database.StartRefused;
import java.util.List;
import org.springframework.boot.logging.LoggingSystem;

/** The program's entry: one command, and for whatever keeps it from running one sentence and exit code 2. */
public final class Cairn {
    private static final int REFUSED = 2;

    private Cairn() {}

    public static void main(String[] arguments) {
        try {
            keepLibrariesQuiet();
            run(Command.of(List.of(arguments)));
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(REFUSED);
        }
    }

    /** Until Spring has read how to log, nobody logs. */
    private static void keepLibrariesQuiet() {
        LoggingSystem.get(Cairn.class.getClassLoader()).beforeInitialize();
    }

    private static void run(Command command) {
        switch (command) {
            case Command.Demo demo -> Running.demo(demo);
            case Command.Start start -> Running.start(start);
            case Command.Token token -> System.out.println(TokenIssue.sentence(token));
            case Command.Script() -> System.out.print(DatabaseScript.text());
            case Command.Rehearse() -> Rehearsal.play();
            case Command.Help() -> System.out.print(Command.HELP);
        }
    }
}
