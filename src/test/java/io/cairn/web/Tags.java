package io.cairn.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;

/** Renders one tag by its name, for pages written in tests. */
final class Tags {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.cairn");

    private Tags() {}

    /** Parameters as name, value, name, value. */
    static String tag(String name, Object... parameters) {
        Map<String, Object> named = new HashMap<>();
        for (int place = 0; place < parameters.length; place += 2) {
            named.put((String) parameters[place], parameters[place + 1]);
        }
        var html = new StringOutput();
        TEMPLATES.render("web/part/" + name + ".jte", named, html);
        return html.toString();
    }

    static String icon(String name) {
        return tag("icon", "name", name);
    }
}
