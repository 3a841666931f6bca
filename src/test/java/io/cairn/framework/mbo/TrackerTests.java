package io.cairn.framework.mbo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.template.Filled;
import io.cairn.template.writing.Format;
import io.cairn.testing.LibreOffice;
import io.cairn.testing.Recalculated;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackerTests {
    @TempDir
    Path folder;

    @Test
    void aSpreadsheetWorksOutWhatTheCalculatorPays() throws Exception {
        Filled sample = TrackerSample.filled();
        Filled blank = new TrackerRows(TrackerSample.USUAL, Currency.getInstance("EUR")).blank();
        Path out = Path.of("target/templates");
        Files.createDirectories(out);
        for (Format format : Format.values()) {
            Files.write(out.resolve("mbo-" + format.key() + "." + format.ending()), Recalculated.file(sample, format));
            Files.write(
                    out.resolve("mbo-blank-" + format.key() + "." + format.ending()), Recalculated.file(blank, format));
        }

        assertThat(Recalculated.differences(new LibreOffice(folder), Map.of("sample", sample)))
                .isEmpty();
        assertThat(sample.sheets().getFirst().rows().getFirst().figure("payout"))
                .isEqualByComparingTo("3625.00");
    }
}
