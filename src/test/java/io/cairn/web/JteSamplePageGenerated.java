package io.cairn.web;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import java.util.Map;

/** What the template engine would make of {@code <p>${page.text()}</p>} and the values a page may ask the request for. */
@SuppressWarnings("unused")
public final class JteSamplePageGenerated {
    public static final String JTE_NAME = "web/SamplePage.jte";
    public static final int[] JTE_LINE_INFO = {0};

    private JteSamplePageGenerated() {}

    public static void render(HtmlTemplateOutput output, HtmlInterceptor interceptor, SamplePage page) {
        var request = Request.current();
        output.writeContent("<p>");
        output.setContext("p", null);
        output.writeUserContent(page.text());
        output.writeContent("</p><p>path=" + request.path() + " today=" + request.today() + " due="
                + request.count(Section.CHECK_IN) + " people=" + request.count(Section.PEOPLE) + " csrf="
                + !request.csrf().isEmpty() + "</p>");
    }

    public static void renderMap(HtmlTemplateOutput output, HtmlInterceptor interceptor, Map<String, Object> params) {
        render(output, interceptor, (SamplePage) params.get("page"));
    }
}
