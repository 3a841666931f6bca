package io.cairn.web.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds one's way through schemas. */
final class Schemas {
    private static final String REF = "#/components/schemas/";
    static final String JSON = "application/json";

    private Schemas() {}

    /** What a successful reply holds. */
    static @Nullable Schema<?> answered(Operation operation) {
        return operation.getResponses().values().stream()
                .filter(response -> response.getContent() != null)
                .map(response -> response.getContent().get(JSON))
                .filter(Objects::nonNull)
                .map(MediaType::getSchema)
                .findFirst()
                .orElse(null);
    }

    static Map<String, Schema> properties(@Nullable Schema<?> schema, Components components) {
        Schema<?> named = named(schema, components);
        return named == null || named.getProperties() == null ? Map.of() : named.getProperties();
    }

    static @Nullable Schema<?> named(@Nullable Schema<?> schema, Components components) {
        return schema == null || schema.get$ref() == null
                ? schema
                : components.getSchemas().get(name(schema));
    }

    static String name(Schema<?> reference) {
        return reference.get$ref().substring(REF.length());
    }

    static Schema<?> reference(String name) {
        return new Schema<>().$ref(REF + name);
    }

    /** Its type besides null. */
    static String type(Schema<?> schema) {
        return schema.getTypes() == null
                ? Objects.requireNonNullElse(schema.getType(), "object")
                : schema.getTypes().stream()
                        .filter(type -> !type.equals("null"))
                        .findFirst()
                        .orElse("object");
    }

    static @Nullable List<Object> choices(Schema<?> schema) {
        return schema.getEnum() == null
                ? null
                : schema.getEnum().stream()
                        .filter(Objects::nonNull)
                        .map(Object.class::cast)
                        .toList();
    }
}
