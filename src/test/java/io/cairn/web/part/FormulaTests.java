package io.cairn.web.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Explained;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaTests {
    @Test
    void numbersStandInPlaceOfNamesAndSignsArePrinted() {
        var formula = formula(
                List.of(
                        new Explained.Input("baseline", "From", "-4"),
                        new Explained.Input("current", "Now", "41.6"),
                        new Explained.Input("base", "Other", "0.333333333333333333")),
                new Explained.Step("way", "Way", "current - baseline", new BigDecimal("45.6")),
                new Explained.Step("share", "Share", "max(0, way * base / 3)", new BigDecimal("5.066666666666666666")),
                new Explained.Step("all", "All", "round(share, 0) + 1", new BigDecimal("6.000")));
        assertThat(formula.lines())
                .containsExactly(
                        new Formula.Line("Way", "41.6 − (−4)", "45.6000"),
                        new Formula.Line("Share", "max(0, 45.6000 × 0.3333 ÷ 3)", "5.0667"),
                        new Formula.Line("All", "round(5.0667, 0) + 1", "6"));
    }

    @Test
    void whatIsUndefinedIsADash() {
        var formula = formula(List.of(), new Explained.Step("pace", "Pace", "1 / 0", null));
        assertThat(formula.lines().getFirst().result()).isEqualTo("–");
    }

    private static Formula formula(List<Explained.Input> inputs, Explained.Step... steps) {
        return Formula.of(new Explained<>(BigDecimal.ONE, "sample", "A sample.", inputs, List.of(steps)));
    }
}
