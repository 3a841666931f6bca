package io.cairn.web.api;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.NumberProblem;
import io.cairn.kernel.Page;
import io.cairn.kernel.Problem;
import io.cairn.web.ListQuery;
import io.cairn.web.MergePatch;
import io.cairn.web.Refuses;
import io.cairn.web.WebProblem;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/** Problems (RFC 9457): which statuses and codes an operation answers with, and what every code means. */
final class ProblemAnswers {
    static final String LISTS = "x-problems";
    static final String LIST = "x-problem-list";
    private static final String JSON = "application/problem+json";
    private static final String SCHEMA = "Problem";
    private static final String GENERAL = "general";

    private ProblemAnswers() {}

    /** Adds the schema of a problem and the lists of codes, by the name operations refer to them. */
    static void describe(OpenAPI api, Collection<HandlerMethod> handlers) {
        Map<String, List<Problem.Kind>> lists = new TreeMap<>();
        handlers.forEach(handler -> refused(handler).forEach(kinds -> lists.put(name(kinds), constants(kinds))));
        Map<String, List<Problem.Kind>> all = new LinkedHashMap<>();
        all.put(
                GENERAL,
                Stream.of(GeneralProblem.values(), NumberProblem.values(), WebProblem.values())
                        .<Problem.Kind>flatMap(Arrays::stream)
                        .toList());
        all.putAll(lists);
        api.getComponents().addSchemas(SCHEMA, schema(all.values()));
        Map<String, Object> told = new LinkedHashMap<>();
        all.forEach((name, kinds) ->
                told.put(name, kinds.stream().map(ProblemAnswers::told).toList()));
        api.addExtension(LISTS, told);
    }

    static void describe(String method, Operation operation, HandlerMethod handler) {
        Map<Integer, List<String>> codes = codes(method, operation, handler);
        boolean reads = method.equals("GET");
        List<Class<? extends Problem.Kind>> refused = refused(handler);
        if (!refused.isEmpty() && (!reads || handler.hasMethodAnnotation(Refuses.class))) {
            operation.addExtension(
                    LIST, refused.stream().map(ProblemAnswers::name).collect(Collectors.joining(", ")));
            codes.putIfAbsent(409, List.of());
        }
        codes.forEach((status, named) ->
                operation.getResponses().addApiResponse(String.valueOf(status), answer(status, named, operation)));
    }

    private static Map<Integer, List<String>> codes(String method, Operation operation, HandlerMethod handler) {
        boolean writes = !method.equals("GET");
        boolean body = Arrays.stream(handler.getMethodParameters())
                .anyMatch(one ->
                        one.getParameterType() == MergePatch.class || one.hasParameterAnnotation(RequestBody.class));
        boolean list = Arrays.stream(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(ListQuery.class::equals);
        boolean addressed = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(one -> "path".equals(one.getIn()));
        var kinds = Stream.<Problem.Kind>builder().add(GeneralProblem.NOT_SIGNED_IN);
        if (addressed || (list && handler.getReturnType().getParameterType() != Page.class)) {
            kinds.add(GeneralProblem.NOT_FOUND);
        }
        if (writes) {
            kinds.add(GeneralProblem.NOT_ALLOWED).add(WebProblem.BUSY);
        }
        if (method.equals("PATCH")) {
            kinds.add(GeneralProblem.STALE_VERSION);
        }
        if (method.equals("POST")) {
            kinds.add(WebProblem.IDEMPOTENCY_KEY_REUSED);
        }
        if (list) {
            kinds.add(GeneralProblem.INVALID)
                    .add(GeneralProblem.UNKNOWN_FILTER)
                    .add(GeneralProblem.INVALID_LIMIT)
                    .add(GeneralProblem.INVALID_CURSOR);
        }
        if (Arrays.stream(handler.getMethodParameters())
                .anyMatch(one -> one.getParameterType() == MultipartFile.class)) {
            kinds.add(WebProblem.FILE_TOO_LARGE).add(GeneralProblem.UNSUPPORTED_MEDIA_TYPE);
        }
        if (body) {
            kinds.add(GeneralProblem.UNREADABLE)
                    .add(GeneralProblem.BODY_TOO_LARGE)
                    .add(GeneralProblem.UNSUPPORTED_MEDIA_TYPE)
                    .add(GeneralProblem.REQUIRED)
                    .add(GeneralProblem.INVALID)
                    .add(GeneralProblem.UNKNOWN_FIELD);
        }
        return kinds.build()
                .collect(Collectors.groupingBy(
                        Problem.Kind::status,
                        TreeMap::new,
                        Collectors.mapping(Problem.Kind::name, Collectors.toList())));
    }

    /** Conflicts and wrong content may have any of the module's own codes as well. */
    private static ApiResponse answer(int status, List<String> codes, Operation operation) {
        Object more = operation.getExtensions() == null
                ? null
                : operation.getExtensions().get(LIST);
        var all = new java.util.ArrayList<>(codes);
        if (more != null && (status == 409 || status == 422)) {
            all.add("codes of " + LISTS + "." + more);
        }
        return new ApiResponse()
                .description(String.join(", ", all))
                .content(new Content().addMediaType(JSON, new MediaType().schema(Schemas.reference(SCHEMA))));
    }

    private static List<Class<? extends Problem.Kind>> refused(HandlerMethod handler) {
        Refuses refuses = handler.getBeanType().getAnnotation(Refuses.class);
        return refuses == null ? List.of() : List.of(refuses.value());
    }

    private static String name(Class<? extends Problem.Kind> kinds) {
        return kinds.getSimpleName().replaceFirst("Problem$", "").toLowerCase(java.util.Locale.ROOT);
    }

    private static List<Problem.Kind> constants(Class<? extends Problem.Kind> kinds) {
        return List.of(kinds.getEnumConstants());
    }

    private static Map<String, Object> told(Problem.Kind kind) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", kind.name());
        told.put("status", kind.status());
        told.put("message", kind.message());
        return told;
    }

    private static Schema<?> schema(Collection<List<Problem.Kind>> lists) {
        Set<String> codes = new TreeSet<>();
        lists.forEach(kinds -> kinds.forEach(kind -> codes.add(kind.name())));
        Schema<Object> code = of("string");
        code.setEnum(List.copyOf(codes));
        Schema<Object> error = of("object");
        error.addProperty("field", of("string"));
        error.addProperty("code", of("string"));
        error.addProperty("message", of("string"));
        Schema<Object> problem = of("object");
        problem.description("What went wrong (RFC 9457).");
        problem.addProperty("type", of("string"));
        problem.addProperty("title", of("string"));
        problem.addProperty("status", of("integer"));
        problem.addProperty("detail", of("string").description("a sentence for people"));
        problem.addProperty("code", code.description("stable, for programs"));
        problem.addProperty("instance", of("string").description("the path asked for"));
        problem.addProperty("errors", new ArraySchema().items(error).description("the fields that are wrong"));
        problem.addProperty(
                "details",
                of("object").description("what else helps, such as the newer thing as current with STALE_VERSION"));
        problem.setRequired(List.of("type", "title", "status", "detail", "code", "instance", "errors"));
        return problem;
    }

    private static Schema<Object> of(String type) {
        return new JsonSchema().types(Set.of(type));
    }
}
