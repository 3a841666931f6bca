package io.cairn.goal;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A number that JSON may also write as true (1) or false (0). */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.PARAMETER})
@JacksonAnnotationsInside
@JsonDeserialize(using = Answer.Json.class)
@interface Answer {

    /** Hands numbers on to whoever reads numbers elsewhere. */
    final class Json extends ValueDeserializer<BigDecimal> {
        @Override
        public BigDecimal deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() == JsonToken.VALUE_TRUE) {
                return BigDecimal.ONE;
            }
            if (json.currentToken() == JsonToken.VALUE_FALSE) {
                return BigDecimal.ZERO;
            }
            return (BigDecimal) context.findRootValueDeserializer(context.constructType(BigDecimal.class))
                    .deserialize(json, context);
        }
    }
}
