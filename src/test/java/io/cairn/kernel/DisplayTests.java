package io.cairn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTests {
    @ParameterizedTest
    @CsvSource({
        "0.411111111111111111, false, 41 %",
        "0.005, false, 1 %",
        "0.0049, false, 0 %",
        "0.995, false, 99 %",
        "1, false, 99 %",
        "1, true, 100 %"
    })
    void oneHundredPercentIsKeptForWhatIsAchieved(BigDecimal progress, boolean achieved, String shown) {
        assertThat(Display.percent(progress, achieved, false)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0.8; 80.00",
                "1.022222222222222222; 102.22",
                "1.005; 100.50",
                "12.00005; 1,200.01",
                "-0.0015; −0.15"
            })
    void sharesOfPayHaveTwoDecimals(BigDecimal ratio, String shown) {
        assertThat(Display.share(ratio)).isEqualTo(shown);
    }

    @Test
    void withoutDataThereIsADash() {
        assertThat(Display.share(null)).isEqualTo("–");
        assertThat(Display.percent(BigDecimal.ZERO, false, true)).isEqualTo("–");
        assertThat(Display.percent(null, false, false)).isEqualTo("–");
        assertThat(Display.grade(null)).isEqualTo("–");
        assertThat(Display.number(null)).isEqualTo("–");
        assertThat(Display.value(null, "%")).isEqualTo("–");
    }

    @ParameterizedTest
    @CsvSource({
        "0.411111111111111111, 0.4111",
        "0.50000, 0.5",
        "0.47495, 0.475",
        "-0.285714285714285714, -0.2857",
        "0.000000000000000000, 0",
        "10.000, 10"
    })
    void programsReadFourDecimals(BigDecimal value, String shown) {
        assertThat(Display.ratio(value).toPlainString()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "46000.000000 | % | 46,000 %",
                "8.50 | h | 8.5 h",
                "3500000 | € | €3,500,000",
                "-1200.5 | € | −€1,200.5",
                "-5 | pts | −5 pts",
                "61 | '' | 61",
                "1E+3 | '' | 1,000",
                "0.000001 | '' | 0.000001",
                "0E-6 | '' | 0"
            })
    void valuesAreGroupedWithTheirUnit(BigDecimal value, String unit, String shown) {
        assertThat(Display.value(value, unit)).isEqualTo(shown);
    }

    @Test
    void gradesHaveOneDecimal() {
        assertThat(Display.grade(new BigDecimal("1"))).isEqualTo("1.0");
    }
}
