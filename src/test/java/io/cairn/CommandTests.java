package io.cairn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.database.StartRefused;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTests {
    @Test
    void aDemoTakesAllItsOptions() {
        assertThat(command("demo --port 9000 --data here --today=2026-08-20 --fresh"))
                .isEqualTo(new Command.Demo(9000, Path.of("here"), LocalDate.of(2026, 8, 20), true));
    }

    @Test
    void withoutOptionsADemoHasItsOwnFolderAndPort() {
        assertThat(command("demo")).isEqualTo(new Command.Demo(8080, Path.of("data/demo"), null, false));
    }

    @Test
    void realUseListensOnThisMachineUnlessTold() {
        assertThat(command("start")).isEqualTo(new Command.Start("127.0.0.1", 8080, null));
        assertThat(command("start --host 0.0.0.0")).isEqualTo(new Command.Start("0.0.0.0", 8080, null));
    }

    @Test
    void aTokenIsForOnePerson() {
        assertThat(command("token --data there iris@example.com"))
                .isEqualTo(new Command.Token("iris@example.com", Path.of("there")));
    }

    @Test
    void nothingAskedIsHelp() {
        assertThat(Command.of(List.of())).isEqualTo(new Command.Help());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            demo --colour red      | does not know "--colour"
            demo --port            | --port needs a value
            demo --port --fresh    | --port needs a value
            demo --port 0          | --port takes a number from 1 to 65535, not "0"
            demo --port 65536      | --port takes a number from 1 to 65535, not "65536"
            demo --port eighty     | --port takes a number
            demo --today 15.8.2026 | --today takes a date like 2026-08-15
            demo --host 0.0.0.0    | does not know "--host"
            start --fresh          | does not know "--fresh"
            start today            | does not know "today"
            token                  | needs an e-mail address
            token a@b c@d          | does not know "c@d"
            database-script now    | does not know "now"
            dance                  | no command "dance"
            """)
    void whatItDoesNotKnowIsNamedInOneSentence(String line, String reason) {
        assertThatThrownBy(() -> command(line))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("\n");
    }

    private static Command command(String line) {
        return Command.of(List.of(line.split(" ")));
    }
}
