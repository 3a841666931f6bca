package io.cairn.web.api;

import io.cairn.web.MergePatch;
import io.cairn.web.OneOrMany;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is sent and what comes back. An example of a record lies beside its class as {@code Name.json}. */
@Component
class Bodies {
    private static final String VERSION = "version";

    private final JsonMapper json;

    Bodies(JsonMapper json) {
        this.json = json;
    }

    void describe(Operation operation, HandlerMethod handler, Components components) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.getParameterType() == MergePatch.class) {
                ResolvableType content =
                        ResolvableType.forMethodParameter(parameter).getGeneric(0);
                operation.setRequestBody(
                        handler.hasMethodAnnotation(PatchMapping.class)
                                ? patch(content, components)
                                : whole(content, components));
            } else if (operation.getRequestBody() != null
                    && parameter.hasParameterAnnotation(org.springframework.web.bind.annotation.RequestBody.class)) {
                MediaType body = Objects.requireNonNull(
                        operation.getRequestBody().getContent().get(Schemas.JSON));
                if (parameter.getParameterType() == OneOrMany.class) {
                    oneOrMany(body, ResolvableType.forMethodParameter(parameter).getGeneric(0), components);
                } else {
                    body.setExample(example(parameter.getParameterType()));
                }
            }
        }
        if (handler.getReturnType().getParameterType() == ResponseEntity.class) {
            created(operation);
        }
    }

    private void oneOrMany(MediaType body, ResolvableType item, Components components) {
        components.getSchemas().remove(Schemas.name(body.getSchema()));
        String name = resolved(item, components);
        body.setSchema(new JsonSchema()
                .oneOf(List.of(
                        Schemas.reference(name),
                        new JsonSchema().types(Set.of("array")).items(Schemas.reference(name)))));
        body.setExample(example(item.toClass()));
    }

    private static String resolved(ResolvableType type, Components components) {
        var resolved = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(type.getType()).resolveAsRef(true));
        resolved.referencedSchemas.forEach(
                (name, schema) -> components.getSchemas().putIfAbsent(name, schema));
        return Schemas.name(resolved.schema);
    }

    private static void created(Operation operation) {
        ApiResponse made = operation.getResponses().remove("200");
        made.setDescription("Created");
        made.addHeaderObject(
                "Location", new Header().description("its address").schema(new JsonSchema().types(Set.of("string"))));
        operation.getResponses().addApiResponse("201", made);
    }

    /** What changes something without being its next version. */
    private RequestBody whole(ResolvableType content, Components components) {
        var body = new MediaType()
                .schema(Schemas.reference(resolved(content, components)))
                .example(example(content.toClass()));
        return new RequestBody().required(true).content(new Content().addMediaType(Schemas.JSON, body));
    }

    private RequestBody patch(ResolvableType content, Components components) {
        String name = changes(content, components);
        var body = new MediaType().schema(Schemas.reference(name)).example(changeExample(content.toClass()));
        return new RequestBody()
                .required(true)
                .content(new Content()
                        .addMediaType(Schemas.JSON, body)
                        .addMediaType("application/merge-patch+json", body));
    }

    /** A schema of the content's fields, none of them needed, and of the version. */
    private static String changes(ResolvableType content, Components components) {
        String of = resolved(content, components);
        var changes = new JsonSchema().types(Set.of("object"));
        changes.setDescription("The fields to change, and the version they were read in (RFC 7396): what is not named "
                + "stays, null clears.");
        Schemas.properties(Schemas.reference(of), components).forEach(changes::addProperty);
        changes.addProperty(VERSION, new JsonSchema().types(Set.of("integer")).format("int32"));
        changes.setRequired(List.of(VERSION));
        String name = of.replaceFirst("(Content|Input)$", "") + "Changes";
        components.addSchemas(name, changes);
        return name;
    }

    /** The first field of the whole example changes. */
    private @Nullable Map<String, Object> changeExample(Class<?> type) {
        Map<String, Object> whole = example(type);
        if (whole == null) {
            return null;
        }
        Map<String, Object> change = new LinkedHashMap<>();
        String first = whole.keySet().iterator().next();
        change.put(first, whole.get(first));
        change.put(VERSION, 3);
        return change;
    }

    private @Nullable Map<String, Object> example(Class<?> type) {
        String file = type.getName().substring(type.getPackageName().length() + 1) + ".json";
        try (InputStream found = type.getResourceAsStream(file)) {
            return found == null ? null : json.readValue(found, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
