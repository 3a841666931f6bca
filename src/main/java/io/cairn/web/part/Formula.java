package io.cairn.web.part;

import io.cairn.kernel.Explained;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An explained figure's steps as people read them: the numbers in place of the names, signs as printed. */
public record Formula(List<Line> lines) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]*(?!\\w|\\()");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+\\.[0-9]+");
    private static final int DIGITS = 4;

    /**
     * One step.
     *
     * @param label what it gives
     * @param calculation such as {@code (90 − 88) ÷ (92 − 88)}
     * @param result such as {@code 0.5000}; a dash where it is undefined
     */
    public record Line(String label, String calculation, String result) {}

    public static Formula of(Explained<?> explained) {
        Map<String, String> known = new HashMap<>();
        explained.inputs().forEach(input -> known.put(input.name(), shown(input.value())));
        var lines = explained.steps().stream()
                .map(step -> {
                    var line = new Line(step.label(), withNumbers(step.expression(), known), shown(step.value()));
                    known.put(step.result(), line.result());
                    return line;
                })
                .toList();
        return new Formula(lines);
    }

    private static String withNumbers(String expression, Map<String, String> known) {
        Matcher names = NAME.matcher(expression);
        String numbers = names.replaceAll(
                name -> Matcher.quoteReplacement(bracketed(known.getOrDefault(name.group(), name.group()))));
        return numbers.replaceAll("\\s*\\*\\s*", " × ")
                .replaceAll("\\s*/\\s*", " ÷ ")
                .replace('-', '−');
    }

    private static String bracketed(String value) {
        return value.startsWith("-") || value.startsWith("−") ? "(" + value + ")" : value;
    }

    /** An input as it was given, a long number cut to what is read. */
    public static String shown(String value) {
        int point = value.indexOf('.');
        boolean isLong = point >= 0
                && value.length() - point - 1 > DIGITS
                && NUMBER.matcher(value).matches();
        return isLong ? shown(new BigDecimal(value)) : value;
    }

    /** Whole numbers as they are, others to four digits. */
    private static String shown(@Nullable BigDecimal value) {
        if (value == null) {
            return "–";
        }
        BigDecimal plain = value.stripTrailingZeros();
        boolean whole = plain.scale() <= 0;
        return (whole ? plain.setScale(0, RoundingMode.UNNECESSARY) : value.setScale(DIGITS, RoundingMode.HALF_UP))
                .toPlainString()
                .replace('-', '−');
    }
}
