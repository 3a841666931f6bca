package io.cairn.web;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import java.util.Map;

@SuppressWarnings("unused")
public final class JteSamplePartGenerated {
    public static final String JTE_NAME = "web/SamplePart.jte";
    public static final int[] JTE_LINE_INFO = {0};

    private JteSamplePartGenerated() {}

    public static void render(HtmlTemplateOutput output, HtmlInterceptor interceptor, SamplePart page) {
        output.writeContent("<p>" + page.text() + "</p>");
    }

    public static void renderMap(HtmlTemplateOutput output, HtmlInterceptor interceptor, Map<String, Object> params) {
        render(output, interceptor, (SamplePart) params.get("page"));
    }
}
