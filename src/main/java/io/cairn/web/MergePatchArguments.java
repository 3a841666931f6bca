package io.cairn.web;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the body of a PATCH. */
final class MergePatchArguments implements HandlerMethodArgumentResolver {
    private static final List<MediaType> READ =
            List.of(MediaType.APPLICATION_JSON, MediaType.valueOf("application/merge-patch+json"));

    private final JsonMapper json;

    MergePatchArguments(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == MergePatch.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        var request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        byte[] body = request.getInputStream().readAllBytes();
        if (body.length == 0) {
            throw GeneralProblem.UNREADABLE.exception();
        }
        if (!isJson(request.getContentType())) {
            throw GeneralProblem.UNSUPPORTED_MEDIA_TYPE.exception();
        }
        var type = ResolvableType.forMethodParameter(parameter).getGeneric(0).getType();
        return new MergePatch<>(read(body), json.constructType(type), json);
    }

    private ObjectNode read(byte[] body) {
        try {
            JsonNode tree = json.readTree(body);
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException refused) {
            throw new ProblemException(JsonProblems.of(refused));
        } catch (NumberFormatException beyondEveryDecimal) {
            throw GeneralProblem.INVALID.exception();
        }
        throw GeneralProblem.INVALID.exception();
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            MediaType type = contentType == null ? MediaType.ALL : MediaType.parseMediaType(contentType);
            return READ.stream().anyMatch(type::equalsTypeAndSubtype);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
