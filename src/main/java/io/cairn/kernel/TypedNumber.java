package io.cairn.kernel;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as people type it: {@code 46,000}, {@code 46 000}, {@code 1.2M}, {@code €3k}, {@code (1,200)}, {@code −5 %}.
 * Either the value or the problem is there. Where another reading is likely the problem's details hold it as {@code suggestion}.
 */
public record TypedNumber(
        @Nullable BigDecimal value, @Nullable Problem problem) {
    private static final int LONGEST = 64;
    private static final String CURRENCIES = "[€$£¥]";
    private static final Pattern SHAPE = Pattern.compile("(?<before>" + CURRENCIES + "?)\\s*"
            + "(?<number>[0-9.,'][0-9.,' ]*)\\s*"
            + "(?<scale>bn|[kKmMbB])?\\s*"
            + "(?<after>\\S.*)?");
    private static final Pattern PLAIN =
            Pattern.compile("(?:\\d+|\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+)?(?:\\.\\d+)?");
    private static final Pattern LEADING_ZERO_GROUP = Pattern.compile("0\\d*[, ].*");
    private static final Pattern DECIMAL_COMMA =
            Pattern.compile("(?<whole>\\d+|\\d{1,3}(?:[.' ]\\d{3})+),(?<part>\\d+)");
    private static final Pattern OTHER_GROUPS =
            Pattern.compile("\\d{1,3}(?:'\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?:\\.\\d{3}){2,}");
    private static final Pattern EXPONENT = Pattern.compile("[+-]?[0-9.,]+[eE][+-]?\\d+");
    private static final Map<String, Integer> POWERS = Map.of("k", 3, "K", 3, "M", 6, "bn", 9);
    private static final Map<String, String> MEANT = Map.of("m", "M", "b", "bn", "B", "bn");
    private static final Set<String> CURRENCY_SIGNS = Set.of("€", "$", "£", "¥");
    private static final Map<String, String> CURRENCY_CODES = Map.of("EUR", "€", "USD", "$", "GBP", "£", "JPY", "¥");

    /** Reads a number for a measure in this unit; the unit may be typed with it, another may not. */
    public static TypedNumber parse(String text, String unit) {
        if (text.length() > LONGEST || text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t')) {
            return refused(GeneralProblem.INVALID.problem());
        }
        var typed = tidy(text);
        boolean bracketed = typed.startsWith("(") && typed.endsWith(")") && typed.length() > 2;
        if (bracketed) {
            typed = typed.substring(1, typed.length() - 1).strip();
        }
        if (EXPONENT.matcher(typed).matches()) {
            return refused(NumberProblem.NOT_A_NUMBER.saying("Write the number out, without an exponent."));
        }
        return new Reader(unit.strip(), bracketed).read(typed);
    }

    /** The value, or the problem thrown with the field it belongs to. */
    public BigDecimal orThrow(String field) {
        if (value == null) {
            throw (problem == null ? NumberProblem.NOT_A_NUMBER.problem() : problem)
                    .at(field)
                    .exception();
        }
        return value;
    }

    private static TypedNumber refused(Problem problem) {
        return new TypedNumber(null, problem);
    }

    /** Every kind of blank as one plain blank, every kind of minus as {@code -}. */
    private static String tidy(String text) {
        return text.replaceAll("[\\s\\u00a0\\u2007\\u2009\\u202f]+", " ")
                .replace('−', '-')
                .replace('–', '-')
                .replace('’', '\'')
                .strip();
    }

    /** Takes one typed text apart. */
    private record Reader(String unit, boolean bracketed) {
        TypedNumber read(String typed) {
            var rest = typed;
            var currency = "";
            if (!rest.isEmpty() && CURRENCY_SIGNS.contains(rest.substring(0, 1))) {
                currency = rest.substring(0, 1);
                rest = rest.substring(1).strip();
            }
            boolean negative = rest.startsWith("-");
            if (negative || rest.startsWith("+")) {
                rest = rest.substring(1).strip();
            }
            var shape = SHAPE.matcher(rest);
            if ((negative && bracketed) || !shape.matches()) {
                return refused(NumberProblem.NOT_A_NUMBER.problem());
            }
            if (!shape.group("before").isEmpty()) {
                if (!currency.isEmpty()) {
                    return refused(NumberProblem.NOT_A_NUMBER.problem());
                }
                currency = shape.group("before");
            }
            return read(
                    shape.group("number").strip(),
                    shape.group("scale"),
                    currency,
                    shape.group("after"),
                    negative || bracketed);
        }

        private TypedNumber read(
                String number, @Nullable String scale, String before, @Nullable String after, boolean negative) {
            // "5 m" in metres and "3 bn" in a unit of that name are the unit, not a million or a billion.
            var tail = (scale == null ? "" : scale) + (after == null ? "" : after);
            boolean unitAlone = !unit.isEmpty() && tail.equals(unit);
            var power = unitAlone ? null : scale;
            var written = unitAlone || after == null ? "" : after;
            if (!fits(before) || !fits(written) || (!before.isEmpty() && !written.isEmpty())) {
                return refused(wrongUnit(before, written));
            }
            if (power != null && MEANT.containsKey(power)) {
                return suggesting(NumberProblem.NOT_A_NUMBER, sign(negative) + number + MEANT.get(power));
            }
            return digits(number, power, negative);
        }

        private Problem wrongUnit(String before, String after) {
            var typed = before + after;
            boolean named = typed.equals("%") || CURRENCY_SIGNS.contains(typed) || CURRENCY_CODES.containsKey(typed);
            if (!named) {
                return NumberProblem.NOT_A_NUMBER.problem();
            }
            return NumberProblem.WRONG_UNIT.saying(
                    unit.isEmpty()
                            ? "This measure has no unit."
                            : "This is measured in %s, not in %s.".formatted(unit, typed));
        }

        /** Whether what was typed beside the number is the measure's unit, a currency by its sign or its code. */
        private boolean fits(String typed) {
            return typed.isEmpty()
                    || typed.equalsIgnoreCase(unit)
                    || typed.equals(CURRENCY_CODES.get(unit))
                    || unit.equals(CURRENCY_CODES.get(typed.toUpperCase(Locale.ROOT)));
        }

        private TypedNumber digits(String number, @Nullable String power, boolean negative) {
            if (LEADING_ZERO_GROUP.matcher(number).matches()
                    || !PLAIN.matcher(number).matches()) {
                return misread(number, power, negative);
            }
            var value = new BigDecimal(number.replaceAll("[, ]", ""));
            if (power != null) {
                value = value.scaleByPowerOfTen(POWERS.getOrDefault(power, 0));
            }
            var problem = Quantity.problem(value);
            return problem == null
                    ? new TypedNumber(Display.plain(negative ? value.negate() : value), null)
                    : refused(problem.problem());
        }

        /** Commas and points the other way round, or another way of parting groups, are likely meant so. */
        private static TypedNumber misread(String number, @Nullable String power, boolean negative) {
            var tail = power == null ? "" : power;
            var comma = DECIMAL_COMMA.matcher(number);
            if (comma.matches()) {
                var whole = comma.group("whole").replaceAll("[.' ]", "");
                return suggesting(
                        NumberProblem.DECIMAL_COMMA, sign(negative) + whole + "." + comma.group("part") + tail);
            }
            if (OTHER_GROUPS.matcher(number).matches()) {
                boolean points = number.indexOf('.') != number.lastIndexOf('.');
                var plain = number.replace("'", "");
                return suggesting(
                        NumberProblem.NOT_A_NUMBER, sign(negative) + (points ? plain.replace(".", "") : plain) + tail);
            }
            return refused(NumberProblem.NOT_A_NUMBER.problem());
        }

        private static String sign(boolean negative) {
            return negative ? "-" : "";
        }

        private static TypedNumber suggesting(NumberProblem kind, String suggestion) {
            return refused(kind.saying("Did you mean %s?".formatted(suggestion)).with("suggestion", suggestion));
        }
    }
}
