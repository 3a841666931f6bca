package io.cairn.web.api;

import io.cairn.kernel.Viewer;
import io.cairn.web.ListQuery;
import io.cairn.web.MergePatch;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Completes what springdoc reads from controllers and their javadoc: tokens, our own kinds of arguments, what a PATCH takes,
 * problems and examples.
 */
@Component
class ApiDescription implements OpenApiCustomizer {
    private static final String PREFIX = "/api/v1/";
    private static final String TOKEN = "token";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(ListQuery.class, MergePatch.class, Viewer.class)
                .replaceWithSchema(
                        JsonNode.class,
                        new JsonSchema()
                                .types(Set.of("object", "array", "string", "number", "boolean"))
                                .description("any JSON"));
    }

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final Bodies bodies;

    ApiDescription(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            Bodies bodies) {
        this.mappings = mappings;
        this.bodies = bodies;
    }

    @Override
    public void customise(OpenAPI api) {
        api.setInfo(new Info()
                .title("Cairn")
                .version("v1")
                .description("Goals, their key results and check-ins. Requests and replies are JSON; see "
                        + "docs/api.md for what all of them share."));
        api.getComponents()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("A token from your account page; it sees and does what you may."));
        api.setSecurity(List.of(new SecurityRequirement().addList(TOKEN)));
        api.setPaths(sorted(api.getPaths()));
        api.setTags(resources(api.getPaths()).stream()
                .map(name -> new Tag().name(name))
                .toList());
        ProblemAnswers.describe(api, handlers().values());
        handlers().forEach((mapping, handler) -> describe(api, mapping, handler));
        Prose.tidy(api);
    }

    private Map<RequestMappingInfo, HandlerMethod> handlers() {
        return mappings.getObject().getHandlerMethods().entrySet().stream()
                .filter(entry -> path(entry.getKey()).startsWith(PREFIX))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void describe(OpenAPI api, RequestMappingInfo mapping, HandlerMethod handler) {
        String path = path(mapping);
        mapping.getMethodsCondition().getMethods().forEach(method -> {
            PathItem item = Objects.requireNonNull(api.getPaths().get(path));
            Operation operation =
                    Objects.requireNonNull(item.readOperationsMap().get(HttpMethod.valueOf(method.name())));
            operation.setOperationId(OperationNames.of(method.name(), path.substring(PREFIX.length())));
            operation.setTags(List.of(resource(path, resources(api.getPaths()))));
            describe(api.getComponents(), method.name(), operation, handler);
        });
    }

    private void describe(Components components, String method, Operation operation, HandlerMethod handler) {
        ListParameters.describe(operation, handler, components);
        if (method.equals("POST")) {
            operation.addParametersItem(new HeaderParameter()
                    .name("Idempotency-Key")
                    .required(false)
                    .description("the same request within 24 hours gets the same reply and happens once")
                    .schema(new JsonSchema().types(Set.of("string")).maxLength(200)));
        }
        bodies.describe(operation, handler, components);
        ProblemAnswers.describe(method, operation, handler);
    }

    private static String path(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream().findFirst().orElse("");
    }

    private static Paths sorted(Paths paths) {
        var sorted = new Paths();
        new TreeMap<>(paths).forEach(sorted::addPathItem);
        return sorted;
    }

    /** What addresses begin with. */
    private static List<String> resources(Paths paths) {
        return paths.keySet().stream()
                .map(path -> path.substring(PREFIX.length()).split("/")[0])
                .distinct()
                .toList();
    }

    /** The last resource an address names: a goal's measures are measures. */
    private static String resource(String path, List<String> resources) {
        return Arrays.stream(path.substring(PREFIX.length()).split("/"))
                .filter(Predicate.not(part -> part.startsWith("{")))
                .filter(resources::contains)
                .reduce((first, last) -> last)
                .orElseThrow();
    }
}
