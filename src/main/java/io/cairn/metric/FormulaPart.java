package io.cairn.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A formula taken apart. Sums and products are exact, quotients have 18 decimals HALF_EVEN (frameworks 0.4). */
sealed interface FormulaPart {

    record Number(BigDecimal value) implements FormulaPart {}

    record Reference(UUID metric) implements FormulaPart {}

    record Negative(FormulaPart part) implements FormulaPart {}

    record Operation(Sign sign, FormulaPart left, FormulaPart right) implements FormulaPart {
        private @Nullable BigDecimal made(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            if (one == null || other == null) {
                return null;
            }
            return switch (sign) {
                case PLUS -> one.add(other);
                case MINUS -> one.subtract(other);
                case TIMES -> one.multiply(other);
                case OVER -> over(one, other);
            };
        }

        /** The same sign is read from left to right, so on its right it needs brackets. */
        private boolean bracketsAround(FormulaPart inside, boolean right) {
            return inside instanceof Operation operation
                    && (sign.binds() ? right || !operation.sign.binds() : right && !operation.sign.binds());
        }
    }

    /** A function of one or more parts; {@code weights} has one for each of them when it is weighted, and none otherwise. */
    record Call(Name name, List<FormulaPart> parts, List<BigDecimal> weights) implements FormulaPart {
        private @Nullable BigDecimal made(Map<UUID, BigDecimal> values) {
            var known = new ArrayList<BigDecimal>();
            for (FormulaPart part : parts) {
                var value = part.value(values);
                if (value == null) {
                    return null;
                }
                known.add(value);
            }
            return switch (name) {
                case SUM -> sum(known);
                case AVERAGE -> over(sum(known), BigDecimal.valueOf(known.size()));
                case MIN -> known.stream().reduce(BigDecimal::min).orElseThrow();
                case MAX -> known.stream().reduce(BigDecimal::max).orElseThrow();
                case WEIGHTED -> over(sum(weighted(known)), sum(weights));
            };
        }

        private List<BigDecimal> weighted(List<BigDecimal> known) {
            return IntStream.range(0, known.size())
                    .mapToObj(i -> known.get(i).multiply(weights.get(i)))
                    .toList();
        }

        /** The arguments as they are typed: {@code a, b} or {@code a, 2, b, 3}. */
        String arguments(Function<FormulaPart, String> text) {
            return IntStream.range(0, parts.size())
                    .mapToObj(i -> text.apply(parts.get(i))
                            + (weights.isEmpty() ? "" : ", " + weights.get(i).toPlainString()))
                    .collect(Collectors.joining(", "));
        }
    }

    enum Sign {
        PLUS(" + "),
        MINUS(" - "),
        TIMES(" * "),
        OVER(" / ");

        private final String text;

        Sign(String text) {
            this.text = text;
        }

        boolean binds() {
            return this == TIMES || this == OVER;
        }
    }

    enum Name {
        SUM,
        AVERAGE,
        MIN,
        MAX,
        WEIGHTED;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Every reference, from left to right. */
    default Stream<UUID> metrics() {
        return switch (this) {
            case Number number -> Stream.empty();
            case Reference reference -> Stream.of(reference.metric);
            case Negative negative -> negative.part.metrics();
            case Operation operation -> Stream.concat(operation.left.metrics(), operation.right.metrics());
            case Call call -> call.parts.stream().flatMap(FormulaPart::metrics);
        };
    }

    /** Null where a metric has no value or something is divided by 0. */
    default @Nullable BigDecimal value(Map<UUID, BigDecimal> values) {
        return switch (this) {
            case Number number -> number.value;
            case Reference reference -> values.get(reference.metric);
            case Negative negative -> {
                var value = negative.part.value(values);
                yield value == null ? null : value.negate();
            }
            case Operation operation -> operation.made(operation.left.value(values), operation.right.value(values));
            case Call call -> call.made(values);
        };
    }

    /** As it can be read again, with brackets only where they are needed. */
    default String text(Function<Reference, String> reference, Function<Call, String> call) {
        return switch (this) {
            case Number number -> number.value.toPlainString();
            case Reference known -> reference.apply(known);
            case Negative negative ->
                "-" + bracketed(negative.part, negative.part instanceof Operation, reference, call);
            case Operation operation ->
                bracketed(operation.left, operation.bracketsAround(operation.left, false), reference, call)
                        + operation.sign.text
                        + bracketed(operation.right, operation.bracketsAround(operation.right, true), reference, call);
            case Call made -> call.apply(made);
        };
    }

    static String bracketed(
            FormulaPart part, boolean brackets, Function<Reference, String> reference, Function<Call, String> call) {
        var text = part.text(reference, call);
        return brackets ? "(" + text + ")" : text;
    }

    static BigDecimal sum(List<BigDecimal> parts) {
        return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable BigDecimal over(BigDecimal one, BigDecimal other) {
        return other.signum() == 0 ? null : one.divide(other, 18, RoundingMode.HALF_EVEN);
    }
}
