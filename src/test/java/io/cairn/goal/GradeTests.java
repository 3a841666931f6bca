package io.cairn.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Vectors;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradeTests {
    record Row(String id, BigDecimal progress, boolean achieved, BigDecimal grade, Band band) {}

    static List<Row> rows() {
        return Vectors.rows("grade", Row.class);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void oneDecimalAndOneOnlyWhenAchieved(Row row) {
        var grade = Grade.of(row.progress(), row.achieved());
        assertThat(grade).isEqualTo(row.grade());
        assertThat(Grade.band(grade)).isEqualTo(row.band());
    }
}
