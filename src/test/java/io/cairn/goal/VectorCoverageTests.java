package io.cairn.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Vectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every worked figure of these families has its row; each table's test runs all of its rows. */
class VectorCoverageTests {
    @ParameterizedTest
    @CsvSource({
        "PRG, 22, progress",
        "RNG, 6, range",
        "HIT, 4, hit-rate",
        "MST, 5, milestones",
        "ROL, 9, roll-up",
        "ELA, 6, elapsed",
        "PRF, 2, profiles",
        "PAC, 9, pace",
        "HLT, 6, health",
        "GRD, 9, grade",
        "KST, 12, metric-status",
        "KSC, 9, metric-score",
        "AGG, 6, metric-aggregate",
        "XMR, 5, metric-behaviour",
        "HYB, 6, hybrid",
        "CRV, 8, payout-curve",
        "MBO, 14, payout",
        "SMT, 2, smart"
    })
    void everyIdHasACase(String family, int count, String file) {
        var ids = IntStream.rangeClosed(1, count)
                .mapToObj(number -> "%s-%02d".formatted(family, number))
                .toList();
        assertThat(Vectors.ids(file)).containsExactlyElementsOf(ids);
    }
}
