package io.cairn;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Page;
import io.cairn.kernel.Role;
import io.cairn.testing.Api;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.web.Filters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** What /v3/api-docs and /api say is what the API does. */
@CairnTest
class ApiDescriptionTests {
    private static final String PREFIX = "/api/v1/";

    @Autowired
    private Api api;

    @Autowired
    private SmallCompany company;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private JsonNode document;

    @BeforeEach
    void read() {
        document = api.get(null, "/v3/api-docs").body();
    }

    private record Operation(String method, String path, JsonNode said) {
        String name() {
            return method + " " + path;
        }
    }

    private List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, said) ->
                        all.add(new Operation(method.toUpperCase(java.util.Locale.ROOT), path, said))));
        return all;
    }

    private Map<String, HandlerMethod> handlers() {
        Map<String, HandlerMethod> handlers = new TreeMap<>();
        mappings.getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith(PREFIX))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> handlers.put(method + " " + path, handler))));
        return handlers;
    }

    @Test
    void everyRouteOfTheApiIsThereAndNothingElse() {
        assertThat(operations().stream().map(Operation::name))
                .containsExactlyInAnyOrderElementsOf(handlers().keySet());
    }

    @Test
    void everyOperationSaysWhatItDoesAndWhatComesBack() {
        assertThat(operations()).allSatisfy(operation -> {
            assertThat(operation.said().path("summary").asString(""))
                    .as(operation.name())
                    .endsWith(".");
            assertThat(operation.said().path("responses").propertyNames()).contains("401");
        });
        assertThat(operations().stream()
                        .map(operation -> operation.said().path("operationId").asString()))
                .doesNotHaveDuplicates();
        assertThat(document.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.at("/paths/~1api~1v1~1goals/post/responses").propertyNames())
                .contains("201", "422");
        assertThat(document.at("/paths/~1api~1v1~1goals~1{goal}/delete/responses")
                        .propertyNames())
                .contains("204");
    }

    @Test
    void filtersAreThoseTheListKnows() {
        Map<String, HandlerMethod> handlers = handlers();
        assertThat(operations()).allSatisfy(operation -> {
            HandlerMethod handler = handlers.get(operation.name());
            assertThat(query(operation).keySet()).as(operation.name()).isEqualTo(filters(handler));
        });
    }

    private static Map<String, JsonNode> query(Operation operation) {
        Map<String, JsonNode> found = new TreeMap<>();
        operation.said().path("parameters").forEach(parameter -> {
            if (parameter.path("in").asString().equals("query")) {
                found.put(parameter.path("name").asString(), parameter.path("schema"));
            }
        });
        return found;
    }

    private static TreeSet<String> filters(HandlerMethod handler) {
        TreeSet<String> known = new TreeSet<>();
        Arrays.stream(handler.getMethodParameters())
                .map(parameter -> parameter.getParameterAnnotation(Filters.class))
                .filter(filters -> filters != null)
                .forEach(filters -> {
                    known.addAll(List.of(filters.value()));
                    if (handler.getReturnType().getParameterType() == Page.class) {
                        known.addAll(List.of("limit", "cursor"));
                    }
                });
        return known;
    }

    @Test
    void filtersTakeWhatTheirTypesSay() {
        var admin = company.with(Role.ADMIN);
        for (Operation operation : operations()) {
            query(operation).forEach((name, schema) -> {
                if (!operation.method().equals("GET")
                        || operation.path().contains("{")
                        || name.equals("limit")
                        || name.equals("cursor")) {
                    return;
                }
                boolean several = schema.has("items");
                JsonNode one = several ? schema.path("items") : schema;
                boolean free = !one.has("enum")
                        && !one.has("format")
                        && one.path("type").asString().equals("string");
                String address = operation.path() + "?" + name + "=";
                assertThat(api.get(admin, address + "neither").status())
                        .as(address)
                        .isEqualTo(free ? 200 : 422);
                String good = valid(one);
                assertThat(api.get(admin, address + good).status())
                        .as(address + good)
                        .isIn(200, 404);
                assertThat(api.get(admin, address + good + "&" + name + "=" + good)
                                        .status()
                                == 422)
                        .as(address + " twice")
                        .isEqualTo(!several);
            });
        }
    }

    private static String valid(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").path(0).asString();
        }
        return switch (schema.path("format").asString(schema.path("type").asString())) {
            case "uuid" -> "0199b6a4-7c00-7000-8000-000000000001";
            case "date" -> "2026-08-15";
            case "boolean" -> "true";
            default -> "text";
        };
    }

    @Test
    void neededFieldsAreThoseAskedForWhenAllAreLeftOut() {
        var admin = company.with(Role.ADMIN);
        var cast = company.cast();
        var goal = goal(cast);
        Map<String, String> bodies = Map.of(
                "GoalContent", "/api/v1/goals",
                "MeasureContent", "/api/v1/goals/" + goal + "/measures",
                "InitiativeContent", "/api/v1/goals/" + goal + "/initiatives",
                "PersonInput", "/api/v1/people",
                "TeamInput", "/api/v1/teams",
                "CycleInput", "/api/v1/cycles");
        bodies.forEach((shape, path) -> {
            var writer = path.contains("goals") ? cast.leader() : admin;
            Object body = shape.equals("GoalContent") ? Map.of("framework", "okr") : Map.of();
            TreeSet<String> asked = new TreeSet<>();
            api.post(writer, path, body).body().path("errors").forEach(error -> {
                if (error.path("code").asString().equals("REQUIRED")) {
                    asked.add(error.path("field").asString());
                }
            });
            TreeSet<String> said = new TreeSet<>();
            schema(shape).path("required").forEach(field -> said.add(field.asString()));
            said.removeAll(shape.equals("GoalContent") ? List.of("framework") : List.of());
            assertThat(said).as(shape).isEqualTo(asked);
        });
    }

    private JsonNode schema(String name) {
        return document.path("components").path("schemas").path(name);
    }

    private String goal(SmallCompany.Cast cast) {
        Map<String, Object> body = new HashMap<>();
        body.put("framework", "okr");
        body.put("title", "Described and true");
        body.put("cycleId", cast.quarter().id());
        body.put("ownerTeamId", cast.team().id());
        body.put(
                "measures",
                Stream.of("One", "Two")
                        .map(name -> Map.of("name", name, "baseline", 0, "target", 10, "dueOn", "2026-09-30"))
                        .toList());
        var made = api.post(cast.leader(), "/api/v1/goals", body);
        assertThat(made.status()).isEqualTo(201);
        String id = made.text("id");
        assertThat(api.post(cast.leader(), "/api/v1/goals/" + id + "/activation", null)
                        .status())
                .isEqualTo(200);
        return id;
    }

    @Test
    void repliesLookAsDescribed() {
        var cast = company.cast();
        String goal = goal(cast);
        String measure = api.get(cast.leader(), "/api/v1/goals/" + goal)
                .body()
                .at("/measures/0/id")
                .asString();
        assertThat(api.post(cast.leader(), "/api/v1/measures/" + measure + "/check-ins", Map.of("value", 4))
                        .status())
                .isEqualTo(201);
        api.post(cast.leader(), "/api/v1/goals/" + goal + "/initiatives", Map.of("title", "Do it"));
        for (Operation operation : operations()) {
            String path = operation.path().replace("{goal}", goal).replace("{measure}", measure);
            if (operation.method().equals("GET") && !path.contains("{")) {
                var reply = api.get(cast.leader(), path);
                assertThat(reply.status()).as(path).isEqualTo(200);
                check(operation.said().at("/responses/200/content/application~1json/schema"), reply.body(), path);
            }
        }
        var refused = api.post(cast.leader(), "/api/v1/goals", Map.of("framework", "okr", "owner", "me"));
        check(schema("Problem"), refused.body(), "problem");
    }

    @Test
    void examplesAreValid() {
        var examples = operations().stream()
                .map(operation -> operation.said().at("/requestBody/content/application~1json"))
                .filter(content -> !content.isMissingNode())
                .toList();
        assertThat(examples).hasSizeGreaterThan(15).allSatisfy(content -> {
            assertThat(content.has("example")).as(content.toString()).isTrue();
            check(
                    content.path("schema"),
                    content.path("example"),
                    content.path("schema").toString());
        });
    }

    /** The value has no field the schema lacks, all it requires, and values of its types. */
    private void check(JsonNode schema, JsonNode value, String where) {
        if (schema.has("$ref")) {
            String reference = schema.path("$ref").asString();
            check(schema(reference.substring(reference.lastIndexOf('/') + 1)), value, where);
            return;
        }
        if (schema.has("oneOf")) {
            if (!value.isNull()) {
                check(schema.path("oneOf").path(0), value, where);
            }
            return;
        }
        List<String> types = new ArrayList<>();
        if (schema.path("type").isArray()) {
            schema.path("type").forEach(type -> types.add(type.asString()));
        } else {
            types.add(schema.path("type").asString("none"));
        }
        assertThat(types).as(where + " " + schema + " " + value).contains(type(value, types));
        if (schema.has("enum") && !value.isNull()) {
            List<String> choices = new ArrayList<>();
            schema.path("enum").forEach(choice -> choices.add(choice.asString("null")));
            assertThat(choices).as(where).contains(value.asString());
        }
        if (value.isArray() && schema.has("items")) {
            value.forEach(each -> check(schema.path("items"), each, where + "[]"));
        }
        if (value.isObject() && schema.has("properties")) {
            assertThat(schema.path("properties").propertyNames()).as(where).containsAll(value.propertyNames());
            schema.path("required")
                    .forEach(name -> assertThat(value.propertyNames()).as(where).contains(name.asString()));
            value.forEachEntry((name, field) -> check(schema.path("properties").path(name), field, where + "." + name));
        }
    }

    private static String type(JsonNode value, List<String> types) {
        return switch (value.getNodeType()) {
            case NULL -> "null";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case OBJECT -> "object";
            case STRING -> "string";
            case NUMBER -> types.contains("integer") && value.isIntegralNumber() ? "integer" : "number";
            default -> "none";
        };
    }

    @Test
    void thePageShowsEveryOperationToAnybody() {
        company.cast();
        String page = api.get(null, "/api").raw().body();
        assertThat(operations())
                .allSatisfy(operation -> assertThat(page)
                        .contains("id=\"" + operation.said().path("operationId").asString() + "\"")
                        .contains("<span>" + operation.path() + "</span>"));
        assertThat(page)
                .contains("TARGET_AGAINST_DIRECTION", "MILESTONE", "$GOAL")
                .doesNotContain("style=");
    }
}
