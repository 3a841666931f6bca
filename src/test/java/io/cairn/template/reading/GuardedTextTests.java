package io.cairn.template.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The apostrophe that an export puts before what looks like a formula goes again, and no other. */
class GuardedTextTests {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"'=1,=1", "'＝1,＝1", "''=1,'=1", "'tis,'tis", "=1,=1", "','"})
    void whatWasGuardedComesBackAsItWas(String written, String read) {
        byte[] file = ("Name,Why\n" + written + ",x\n").getBytes(StandardCharsets.UTF_8);
        assertThat(Book.read("things.csv", file)
                        .sheets()
                        .getFirst()
                        .lines()
                        .get(1)
                        .at(0)
                        .text())
                .isEqualTo(read);
    }
}
