package io.cairn.framework.okr;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.template.Filled;
import io.cairn.template.writing.Format;
import io.cairn.testing.LibreOffice;
import io.cairn.testing.Recalculated;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanningSampleTests {
    @TempDir
    Path folder;

    @Test
    void aSpreadsheetWorksOutOurProgressExpectationHealthAndGrades() throws Exception {
        Filled sample = PlanningSample.filled();
        Filled blank = Filled.blank(PlanningForm.form());
        Path out = Path.of("target/templates");
        Files.createDirectories(out);
        for (Format format : Format.values()) {
            Files.write(out.resolve("okr-" + format.key() + "." + format.ending()), Recalculated.file(sample, format));
        }

        assertThat(Recalculated.differences(new LibreOffice(folder), Map.of("sample", sample, "blank", blank)))
                .isEmpty();
    }
}
