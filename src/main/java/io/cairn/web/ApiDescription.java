package io.cairn.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.math.BigDecimal;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Describes our own kinds of arguments in the OpenAPI document: a list's filters and the body of a PATCH. */
@Component
class ApiDescription implements OperationCustomizer {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(ListQuery.class, MergePatch.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.getParameterType() == ListQuery.class) {
                describeList(operation, parameter.getParameterAnnotation(Filters.class));
            } else if (parameter.getParameterType() == MergePatch.class) {
                operation.setRequestBody(patch());
            }
        }
        return operation;
    }

    private static void describeList(Operation operation, @org.jspecify.annotations.Nullable Filters filters) {
        var limit = new IntegerSchema();
        limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(200)).setDefault(50);
        operation.addParametersItem(query("limit", limit));
        operation.addParametersItem(query("cursor", new StringSchema()));
        for (String filter : filters == null ? new String[0] : filters.value()) {
            operation.addParametersItem(query(filter, new ArraySchema().items(new StringSchema())));
        }
    }

    private static Parameter query(String name, Schema<?> schema) {
        return new Parameter().in("query").name(name).required(false).schema(schema);
    }

    private static RequestBody patch() {
        var body = new ObjectSchema();
        body.description("The fields to change, and the version they were read in (RFC 7396).");
        body.addProperty("version", new IntegerSchema());
        body.setRequired(List.of("version"));
        return new RequestBody()
                .required(true)
                .content(new Content().addMediaType("application/json", new MediaType().schema(body)));
    }
}
