package io.cairn.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One field that an action changed, as people read it. */
public record Change(String field, String before, String after) {
    private static final Set<String> NOT_TOLD = Set.of("id", "version");

    /** What differs between two states of one thing; nothing when it was made or deleted, which says itself. */
    static List<Change> between(@Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null || after == null || before.equals(after)) {
            return List.of();
        }
        if (!before.isObject() || !after.isObject()) {
            return List.of(new Change("", text(before), text(after)));
        }
        Set<String> names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            JsonNode was = before.path(name);
            JsonNode is = after.path(name);
            if (!NOT_TOLD.contains(name) && !was.equals(is)) {
                changes.add(new Change(words(name), text(was), text(is)));
            }
        }
        return changes;
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "nothing";
        }
        if (value.isArray()) {
            String items = value.valueStream().map(Change::text).collect(Collectors.joining(", "));
            return items.isEmpty() ? "nothing" : items;
        }
        if (value.isObject()) {
            return value.hasNonNull("name") ? text(value.path("name")) : value.toString();
        }
        return value.asString().isBlank() ? "nothing" : value.asString();
    }

    /** {@code jobTitle} as "job title". */
    private static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
    }
}
