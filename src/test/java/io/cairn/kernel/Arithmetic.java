package io.cairn.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does the steps of an explanation again, from the text alone. */
public final class Arithmetic {
    private static final Pattern TOKEN = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?|[a-z][a-zA-Z0-9]*|[-+*/(),])");

    private final Map<String, BigDecimal> names;
    private final Matcher tokens;
    private String token = "";

    private Arithmetic(String expression, Map<String, BigDecimal> names) {
        this.names = names;
        this.tokens = TOKEN.matcher(expression);
        next();
    }

    /** Every step's result by its name. */
    public static Map<String, BigDecimal> evaluate(Explained<?> explained) {
        var names = new HashMap<String, BigDecimal>();
        explained.inputs().forEach(input -> names.put(input.name(), new BigDecimal(input.value())));
        for (Explained.Step step : explained.steps()) {
            names.put(step.result(), new Arithmetic(step.expression(), names).all());
        }
        return names;
    }

    private void next() {
        token = tokens.lookingAt() ? tokens.group(1) : "";
        if (!token.isEmpty()) {
            tokens.region(tokens.end(), tokens.regionEnd());
        }
    }

    private boolean take(String expected) {
        boolean there = token.equals(expected);
        if (there) {
            next();
        }
        return there;
    }

    private BigDecimal all() {
        var value = sum();
        if (!token.isEmpty() || tokens.regionStart() != tokens.regionEnd()) {
            throw new IllegalArgumentException("left over: " + token);
        }
        return value;
    }

    private BigDecimal sum() {
        var value = product();
        while (token.equals("+") || token.equals("-")) {
            value = take("+") ? value.add(product()) : minus(value);
        }
        return value;
    }

    private BigDecimal minus(BigDecimal value) {
        next();
        return value.subtract(product());
    }

    private BigDecimal product() {
        var value = factor();
        while (token.equals("*") || token.equals("/")) {
            value = take("*") ? value.multiply(factor()) : over(value);
        }
        return value;
    }

    private BigDecimal over(BigDecimal value) {
        next();
        return value.divide(factor(), 18, RoundingMode.HALF_EVEN);
    }

    private BigDecimal factor() {
        if (take("-")) {
            return factor().negate();
        }
        if (take("(")) {
            var value = sum();
            expect(")");
            return value;
        }
        var name = token;
        next();
        if (token.equals("(")) {
            return function(name);
        }
        return Character.isDigit(name.charAt(0)) ? new BigDecimal(name) : known(name);
    }

    private BigDecimal known(String name) {
        var value = names.get(name);
        if (value == null) {
            throw new IllegalArgumentException("unknown: " + name);
        }
        return value;
    }

    private BigDecimal function(String name) {
        expect("(");
        List<BigDecimal> arguments = new ArrayList<>();
        do {
            arguments.add(sum());
        } while (take(","));
        expect(")");
        return switch (name) {
            case "min" -> arguments.stream().reduce(BigDecimal::min).orElseThrow();
            case "max" -> arguments.stream().reduce(BigDecimal::max).orElseThrow();
            case "round" -> arguments.getFirst().setScale(arguments.getLast().intValueExact(), RoundingMode.HALF_UP);
            default -> throw new IllegalArgumentException("unknown: " + name);
        };
    }

    private void expect(String expected) {
        if (!take(expected)) {
            throw new IllegalArgumentException(expected + " expected, found " + token);
        }
    }
}
