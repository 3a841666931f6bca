package io.cairn.web;

import io.cairn.kernel.GeneralProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.ServletWebRequest;

/** Serves our assets: for ever under the address with their content's hash, else to be asked for again. */
@Controller
class AssetPages {
    static final String PATH = "/assets/";

    @GetMapping(PATH + "**")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Assets.Asset asset = Assets.find(request.getRequestURI().substring(PATH.length()));
        if (asset == null) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        boolean lasting =
                asset.hash().equals(request.getParameter("v")) || asset.type().startsWith("font/");
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, lasting ? "public, max-age=31536000, immutable" : "public, no-cache");
        // Weak, because Tomcat does not compress what has a strong tag.
        if (new ServletWebRequest(request, response).checkNotModified("W/\"" + asset.hash() + "\"")) {
            return;
        }
        response.setContentType(asset.type());
        response.setContentLength(asset.content().length);
        response.getOutputStream().write(asset.content());
    }
}
