package io.cairn.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** How single values are read from JSON. */
final class JsonValues {
    private static final int MOST_DIGITS = 39;
    private static final Pattern EXPONENT = Pattern.compile("[eE][+-]?0*([1-3]?\\d{0,2})$");

    private JsonValues() {}

    static final class Text extends StdScalarDeserializer<String> {
        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = text(this, parser, context);
            if (!PlainText.isClean(text)) {
                throw context.weirdStringException(text, String.class, "control characters");
            }
            return text;
        }
    }

    static final class Name extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            if (!PlainText.isClean(key)) {
                throw context.weirdKeyException(String.class, key, "control characters");
            }
            return key;
        }
    }

    /** Looks at the digits before it makes a number of them: a number of a billion zeros is short to write. */
    static final class Decimal extends StdScalarDeserializer<BigDecimal> {
        Decimal() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.currentToken().isNumeric()) {
                return (BigDecimal) context.handleUnexpectedToken(getValueType(context), parser);
            }
            String text = parser.getString();
            if (!isReasonable(text)) {
                throw context.weirdStringException(text, BigDecimal.class, "too many digits");
            }
            return new BigDecimal(text);
        }

        private static boolean isReasonable(String text) {
            int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
            String digits = exponent < 0 ? text : text.substring(0, exponent);
            return digits.chars().filter(Character::isDigit).count() <= MOST_DIGITS
                    && (exponent < 0 || EXPONENT.matcher(text).find(exponent));
        }
    }

    static final class Day extends StdScalarDeserializer<LocalDate> {
        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            String text = text(this, parser, context);
            try {
                LocalDate day = LocalDate.parse(text);
                if (isOurs(day.getYear())) {
                    return day;
                }
            } catch (DateTimeException unreadable) {
                // falls through to the refusal below
            }
            throw context.weirdStringException(text, LocalDate.class, "not a date");
        }
    }

    static final class Moment extends StdScalarDeserializer<Instant> {
        Moment() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            String text = text(this, parser, context);
            try {
                OffsetDateTime moment = OffsetDateTime.parse(text);
                if (isOurs(moment.getYear())) {
                    return moment.toInstant();
                }
            } catch (DateTimeException unreadable) {
                // falls through to the refusal below
            }
            throw context.weirdStringException(text, Instant.class, "not a moment");
        }
    }

    private static boolean isOurs(int year) {
        return year >= 1900 && year <= 9999;
    }

    private static String text(StdScalarDeserializer<?> reader, JsonParser parser, DeserializationContext context) {
        return parser.hasToken(JsonToken.VALUE_STRING)
                ? parser.getString()
                : (String) context.handleUnexpectedToken(reader.getValueType(context), parser);
    }
}
