package io.cairn.agreement;

import io.cairn.kernel.Decimals;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is signed: the terms with what they are the terms of, in one spelling only (names in order, numbers without idle zeros, no
 * blanks), so that the same content always has the same digest.
 *
 * @param text JSON
 * @param digest SHA-256 of the text in UTF-8, in small hexadecimal
 * @param terms as they stand in the text
 */
record Document(String text, String digest, JsonNode terms) {
    static final String TERMS = "terms";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static Document of(
            Subject subject, int version, JsonNode terms, @Nullable LocalDate effectiveFrom, @Nullable String reason) {
        ObjectNode all = NODES.objectNode();
        all.put("subject", subject.kind() + "/" + subject.id());
        all.put("version", version);
        all.put("effectiveFrom", effectiveFrom == null ? null : effectiveFrom.toString());
        all.put("reason", reason);
        all.set(TERMS, terms);
        JsonNode spelt = spelt(all);
        String text = spelt.toString();
        return new Document(text, digest(text), spelt.path(TERMS));
    }

    private static JsonNode spelt(JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = NODES.objectNode();
            for (String name : new TreeSet<>(node.propertyNames())) {
                object.set(name, spelt(node.path(name)));
            }
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = NODES.arrayNode();
            node.valueStream().map(Document::spelt).forEach(array::add);
            return array;
        }
        return node.isNumber() ? NODES.numberNode(Decimals.plain(node.decimalValue())) : node;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
