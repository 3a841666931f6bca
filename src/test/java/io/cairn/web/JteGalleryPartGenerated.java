package io.cairn.web;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import java.util.Map;

/** The content as it is. */
@SuppressWarnings("unused")
public final class JteGalleryPartGenerated {
    public static final String JTE_NAME = "web/GalleryPart.jte";
    public static final int[] JTE_LINE_INFO = {0};

    private JteGalleryPartGenerated() {}

    public static void render(HtmlTemplateOutput output, HtmlInterceptor interceptor, GalleryPart page) {
        output.writeContent(page.html());
    }

    public static void renderMap(HtmlTemplateOutput output, HtmlInterceptor interceptor, Map<String, Object> params) {
        render(output, interceptor, (GalleryPart) params.get("page"));
    }
}
