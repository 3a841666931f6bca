package io.cairn.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** Turns a page's record into HTML by the compiled template of the same name, in the shell when it is a whole page. */
final class Renderer {
    private static final String ROOT = "io.cairn";
    private static final String SHELL = "web/Shell.jte";
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, ROOT);

    private Renderer() {}

    static void answer(Html html, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (html) {
            case Redirect redirect -> redirect(redirect, request, response);
            case Fragment fragment -> write(fragment.status(), content(fragment), response);
            case FullPage page -> write(page.status(), whole(page, request, response), response);
        }
    }

    /** htmx wants the page's own content for a part of the page, but all of it for boosted links and its history. */
    static boolean wantsFragment(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"))
                && request.getHeader("HX-Boosted") == null
                && request.getHeader("HX-History-Restore-Request") == null;
    }

    static String templateOf(Class<?> type) {
        return type.getName().substring(ROOT.length() + 1).replace('.', '/') + ".jte";
    }

    private static String whole(FullPage page, HttpServletRequest request, HttpServletResponse response) {
        String content = content(page);
        if (wantsFragment(request)) {
            return content;
        }
        Toast.clear(request, response);
        var html = new StringOutput();
        Content inner = output -> output.writeContent(content);
        TEMPLATES.render(SHELL, Map.of("page", page, "content", inner), html);
        return html.toString();
    }

    static String content(Html page) {
        var html = new StringOutput();
        TEMPLATES.render(templateOf(page.getClass()), page, html);
        return html.toString();
    }

    private static void redirect(Redirect redirect, HttpServletRequest request, HttpServletResponse response) {
        if (redirect.toast() != null) {
            Toast.write(redirect.toast(), request, response);
        }
        if (wantsFragment(request)) {
            response.setHeader("HX-Redirect", redirect.path());
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, redirect.path());
        }
        response.setContentLength(0);
    }

    private static void write(int status, String html, HttpServletResponse response) throws IOException {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
