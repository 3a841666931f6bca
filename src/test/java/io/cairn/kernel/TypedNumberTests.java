package io.cairn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TypedNumberTests {
    static Stream<Arguments> read() {
        return Stream.of(
                Arguments.of("41.6", "%", "41.6"),
                Arguments.of("  41.6 % ", "%", "41.6"),
                Arguments.of("46,000", "", "46000"),
                Arguments.of("1,234,567.5", "", "1234567.5"),
                Arguments.of("46 000", "", "46000"),
                Arguments.of("46\u202f000", "", "46000"),
                Arguments.of("46\u00a0000", "", "46000"),
                Arguments.of("46k", "", "46000"),
                Arguments.of("1.2 M", "", "1200000"),
                Arguments.of("2bn", "", "2000000000"),
                Arguments.of("€1.5M", "€", "1500000"),
                Arguments.of("-€3k", "€", "-3000"),
                Arguments.of("€-3k", "€", "-3000"),
                Arguments.of("1.5M €", "€", "1500000"),
                Arguments.of("1,500 EUR", "€", "1500"),
                Arguments.of("$5", "USD", "5"),
                Arguments.of("16 h", "h", "16"),
                Arguments.of("5 m", "m", "5"),
                Arguments.of("5k", "k", "5"),
                Arguments.of("−5", "", "-5"),
                Arguments.of("–5 %", "%", "-5"),
                Arguments.of("(1,200)", "", "-1200"),
                Arguments.of("(€1.2k)", "€", "-1200"),
                Arguments.of("+7", "", "7"),
                Arguments.of(".5", "", "0.5"),
                Arguments.of("0.500000", "", "0.5"),
                Arguments.of("0", "", "0"),
                Arguments.of("007", "", "7"),
                Arguments.of("999999999999999.999999", "", "999999999999999.999999"));
    }

    @ParameterizedTest
    @MethodSource("read")
    void numbersAsPeopleTypeThem(String text, String unit, BigDecimal value) {
        assertThat(TypedNumber.parse(text, unit)).isEqualTo(new TypedNumber(value, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3,5 | DECIMAL_COMMA | 3.5",
                "-3,5 | DECIMAL_COMMA | -3.5",
                "(3,5) | DECIMAL_COMMA | -3.5",
                "3,5k | DECIMAL_COMMA | 3.5k",
                "0,500 | DECIMAL_COMMA | 0.500",
                "12,3456 | DECIMAL_COMMA | 12.3456",
                "1.234,5 | DECIMAL_COMMA | 1234.5",
                "1 234,5 | DECIMAL_COMMA | 1234.5",
                "1.234.567 | NOT_A_NUMBER | 1234567",
                "1'000 | NOT_A_NUMBER | 1000",
                "3m | NOT_A_NUMBER | 3M",
                "3b | NOT_A_NUMBER | 3bn"
            })
    void likelySlipsComeWithASuggestionThatReads(String text, String code, String suggestion) {
        var problem = TypedNumber.parse(text, "").problem();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.message()).isEqualTo("Did you mean " + suggestion + "?");
        assertThat(problem.details()).containsEntry("suggestion", suggestion);
        assertThat(TypedNumber.parse(suggestion, "").problem()).isNull();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("", "", "NOT_A_NUMBER"),
                Arguments.of("   ", "", "NOT_A_NUMBER"),
                Arguments.of("NaN", "", "NOT_A_NUMBER"),
                Arguments.of("Infinity", "", "NOT_A_NUMBER"),
                Arguments.of("1e400", "", "NOT_A_NUMBER"),
                Arguments.of("abc", "", "NOT_A_NUMBER"),
                Arguments.of("5.", "", "NOT_A_NUMBER"),
                Arguments.of(".", "", "NOT_A_NUMBER"),
                Arguments.of("-", "", "NOT_A_NUMBER"),
                Arguments.of("--5", "", "NOT_A_NUMBER"),
                Arguments.of("(-5)", "", "NOT_A_NUMBER"),
                Arguments.of("()", "", "NOT_A_NUMBER"),
                Arguments.of("€", "€", "NOT_A_NUMBER"),
                Arguments.of("€€5", "€", "NOT_A_NUMBER"),
                Arguments.of("1,23,456", "", "NOT_A_NUMBER"),
                Arguments.of("4 6", "", "NOT_A_NUMBER"),
                Arguments.of("5 apples", "", "NOT_A_NUMBER"),
                Arguments.of("٥", "", "NOT_A_NUMBER"),
                Arguments.of("5\u0000", "", "INVALID"),
                Arguments.of("5\n6", "", "INVALID"),
                Arguments.of("5".repeat(100), "", "INVALID"),
                Arguments.of("5".repeat(40), "", "OUT_OF_RANGE"),
                Arguments.of("1,000,000bn", "", "OUT_OF_RANGE"),
                Arguments.of("0.1234567", "", "TOO_PRECISE"),
                Arguments.of("5 %", "h", "WRONG_UNIT"),
                Arguments.of("5 %", "", "WRONG_UNIT"),
                Arguments.of("$5", "€", "WRONG_UNIT"),
                Arguments.of("5 USD", "€", "WRONG_UNIT"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void everythingElseIsRefusedWithItsCode(String text, String unit, String code) {
        var typed = TypedNumber.parse(text, unit);
        assertThat(typed.value()).isNull();
        assertThat(typed.problem().code()).isEqualTo(code);
        assertThat(typed.problem().status()).isEqualTo(422);
    }

    @Test
    void theProblemIsThrownWithItsField() {
        assertThatThrownBy(() -> TypedNumber.parse("3,5", "").orThrow("value"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.first().field()).isEqualTo("value"));
        assertThat(TypedNumber.parse("3.5", "").orThrow("value")).isEqualTo("3.5");
    }

    @ParameterizedTest
    @CsvSource({
        "1e400, OUT_OF_RANGE",
        "1e400000000, OUT_OF_RANGE",
        "-1e15, OUT_OF_RANGE",
        "999999999999999, ",
        "1e-6, ",
        "1e-7, TOO_PRECISE",
        "1e-400000000, TOO_PRECISE",
        "1.0000000000, ",
        "0e-400000000, "
    })
    void numbersOfProgramsAreHeldToTheSameSize(BigDecimal number, NumberProblem problem) {
        assertThat(Quantity.problem(number)).isEqualTo(problem);
    }
}
