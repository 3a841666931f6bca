package io.cairn.web;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import java.util.Map;

/** The content as it is. */
@SuppressWarnings("unused")
public final class JteGalleryPageGenerated {
    public static final String JTE_NAME = "web/GalleryPage.jte";
    public static final int[] JTE_LINE_INFO = {0};

    private JteGalleryPageGenerated() {}

    public static void render(HtmlTemplateOutput output, HtmlInterceptor interceptor, GalleryPage page) {
        output.writeContent(page.html());
    }

    public static void renderMap(HtmlTemplateOutput output, HtmlInterceptor interceptor, Map<String, Object> params) {
        render(output, interceptor, (GalleryPage) params.get("page"));
    }
}
