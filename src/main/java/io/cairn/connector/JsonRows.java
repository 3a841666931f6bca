package io.cairn.connector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds rows in a JSON answer; numbers keep the digits they were written with. */
final class JsonRows {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonRows() {}

    static boolean isPointer(String text) {
        try {
            JsonPointer.compile(text);
            return true;
        } catch (IllegalArgumentException noPointer) {
            return false;
        }
    }

    static JsonNode read(byte[] answer) {
        try {
            JsonNode tree = JSON.readTree(answer);
            if (!tree.isMissingNode()) {
                return tree;
            }
        } catch (JacksonException broken) {
            throw ConnectorProblem.NOT_JSON.at("source.url").exception();
        }
        throw ConnectorProblem.NOT_JSON.at("source.url").exception();
    }

    /** @param places JSON pointers within a row */
    static Rows of(JsonNode answer, String pointer, List<String> places) {
        JsonNode found = answer.at(pointer);
        if (found.isMissingNode()) {
            throw ConnectorProblem.POINTER_MISSING
                    .saying("Nothing is at " + pointer + " in the answer.")
                    .at("source.rows")
                    .exception();
        }
        List<JsonNode> nodes = found.isArray() ? found.valueStream().toList() : List.of(found);
        if (nodes.size() > Rows.MOST) {
            throw ConnectorProblem.TOO_MANY_ROWS.at("source.rows").exception();
        }
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        nodes.forEach(node -> rows.add(row(node, places)));
        return new Rows(places, rows);
    }

    private static Map<String, @Nullable String> row(JsonNode node, List<String> places) {
        Map<String, @Nullable String> cells = new LinkedHashMap<>();
        for (String place : places) {
            JsonNode cell = node.at(place);
            if (!cell.isMissingNode()) {
                cells.put(place, Rows.cell(text(cell)));
            }
        }
        return cells;
    }

    private static @Nullable String text(JsonNode cell) {
        if (cell.isNull()) {
            return null;
        }
        return cell.isValueNode() ? cell.asString() : cell.toString();
    }
}
