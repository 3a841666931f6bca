package io.cairn.metric;

import static io.cairn.metric.Points.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cairn.kernel.Arithmetic;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTests {
    private static final UUID REVENUE = new UUID(1, 1);
    private static final UUID COST = new UUID(1, 2);
    private static final UUID ODD = new UUID(1, 3);
    private static final UUID MISSING = new UUID(1, 4);
    private static final Map<String, UUID> NAMES =
            Map.of("Revenue", REVENUE, "Cost of sales, 2026 (€)", COST, "od}d", ODD, "Missing", MISSING);
    private static final Map<UUID, BigDecimal> VALUES =
            Map.of(REVENUE, number("10"), COST, number("4"), ODD, number("-0.5"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            nullValues = "-",
            value = {
                "1 + 2 * 3 = 7",
                "(1 + 2) * 3 = 9",
                "10 - 4 - 3 = 3",
                "10 - (4 - 3) = 9",
                "12 / 3 / 2 = 2",
                "12 / (3 / 2) = 8",
                "1 / 3 = 0.333333333333333333",
                "2 / 3 = 0.666666666666666667",
                "2 / 3 * 3 = 2.000000000000000001",
                "-2 * -3 = 6",
                "--2 = 2",
                "-(2 + 3) = -5",
                "5 − 2 × 2 ÷ 4 · 1 = 4",
                "{Revenue} - {Cost of sales, 2026 (€)} = 6",
                "{ Revenue }*0.5 = 5",
                "sum({Revenue}, 1, 2) = 13",
                "Average({Revenue}, 4, 1) = 5",
                "min(3, {Revenue}) + max(3, {Revenue}) = 13",
                "weighted({Revenue}, 3, 2, 1) = 8",
                "weighted(1, 0, 5, 0.5) = 5",
                "{Revenue} / ({Cost of sales, 2026 (€)} - 4) = -",
                "{Missing} * 0 = -",
                "max({Missing}, 1) = -",
                "100000000000000000000 = -",
                "99999999999999999999 = 99999999999999999999",
                "0.0000000000000000005 = 0",
                "0.0000000000000000015 = 0.000000000000000002"
            })
    void whatFormulasGive(String text, @Nullable String value) {
        var made = Formula.parse(text, NAMES::get).value(VALUES);
        if (value == null) {
            assertThat(made).isNull();
        } else {
            assertThat(made).isEqualByComparingTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 1 | a number",
                "1 + | 4 | a number",
                "1 2 | 3 | an operator",
                "(1 + 2 | 7 | )",
                "1 + 2) | 6 | an operator",
                "{Revenue | 9 | }",
                "median(1, 2) | 1 | one of sum, average, min, max, weighted",
                "sum 1 | 5 | (",
                "sum() | 5 | a number",
                "1. | 3 | a digit",
                "1e5 | 2 | an operator",
                "1,000 | 2 | an operator",
                "weighted(1) | 11 | ,",
                "weighted(1, {Revenue}) | 13 | a weight",
                "weighted(1, -1) | 13 | a weight",
                "weighted(1, 0) | 14 | at least one weight",
                "1 + $ | 5 | a number"
            })
    void whatIsNotAFormulaSaysWhereAndWhatIsMissing(String text, int position, String expected) {
        var problem = problem(text);
        assertThat(problem.code()).isEqualTo("FORMULA_SYNTAX");
        assertThat(problem.details()).containsEntry("position", position);
        assertThat(problem.message()).contains("At character " + position).contains("expected " + expected);
    }

    @Test
    void aMetricNobodyKnowsIsNamed() {
        var problem = problem("1 + {Profit}");
        assertThat(problem.code()).isEqualTo("FORMULA_UNKNOWN_METRIC");
        assertThat(problem.message()).contains("Profit");
        assertThat(problem.details()).containsEntry("position", 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{Revenue}+", "(", "-", "1+1+1+"})
    void aFormulaHasItsLimits(String piece) {
        var fits = Map.of("{Revenue}+", 49, "(", 29, "-", 29, "1+1+1+", 165).getOrDefault(piece, 0);
        var end = "{Revenue}" + (piece.equals("(") ? ")" : "").repeat(fits);
        assertThat(Formula.parse(piece.repeat(fits) + end, NAMES::get).inputs()).containsExactly(REVENUE);
        var more = problem(piece.repeat(fits + 1) + end + (piece.equals("(") ? ")" : ""));
        assertThat(more.code()).isEqualTo("FORMULA_TOO_LONG");
    }

    @Test
    void aHostileFormulaIsRefusedAtOnce() {
        assertThat(problem("(".repeat(1000)).code()).isEqualTo("FORMULA_TOO_LONG");
        assertThat(problem("-".repeat(1_000_000)).code()).isEqualTo("FORMULA_TOO_LONG");
        var product = "9".repeat(499) + "*" + "9".repeat(499);
        assertThat(Formula.parse(product).value(Map.of())).isNull();
    }

    @Test
    void idsAreReadAndNamesWithBracesShowAsIds() {
        var formula = Formula.parse("{" + ODD + "} * {Revenue}", NAMES::get);
        assertThat(formula.inputs()).containsExactly(ODD, REVENUE);
        assertThat(formula.text(FormulaTests::name)).isEqualTo("{" + ODD + "} * {Revenue}");
        assertThat(Formula.parse(formula.text())).isEqualTo(formula).hasToString(formula.text());
    }

    @Test
    void theExplanationSaysWhatIsMissing() {
        var missing = Formula.parse("{Missing} + {Revenue}", NAMES::get).explain(FormulaTests::name, VALUES);
        assertThat(missing.value()).isNull();
        assertThat(missing.sentence()).isEqualTo("There is no value without Missing.");
        assertThat(missing.inputs()).hasSize(1);
        var over = Formula.parse("1 / 0").explain(FormulaTests::name, VALUES);
        assertThat(over.sentence()).contains("divided by 0");
    }

    @Test
    void everyFunctionIsAStep() {
        var told = Formula.parse("average({Revenue}, 2) * 2", NAMES::get).explain(FormulaTests::name, VALUES);
        assertThat(told.sentence()).isEqualTo("average({Revenue}, 2) * 2");
        assertThat(told.steps().stream().map(step -> step.result() + " = " + step.expression()))
                .containsExactly("average1 = (m1 + 2) / 2", "value = average1 * 2");
    }

    @Property
    void whatIsWrittenReadsTheSame(@ForAll("formulas") String text) {
        var formula = Formula.parse(text, NAMES::get);
        assertThat(Formula.parse(formula.text())).isEqualTo(formula);
        var shown = formula.text(FormulaTests::name);
        assertThat(Formula.parse(shown, NAMES::get)).isEqualTo(formula);
        assertThat(Formula.parse(shown, NAMES::get).text(FormulaTests::name)).isEqualTo(shown);
        assertThat(Formula.parse(shown, NAMES::get).value(VALUES)).isEqualTo(formula.value(VALUES));
    }

    @Property
    void theStepsGiveTheFigure(@ForAll("formulas") String text, @ForAll("numbers") BigDecimal revenue) {
        var values = new HashMap<>(VALUES);
        values.put(REVENUE, revenue.movePointLeft(17));
        var formula = Formula.parse(text, NAMES::get);
        var told = formula.explain(FormulaTests::name, values);
        assertThat(told.value()).isEqualTo(formula.value(values));
        if (told.value() != null) {
            var again = Arithmetic.evaluate(told);
            assertThat(again.get("value")).isEqualByComparingTo(told.value());
            told.steps().forEach(step -> assertThat(again.get(step.result())).isEqualByComparingTo(step.value()));
        }
    }

    private static String name(UUID metric) {
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(metric))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static Problem problem(String text) {
        var thrown = catchThrowableOfType(ProblemException.class, () -> Formula.parse(text, NAMES::get));
        assertThat(thrown).isNotNull();
        return thrown.first();
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Points.numbers();
    }

    /** Formulas of up to four layers, typed with more brackets than they need. */
    @Provide
    Arbitrary<String> formulas() {
        var formulas = Arbitraries.of("1", "2.50", "0.003", "{Revenue}", "{Cost of sales, 2026 (€)}", "{" + ODD + "}");
        for (int layer = 0; layer < 3; layer++) {
            formulas = layer(formulas);
        }
        return formulas.filter(text -> text.length() <= FormulaReader.LONGEST
                && text.chars().filter(c -> c == '{').count() <= FormulaReader.MOST_REFERENCES);
    }

    private static Arbitrary<String> layer(Arbitrary<String> inside) {
        var operations = Combinators.combine(
                        inside, Arbitraries.of("+", "-", " * ", "/"), inside, Arbitraries.of(1, 2, 3))
                .as((left, sign, right, way) -> switch (way) {
                    case 1 -> left + sign + right;
                    case 2 -> "(" + left + ")" + sign + right;
                    default -> left + sign + "(" + right + ")";
                });
        var calls = Combinators.combine(
                        Arbitraries.of("sum", "average", "min", "max"),
                        inside.list().ofMinSize(1).ofMaxSize(3))
                .as((name, parts) -> name + "(" + String.join(", ", parts) + ")");
        var weighted = inside.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map((List<String> parts) ->
                        parts.stream().map(part -> part + ", 1.5").collect(Collectors.joining(", ", "weighted(", ")")));
        return Arbitraries.frequencyOf(
                Tuple.of(3, operations),
                Tuple.of(1, inside.map(part -> "-(" + part + ")")),
                Tuple.of(1, calls),
                Tuple.of(1, weighted));
    }
}
