package io.cairn.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.cairn.web.Request;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** Shows the API's description to people. */
@Controller
class ApiPages {
    private final OpenApiWebMvcResource document;
    private final JsonMapper json;

    ApiPages(OpenApiWebMvcResource document, JsonMapper json) {
        this.document = document;
        this.json = json;
    }

    @GetMapping("/api")
    ApiPage show(HttpServletRequest request) throws JsonProcessingException {
        byte[] described = document.openapiJson(request, "/v3/api-docs", Locale.ENGLISH);
        return new ApiReader(json.readTree(described), Request.current().absolute("")).page();
    }
}
