package io.cairn.web;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The changes a PATCH asks for (RFC 7396): named fields replace, null clears, what is not named stays. {@code version} is
 * the one the caller saw and no field of its own unless T has it.
 */
public final class MergePatch<T> {
    private static final String VERSION = "version";

    private final ObjectNode changes;
    private final JavaType type;
    private final JsonMapper json;

    MergePatch(ObjectNode changes, JavaType type, JsonMapper json) {
        this.changes = changes;
        this.type = type;
        this.json = json;
    }

    /** The current value with the changes in it; 422 for fields T lacks and values they cannot hold. */
    public T onto(T current) {
        try {
            ObjectNode merged = json.valueToTree(current);
            ObjectNode named = changes.deepCopy();
            if (!merged.has(VERSION)) {
                named.remove(VERSION);
            }
            merge(merged, named);
            return json.treeToValue(merged, type);
        } catch (JacksonException refused) {
            throw new ProblemException(JsonProblems.of(refused));
        }
    }

    /** The version the caller saw; 422 {@code REQUIRED} without one. */
    public int version() {
        @Nullable JsonNode version = changes.get(VERSION);
        if (version == null || version.isNull()) {
            throw GeneralProblem.REQUIRED.at(VERSION).exception();
        }
        if (!version.isIntegralNumber() || !version.canConvertToInt()) {
            throw GeneralProblem.INVALID.at(VERSION).exception();
        }
        return version.intValue();
    }

    /** Whether the field is named, be it with null. */
    public boolean has(String field) {
        return changes.has(field);
    }

    private static void merge(ObjectNode target, ObjectNode changes) {
        changes.forEachEntry((name, change) -> {
            if (change instanceof ObjectNode inner && target.get(name) instanceof ObjectNode within) {
                merge(within, inner);
            } else {
                target.set(name, change);
            }
        });
    }
}
