package io.cairn.web.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.cairn.kernel.Needed;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says which fields of a record are always there and which may be null, as its types do. */
@Component
class RecordFields implements ModelConverter {

    @Override
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord()) {
            Schema<?> named = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels().get(Schemas.name(schema));
            if (named != null && named.getProperties() != null) {
                mark(named, raw);
            }
        }
        return schema;
    }

    private static void mark(Schema<?> schema, Class<?> record) {
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String name = name(component);
            Schema<?> property = schema.getProperties().get(name);
            if (property == null) {
                continue;
            }
            if (entriesMayBeNull(component) && property.getItems() != null) {
                property.setItems(orNull(property.getItems()));
            }
            if (component.isAnnotationPresent(Needed.class) || !mayBeNull(record, component)) {
                required.add(name);
            } else {
                schema.getProperties().put(name, orNull(property));
            }
        }
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            return new JsonSchema()
                    .oneOf(List.of(new Schema<>().$ref(property.get$ref()), new JsonSchema().types(Set.of("null"))))
                    .description(property.getDescription());
        }
        if (property.getTypes() != null && !property.getTypes().contains("null")) {
            Set<String> types = new LinkedHashSet<>(property.getTypes());
            types.add("null");
            property.setTypes(types);
            withNullChosen(property);
        }
        return property;
    }

    private static <T> void withNullChosen(Schema<T> property) {
        if (property.getEnum() != null) {
            List<@Nullable T> choices = new ArrayList<>(property.getEnum());
            choices.add(null);
            property.setEnum(choices);
        }
    }

    private static boolean entriesMayBeNull(RecordComponent component) {
        return component.getAnnotatedType() instanceof AnnotatedParameterizedType list
                && list.getAnnotatedActualTypeArguments()[0].isAnnotationPresent(Nullable.class);
    }

    private static boolean mayBeNull(Class<?> record, RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || component.getGenericType() instanceof TypeVariable<?>
                || readers(record)
                        .filter(parameter -> name(parameter, "").equals(component.getName()))
                        .anyMatch(parameter -> parameter.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    /** What the method takes that reads the record from JSON, where it is not the constructor. */
    private static java.util.stream.Stream<Parameter> readers(Class<?> record) {
        return Arrays.stream(record.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonCreator.class))
                .map(Executable::getParameters)
                .flatMap(Arrays::stream);
    }

    private static String name(RecordComponent component) {
        return name(component.getAccessor(), component.getName());
    }

    private static String name(AnnotatedElement element, String otherwise) {
        JsonProperty written = element.getAnnotation(JsonProperty.class);
        return written == null || written.value().isEmpty() ? otherwise : written.value();
    }
}
