package io.cairn.template.web;

import io.cairn.kernel.Page;
import io.cairn.kernel.Viewer;
import io.cairn.template.LiveFile;
import io.cairn.template.Template;
import io.cairn.template.TemplateForm;
import io.cairn.template.Templates;
import io.cairn.template.Variant;
import io.cairn.template.writing.Format;
import io.cairn.web.Filters;
import io.cairn.web.ListQuery;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Templates and their files. */
@RestController
@RequestMapping("/api/v1/templates")
class TemplateApi {
    private final Templates templates;
    private final Downloads downloads;
    private final Archives archives;

    TemplateApi(Templates templates, Downloads downloads, Archives archives) {
        this.templates = templates;
        this.downloads = downloads;
        this.archives = archives;
    }

    /**
     * A template on offer.
     *
     * @param version of its sheets and columns
     * @param formats {@code xlsx}, {@code google}, {@code notion}, {@code docx}
     * @param live what it can be filled with that the viewer may read; each one's {@code subject} goes into the address; the first 200
     * @param liveFiles how many there are
     */
    record TemplateOffer(
            String key,
            String title,
            String framework,
            int version,
            String purpose,
            List<String> formats,
            List<LiveFile> live,
            int liveFiles) {
        private static final int MOST = 200;

        static TemplateOffer of(Template template, Viewer viewer) {
            List<LiveFile> live = template.liveFiles(viewer);
            TemplateForm form = template.form();
            return new TemplateOffer(
                    form.key(),
                    form.title(),
                    form.framework(),
                    form.version(),
                    form.purpose(),
                    Stream.of(Format.values()).map(Format::key).toList(),
                    live.stream().limit(MOST).toList(),
                    live.size());
        }
    }

    /** Lists the templates, and for each what it can be filled with. */
    @GetMapping
    @Transactional(readOnly = true)
    Page<TemplateOffer> list(Viewer viewer) {
        return new Page<>(
                templates.all().stream()
                        .filter(template -> viewer.uses(template.form().framework()))
                        .map(template -> TemplateOffer.of(template, viewer))
                        .toList(),
                null);
    }

    /** Reads one template, with its sheets and columns. */
    @GetMapping("/{key}")
    @Transactional(readOnly = true)
    TemplateForm show(@PathVariable String key) {
        return templates.require(key).form();
    }

    /**
     * Makes a file of it: {@code variant} BLANK (the usual one), SAMPLE or LIVE, which needs a {@code subject}. Formats are
     * {@code xlsx}, {@code google} and {@code notion} (archives) and {@code docx}.
     */
    @GetMapping("/{key}/files/{format}")
    @Transactional
    ResponseEntity<byte[]> file(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable String format,
            @Filters({"variant", "subject"}) ListQuery query) {
        Variant variant = Objects.requireNonNullElse(query.one("variant", Variant.class), Variant.BLANK);
        return downloads.send(viewer, key, variant, query.text("subject"), Format.require(format));
    }

    /**
     * Makes one archive of the live files of a team (with those below it) or of a period, or of all: a file each, named by whose
     * it is. It is sent while it is made. {@code team} and {@code period} are ids of a live file's {@code teams} and
     * {@code period}.
     */
    @GetMapping(value = "/{key}/archives/{format}", produces = Format.ARCHIVE)
    void archive(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable String format,
            @Filters({"team", "period"}) ListQuery query,
            HttpServletResponse response)
            throws IOException {
        archives.send(viewer, key, Format.require(format), Chosen.of(query), response);
    }
}
