package io.cairn.web.api;

import io.cairn.kernel.Page;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** The parameters of a list: how many, from where on, and its filters, each typed as the field it is named after. */
final class ListParameters {
    private ListParameters() {}

    static void describe(Operation operation, HandlerMethod handler, Components components) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            Filters filters = parameter.getParameterAnnotation(Filters.class);
            if (parameter.getParameterType() == ListQuery.class && filters != null) {
                for (String filter : filters.value()) {
                    boolean several = Set.of(filters.several()).contains(filter);
                    operation.addParametersItem(filter(filter, several, item(operation, components)));
                }
                if (handler.getReturnType().getParameterType() == Page.class) {
                    describePaging(operation);
                }
            }
        }
    }

    private static void describePaging(Operation operation) {
        var limit = text("integer");
        limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(200)).setDefault(50);
        operation.addParametersItem(query("limit", limit, "how many at most"));
        operation.addParametersItem(query("cursor", text("string"), "the nextCursor of the reply before"));
    }

    private static Parameter filter(String name, boolean several, Map<String, Schema> item) {
        Schema<?> one = type(name, item);
        return several
                ? query(name, new ArraySchema().items(one), "may be repeated: any of them")
                : query(name, one, name.equals("q") ? "part of its text" : null);
    }

    private static Parameter query(String name, Schema<?> schema, @Nullable String description) {
        return new QueryParameter().name(name).required(false).schema(schema).description(description);
    }

    /** The fields of what the list holds. */
    private static Map<String, Schema> item(Operation operation, Components components) {
        Map<String, Schema> page = Schemas.properties(Schemas.answered(operation), components);
        Schema<?> items = page.get("items");
        return items == null ? Map.of() : Schemas.properties(items.getItems(), components);
    }

    private static Schema<?> type(String filter, Map<String, Schema> item) {
        Schema<?> field = item.get(filter);
        Schema<?> each = item.get(filter + "s");
        if (field != null && isPlain(field)) {
            return like(field);
        }
        if (each != null && each.getItems() != null && isPlain(each.getItems())) {
            return like(each.getItems());
        }
        return switch (filter) {
            case "q" -> text("string");
            case "aggregate", "rules" -> text("string");
            case "window" -> text("integer");
            case "open" -> text("boolean");
            case "from", "to", "on", "periodStart" -> text("string").format("date");
            default -> text("string").format("uuid");
        };
    }

    private static boolean isPlain(Schema<?> field) {
        return field.get$ref() == null && field.getItems() == null && field.getOneOf() == null;
    }

    private static Schema<?> like(Schema<?> field) {
        String type = Schemas.type(field);
        return text(type).format(field.getFormat())._enum(Schemas.choices(field));
    }

    private static Schema<Object> text(String type) {
        return new JsonSchema().types(Set.of(type));
    }
}
