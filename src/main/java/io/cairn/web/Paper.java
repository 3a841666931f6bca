package io.cairn.web;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * A page's record on paper: a tagged PDF for the archive (PDF/A-2, PDF/UA) out of its template, {@code paper.css} and the fonts
 * that lie beside it. Templates are well-formed XML; whatever they refer to is not loaded, neither from the network nor from disk.
 */
public final class Paper {
    private static final List<String> SCRIPTS =
            List.of("latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "greek-ext", "vietnamese");
    private static final List<Integer> WEIGHTS = List.of(400, 600);

    static {
        XRLog.setLoggingEnabled(false);
        FontMappers.set(new PaperFonts());
    }

    private Paper() {}

    private record Font(String family, int weight, byte[] bytes) {}

    /** Read when the first document is asked for. */
    private static final class Kept {
        static final List<Font> FONTS = fonts();
        static final String STYLE = new String(read("/io/cairn/web/paper.css"), StandardCharsets.UTF_8);
        static final byte[] COLOURS =
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    }

    private static List<Font> fonts() {
        List<Font> fonts = new ArrayList<>();
        for (String script : SCRIPTS) {
            for (int weight : WEIGHTS) {
                byte[] packed = read("/fonts/inter-%s-%d-normal.woff".formatted(script, weight));
                fonts.add(new Font("inter-" + script, weight, Woff.unpack(packed)));
            }
        }
        return fonts;
    }

    private static byte[] read(String resource) {
        try (InputStream in = Paper.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing: " + resource);
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @param title of the document, in its properties too */
    public static byte[] pdf(Fragment page, String title) {
        return pdf(Renderer.content(page), title);
    }

    static byte[] pdf(String body, String title) {
        var bytes = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .useFastMode()
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .useColorProfile(Kept.COLOURS)
                .withProducer("Cairn")
                .useUriResolver((base, uri) -> null)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withHtmlContent(document(body, title), null)
                .toStream(bytes);
        for (Font font : Kept.FONTS) {
            builder.useFont(
                    () -> new ByteArrayInputStream(font.bytes()), font.family(), font.weight(), FontStyle.NORMAL, true);
        }
        try {
            builder.run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    private static String document(String body, String title) {
        var escaped = new StringOutput();
        Escape.htmlContent(title, escaped);
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="UTF-8"/><title>%1$s</title><meta name="description" content=""/>
                <style>%2$s</style></head><body>%3$s</body></html>
                """.formatted(escaped, Kept.STYLE, body);
    }
}
