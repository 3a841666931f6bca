package io.cairn.agreement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What differs between two documents, value by value: objects are compared by key, arrays of objects that all have an {@code id}
 * by it (wherever they stand), other arrays by place, numbers by value. Nothing and no value are the same.
 */
public final class TermsDiff {
    private static final List<String> NAMES = List.of("title", "name");

    private TermsDiff() {}

    /** How a value differs. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One value that differs.
     *
     * @param path such as {@code /objectives/[id=7]/target} or {@code /points/[0]/factor}; {@code ~}, {@code /} and {@code [} in
     *     a key are written {@code ~0}, {@code ~1} and {@code ~2}
     * @param label for people: "Expansion revenue · target"
     * @param before null when it was added
     * @param after null when it was removed
     */
    public record Difference(
            String path,
            String label,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            Kind kind) {}

    private record Leaf(String label, JsonNode value) {}

    /** In the order of the document before, then what is new in the order of the one after; empty when nothing differs. */
    public static List<Difference> between(JsonNode before, JsonNode after) {
        Map<String, Leaf> was = leaves(before);
        Map<String, Leaf> is = leaves(after);
        Set<String> paths = new LinkedHashSet<>(was.keySet());
        paths.addAll(is.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            Leaf old = was.get(path);
            Leaf now = is.get(path);
            if (old == null && now != null) {
                differences.add(new Difference(path, now.label(), null, now.value(), Kind.ADDED));
            } else if (old != null && now == null) {
                differences.add(new Difference(path, old.label(), old.value(), null, Kind.REMOVED));
            } else if (old != null && now != null && !same(old.value(), now.value())) {
                differences.add(new Difference(path, now.label(), old.value(), now.value(), Kind.CHANGED));
            }
        }
        return differences;
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
    }

    private static Map<String, Leaf> leaves(JsonNode document) {
        Map<String, Leaf> found = new LinkedHashMap<>();
        collect("", "", "", document, found);
        return found;
    }

    /**
     * @param within the name of the item that is around
     * @param word what the value itself is called
     */
    private static void collect(String path, String within, String word, JsonNode node, Map<String, Leaf> found) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                String key = words(property.getKey());
                collect(path + "/" + escaped(property.getKey()), inside(within, word), key, property.getValue(), found);
            }
        } else if (node.isArray()) {
            boolean byId = byId(node);
            for (int place = 0; place < node.size(); place++) {
                JsonNode item = node.path(place);
                String step = byId ? "[id=" + escaped(item.path("id").asString()) + "]" : "[" + place + "]";
                collect(path + "/" + step, within, name(item, word, place), item, found);
            }
        } else if (!node.isNull() && !node.isMissingNode()) {
            found.put(path, new Leaf(label(within, word), node));
        }
    }

    private static boolean byId(JsonNode array) {
        Set<String> ids = new HashSet<>();
        return array.valueStream()
                .allMatch(item -> item.isObject()
                        && item.path("id").isValueNode()
                        && !item.path("id").isNull()
                        && ids.add(item.path("id").asString()));
    }

    private static String name(JsonNode item, String word, int place) {
        return NAMES.stream()
                .map(item::path)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst()
                .orElse(word + " " + (place + 1));
    }

    private static String inside(String within, String word) {
        return within.isEmpty() ? word : within + " · " + word;
    }

    private static String label(String within, String word) {
        String label = inside(within, word);
        return label.isEmpty()
                ? "Terms"
                : label.substring(0, label.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + label.substring(label.offsetByCodePoints(0, 1));
    }

    /** {@code planCap} as "plan cap". */
    private static String words(String key) {
        return key.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1").replace("[", "~2");
    }
}
