package io.cairn.template.web;

import io.cairn.framework.Framework;
import io.cairn.framework.Frameworks;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Viewer;
import io.cairn.template.Template;
import io.cairn.template.TemplateReturn;
import io.cairn.template.Templates;
import io.cairn.template.Variant;
import io.cairn.template.writing.FileNames;
import io.cairn.template.writing.Format;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The gallery of templates, one of them with what it looks like, and its files. */
@Controller
@RequestMapping("/templates")
class TemplatePages {
    private final Templates templates;
    private final Frameworks frameworks;
    private final Downloads downloads;
    private final Archives archives;
    private final List<TemplateReturn> returns;

    TemplatePages(
            Templates templates,
            Frameworks frameworks,
            Downloads downloads,
            Archives archives,
            ObjectProvider<TemplateReturn> returns) {
        this.templates = templates;
        this.frameworks = frameworks;
        this.downloads = downloads;
        this.archives = archives;
        this.returns = returns.stream().toList();
    }

    @GetMapping
    GalleryPage gallery(Viewer viewer) {
        return GalleryPage.of(templates.all().stream().map(Template::form).toList(), viewer::uses, this::framework);
    }

    private String framework(String key) {
        return frameworks.find(key).map(Framework::name).orElse(key.toUpperCase(Locale.ROOT));
    }

    /** The sample, or what it would be with the subject that was chosen; without a subject the first that there is. */
    @GetMapping("/{key}")
    @Transactional
    TemplatePage show(
            Viewer viewer,
            @PathVariable String key,
            @Filters({"variant", "subject", "team", "period"}) ListQuery query) {
        Template template = templates.require(key);
        var offered = template.liveFiles(viewer);
        Chosen chosen = Chosen.of(query);
        var live = chosen.of(offered);
        Variant variant = Objects.requireNonNullElse(query.one("variant", Variant.class), Variant.SAMPLE);
        String asked = query.text("subject");
        boolean elsewhere = offered.stream().anyMatch(one -> one.subject().equals(asked))
                && live.stream().noneMatch(one -> one.subject().equals(asked));
        String subject = (asked == null || elsewhere) && !live.isEmpty()
                ? live.getFirst().subject()
                : asked;
        boolean shows = variant != Variant.LIVE || subject != null;
        return new TemplatePage(
                template.form(),
                framework(template.form().framework()),
                shows ? variant : Variant.SAMPLE,
                Objects.requireNonNullElse(subject, ""),
                new TemplateLive(offered, live, chosen),
                returns.stream().anyMatch(one -> one.template().equals(key)),
                shows ? downloads.shown(viewer, key, variant, subject) : template.sample());
    }

    /** @param file {@code sample.xlsx}, {@code blank-google.zip}, {@code live.docx} */
    @GetMapping("/{key}/files/{file}")
    @Transactional
    ResponseEntity<byte[]> file(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String subject) {
        for (Variant variant : Variant.values()) {
            for (Format format : Format.values()) {
                if (name(variant, format).equals(file)) {
                    return downloads.send(viewer, key, variant, subject.isEmpty() ? null : subject, format);
                }
            }
        }
        throw GeneralProblem.NOT_FOUND.exception();
    }

    @GetMapping("/{key}/archives/{format}")
    void archive(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable String format,
            @Filters({"team", "period"}) ListQuery query,
            HttpServletResponse response)
            throws IOException {
        archives.send(viewer, key, Format.require(format), Chosen.of(query), response);
    }

    static String name(Variant variant, Format format) {
        return variant.name().toLowerCase(Locale.ROOT) + FileNames.ending(format);
    }

    static List<Format> formats() {
        return Stream.of(Format.values()).toList();
    }
}
