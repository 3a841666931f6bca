package io.cairn.web.api;

import io.cairn.web.api.ApiPage.Answer;
import io.cairn.web.api.ApiPage.Code;
import io.cairn.web.api.ApiPage.Field;
import io.cairn.web.api.ApiPage.Operation;
import io.cairn.web.api.ApiPage.ProblemList;
import io.cairn.web.api.ApiPage.Resource;
import io.cairn.web.api.ApiPage.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads an OpenAPI document as a page. */
final class ApiReader {
    private static final String REF = "#/components/schemas/";
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;
    private final String address;

    ApiReader(JsonNode document, String address) {
        this.document = document;
        this.address = address;
    }

    ApiPage page() {
        Map<String, List<Operation>> operations = new LinkedHashMap<>();
        document.path("tags").forEach(tag -> operations.put(tag.path("name").asString(), new ArrayList<>()));
        document.path("paths")
                .forEachEntry((path, item) -> METHODS.stream().filter(item::has).forEach(method -> {
                    JsonNode operation = item.path(method);
                    operations
                            .computeIfAbsent(operation.path("tags").path(0).asString(), tag -> new ArrayList<>())
                            .add(operation(method, path, operation));
                }));
        List<Resource> resources = operations.entrySet().stream()
                .map(entry -> new Resource(entry.getKey(), entry.getValue()))
                .toList();
        return new ApiPage(resources, shapes(resources), problems());
    }

    private Operation operation(String method, String path, JsonNode operation) {
        List<Field> parameters = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> parameters.add(parameter(parameter)));
        JsonNode body = operation.path("requestBody").path("content").path("application/json");
        return new Operation(
                operation.path("operationId").asString(),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("summary").asString(""),
                operation.path("description").asString(""),
                parameters,
                body.isMissingNode() ? null : shape(reference(body.path("schema"))),
                answers(operation),
                Curl.of(address, method, path, body.get("example")));
    }

    private static Field parameter(JsonNode parameter) {
        return field(
                parameter.path("name").asString(),
                parameter.path("schema"),
                parameter.path("required").asBoolean(false),
                parameter.path("description").asString(""));
    }

    private static List<Answer> answers(JsonNode operation) {
        List<Answer> answers = new ArrayList<>();
        String list = operation.path(ProblemAnswers.LIST).asString("");
        operation.path("responses").forEachEntry((status, response) -> {
            JsonNode content = response.path("content").path("application/json");
            String text = response.path("description").asString("");
            if (status.startsWith("2")) {
                String shape = reference(content.path("schema"));
                answers.add(new Answer(
                        status, shape.isEmpty() ? "nothing in it" : "", shape.isEmpty() ? null : anchor(shape), shape));
            } else {
                int more = text.indexOf("codes of " + ProblemAnswers.LISTS);
                answers.add(
                        more < 0
                                ? new Answer(status, text, null, null)
                                : new Answer(status, text.substring(0, more), "problems-" + list, list + " problems"));
            }
        });
        return answers;
    }

    /** The shapes that operations or other shapes refer to; what only a PATCH takes stands with it. */
    private List<Shape> shapes(List<Resource> resources) {
        Set<String> bodies = resources.stream()
                .flatMap(resource -> resource.operations().stream())
                .map(Operation::body)
                .filter(body -> body != null)
                .map(Shape::name)
                .filter(name -> name.endsWith("Changes"))
                .collect(Collectors.toSet());
        Set<String> names = new TreeSet<>();
        document.path("components").path("schemas").propertyNames().forEach(names::add);
        names.removeAll(bodies);
        return names.stream().map(this::shape).toList();
    }

    private Shape shape(String name) {
        JsonNode schema = document.path("components").path("schemas").path(name);
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(field -> required.add(field.asString()));
        List<Field> fields = new ArrayList<>();
        schema.path("properties")
                .forEachEntry((field, type) -> fields.add(field(
                        field,
                        type,
                        required.contains(field),
                        type.path("description").asString(""))));
        return new Shape(name, schema.path("description").asString(""), fields);
    }

    private static Field field(String name, JsonNode schema, boolean required, String description) {
        JsonNode one = schema.has("items") ? schema.path("items") : schema;
        String shape = reference(one);
        String type = shape.isEmpty() ? type(one) : shape;
        List<String> choices = new ArrayList<>();
        one.path("enum").forEach(choice -> {
            if (!choice.isNull()) {
                choices.add(choice.asString());
            }
        });
        return new Field(
                name,
                schema.has("items") ? "list of " + type : type,
                shape.isEmpty() ? null : anchor(shape),
                choices,
                required,
                description);
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        List<String> types = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(each -> types.add(each.asString()));
        } else {
            types.add(type.asString("any"));
        }
        types.remove("null");
        String format = schema.path("format").asString("");
        if (!format.isEmpty() && !format.equals("int32")) {
            return format;
        }
        return types.size() == 1 ? types.getFirst() : "any";
    }

    /** The name of the shape, or nothing; a shape or null is that shape. */
    private static String reference(JsonNode schema) {
        JsonNode one = schema.has("oneOf") ? schema.path("oneOf").path(0) : schema;
        String reference = one.path("$ref").asString("");
        return reference.startsWith(REF) ? reference.substring(REF.length()) : "";
    }

    static String anchor(String shape) {
        return "shape-" + shape;
    }

    private List<ProblemList> problems() {
        List<ProblemList> lists = new ArrayList<>();
        document.path(ProblemAnswers.LISTS).forEachEntry((name, kinds) -> {
            List<Code> codes = new ArrayList<>();
            kinds.forEach(kind -> codes.add(new Code(
                    kind.path("code").asString(),
                    kind.path("status").asInt(),
                    kind.path("message").asString())));
            lists.add(new ProblemList(name, codes));
        });
        return lists;
    }

    /** A line for a shell that has the token and the ids in variables. */
    static final class Curl {
        private Curl() {}

        static String of(String address, String method, String path, @Nullable JsonNode example) {
            var line = new StringBuilder("curl -H \"Authorization: Bearer $TOKEN\"");
            if (!method.equals("get") && !(method.equals("post") && example != null)) {
                line.append(" -X ").append(method.toUpperCase(Locale.ROOT));
            }
            if (example != null) {
                line.append(" \\\n  -H 'Content-Type: application/json' \\\n  -d '")
                        .append(example)
                        .append("'");
            }
            return line.append(" \\\n  \"")
                    .append(address)
                    .append(variables(path))
                    .append('"')
                    .toString();
        }

        /** {@code /goals/{goal}} becomes {@code /goals/$GOAL}. */
        private static String variables(String path) {
            var found = java.util.regex.Pattern.compile("\\{(\\w+)}").matcher(path);
            return found.replaceAll(name -> "\\$" + name.group(1).toUpperCase(Locale.ROOT));
        }
    }
}
