package io.cairn.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The tables of worked figures under {@code src/test/resources/vectors}. */
public final class Vectors {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Vectors() {}

    public static <T> List<T> rows(String file, Class<T> row) {
        try (InputStream json = Objects.requireNonNull(
                Vectors.class.getResourceAsStream("/vectors/" + file + ".json"), "no table " + file)) {
            return JSON.readValue(json, JSON.getTypeFactory().constructCollectionType(List.class, row));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static List<String> ids(String file) {
        try (InputStream json = Objects.requireNonNull(
                Vectors.class.getResourceAsStream("/vectors/" + file + ".json"), "no table " + file)) {
            return JSON.readTree(json)
                    .valueStream()
                    .map(row -> row.get("id").asString())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
