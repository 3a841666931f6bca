package io.cairn.web.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Makes of javadoc what the document's readers expect: backticks for code, and no sentence twice. */
final class Prose {
    private Prose() {}

    static void tidy(OpenAPI api) {
        api.getPaths().values().forEach(path -> path.readOperations().forEach(Prose::tidy));
        api.getComponents().getSchemas().values().forEach(Prose::tidy);
    }

    private static void tidy(Operation operation) {
        String summary = plain(operation.getSummary());
        String whole = plain(operation.getDescription());
        operation.setSummary(summary);
        if (summary != null && whole != null) {
            String rest = whole.startsWith(summary)
                    ? whole.substring(summary.length()).strip()
                    : whole;
            operation.setDescription(rest.isEmpty() ? null : rest);
        }
    }

    private static void tidy(Schema<?> schema) {
        schema.setDescription(plain(schema.getDescription()));
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(Prose::tidy);
        }
    }

    private static @Nullable String plain(@Nullable String text) {
        return text == null
                ? null
                : text.replaceAll("</?code>", "`").replaceAll("\\s+", " ").strip();
    }
}
