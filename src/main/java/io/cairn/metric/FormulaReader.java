package io.cairn.metric;

import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.metric.FormulaPart.Name;
import io.cairn.metric.FormulaPart.Sign;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a formula from left to right; positions in problems count characters from 1. */
final class FormulaReader {
    static final int LONGEST = 1000;
    static final int MOST_REFERENCES = 50;
    static final int DEEPEST = 30;
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final String A_PART = "a number, a metric in braces, a function or a bracket";

    private final String text;
    private final Function<String, @Nullable UUID> byName;
    private int at;
    private int depth;
    private int references;

    private FormulaReader(String text, Function<String, @Nullable UUID> byName) {
        this.text = text;
        this.byName = byName;
    }

    static FormulaPart read(String text, Function<String, @Nullable UUID> byName) {
        if (text.length() > LONGEST) {
            throw MetricProblem.FORMULA_TOO_LONG
                    .saying("A formula has at most " + LONGEST + " characters.")
                    .exception();
        }
        var reader = new FormulaReader(text, byName);
        var all = reader.sum();
        if (reader.next() != 0) {
            throw reader.expected("an operator or the end");
        }
        return all;
    }

    private FormulaPart sum() {
        var part = product();
        while (true) {
            if (take('+')) {
                part = new FormulaPart.Operation(Sign.PLUS, part, product());
            } else if (take('-') || take('−')) {
                part = new FormulaPart.Operation(Sign.MINUS, part, product());
            } else {
                return part;
            }
        }
    }

    private FormulaPart product() {
        var part = factor();
        while (true) {
            if (take('*') || take('×') || take('·')) {
                part = new FormulaPart.Operation(Sign.TIMES, part, factor());
            } else if (take('/') || take('÷')) {
                part = new FormulaPart.Operation(Sign.OVER, part, factor());
            } else {
                return part;
            }
        }
    }

    private FormulaPart factor() {
        if (++depth > DEEPEST) {
            throw MetricProblem.FORMULA_TOO_LONG
                    .saying("A formula has at most " + DEEPEST + " brackets in each other.")
                    .exception();
        }
        var part = inside();
        depth--;
        return part;
    }

    private FormulaPart inside() {
        if (take('-') || take('−')) {
            return new FormulaPart.Negative(factor());
        }
        if (take('(')) {
            var part = sum();
            need(')');
            return part;
        }
        char first = next();
        if (first == '{') {
            return reference();
        }
        return isLetter(first) ? call() : new FormulaPart.Number(number(A_PART));
    }

    private FormulaPart reference() {
        int start = at;
        int end = text.indexOf('}', start);
        if (end < 0) {
            at = text.length();
            throw expected("}");
        }
        if (++references > MOST_REFERENCES) {
            throw MetricProblem.FORMULA_TOO_LONG
                    .saying("A formula refers to metrics at most " + MOST_REFERENCES + " times.")
                    .exception();
        }
        var name = text.substring(start + 1, end).strip();
        UUID metric = byName.apply(name);
        if (metric == null && ID.matcher(name).matches()) {
            metric = UUID.fromString(name);
        }
        if (metric == null) {
            throw MetricProblem.FORMULA_UNKNOWN_METRIC
                    .saying("There is no metric called “" + name + "”.")
                    .with("position", start + 1)
                    .exception();
        }
        at = end + 1;
        return new FormulaPart.Reference(metric);
    }

    private FormulaPart call() {
        var name = name();
        need('(');
        var parts = new ArrayList<FormulaPart>();
        var weights = new ArrayList<BigDecimal>();
        do {
            parts.add(sum());
            if (name == Name.WEIGHTED) {
                need(',');
                next();
                weights.add(number("a weight, which is a number"));
            }
        } while (take(','));
        if (name == Name.WEIGHTED && FormulaPart.sum(weights).signum() == 0) {
            throw expected("at least one weight above 0");
        }
        need(')');
        return new FormulaPart.Call(name, List.copyOf(parts), List.copyOf(weights));
    }

    private Name name() {
        int start = at;
        while (at < text.length() && isLetter(text.charAt(at))) {
            at++;
        }
        var typed = text.substring(start, at);
        for (Name name : Name.values()) {
            if (name.text().equalsIgnoreCase(typed)) {
                return name;
            }
        }
        at = start;
        throw expected("one of " + Arrays.stream(Name.values()).map(Name::text).collect(Collectors.joining(", ")));
    }

    private BigDecimal number(String expected) {
        int start = at;
        digits(expected);
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits("a digit");
        }
        return new BigDecimal(text.substring(start, at));
    }

    private void digits(String expected) {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw expected(expected);
        }
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    /** The next character that is not blank, which then is the one at {@code at}; 0 at the end. */
    private char next() {
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at)))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean take(char wanted) {
        boolean there = next() == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    private void need(char wanted) {
        if (!take(wanted)) {
            throw expected(String.valueOf(wanted));
        }
    }

    private ProblemException expected(String what) {
        Problem problem = MetricProblem.FORMULA_SYNTAX.saying("At character %d: expected %s.".formatted(at + 1, what));
        return problem.with("position", at + 1).with("expected", what).exception();
    }
}
