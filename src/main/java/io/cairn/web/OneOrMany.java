package io.cairn.web;

import io.cairn.kernel.GeneralProblem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A body that is either one thing or a list of such things, at most a thousand.
 *
 * @param many whether it was sent as a list
 */
@JsonDeserialize(using = OneOrMany.Reader.class)
public record OneOrMany<T>(List<T> items, boolean many) {
    private static final int MOST = 1000;

    /** The path of the list's entries in problems: {@code [2].value}, or just {@code value} of one. */
    public String at(int number) {
        return many ? "[" + number + "]." : "";
    }

    /** Reads both shapes. */
    static final class Reader extends ValueDeserializer<OneOrMany<?>> {
        private final @Nullable JavaType item;

        Reader() {
            this(null);
        }

        private Reader(@Nullable JavaType item) {
            this.item = item;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            JavaType wanted = property == null ? context.getContextualType() : property.getType();
            return new Reader(wanted.containedType(0));
        }

        @Override
        public OneOrMany<?> deserialize(JsonParser parser, DeserializationContext context) {
            JavaType type = Objects.requireNonNull(item);
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                return new OneOrMany<>(List.of(Objects.requireNonNull(context.<Object>readValue(parser, type))), false);
            }
            List<Object> items =
                    context.readValue(parser, context.getTypeFactory().constructCollectionType(List.class, type));
            if (items.isEmpty() || items.stream().anyMatch(Objects::isNull)) {
                throw GeneralProblem.REQUIRED.exception();
            }
            if (items.size() > MOST) {
                throw GeneralProblem.INVALID
                        .saying("Send at most 1,000 at once; more go to a bulk load.")
                        .exception();
            }
            return new OneOrMany<>(items, true);
        }
    }
}
