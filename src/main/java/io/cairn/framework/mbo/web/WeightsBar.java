package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.ObjectiveTerms;
import io.cairn.kernel.Display;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The weights of a plan's lines as one bar of a hundred.
 *
 * @param parts in the lines' order; what goes beyond a hundred is cut
 */
public record WeightsBar(List<Part> parts, BigDecimal total) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal WIDE_ENOUGH = BigDecimal.valueOf(6);

    /** One line's share. */
    public record Part(int number, BigDecimal from, BigDecimal width) {
        /** Where its number stands. */
        public BigDecimal middle() {
            return from.add(width.divide(BigDecimal.TWO));
        }

        public boolean numbered() {
            return width.compareTo(WIDE_ENOUGH) >= 0;
        }
    }

    public static WeightsBar of(List<ObjectiveTerms> lines) {
        List<Part> parts = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            BigDecimal from = total.min(HUNDRED);
            total = total.add(lines.get(i).weight());
            BigDecimal width = total.min(HUNDRED).subtract(from);
            if (width.signum() > 0) {
                parts.add(new Part(i + 1, from, width));
            }
        }
        return new WeightsBar(parts, total);
    }

    /** {@code 85 of 100}. */
    public String words() {
        return Display.number(total) + " of 100";
    }

    public boolean isWhole() {
        return total.compareTo(HUNDRED) == 0;
    }

    /** {@code Weights: 1 has 60 %, 2 has 40 %}. */
    public String label() {
        return "Weights " + words() + ": "
                + parts.stream()
                        .map(part -> part.number() + " has " + Display.number(part.width()) + " %")
                        .collect(Collectors.joining(", "));
    }
}
