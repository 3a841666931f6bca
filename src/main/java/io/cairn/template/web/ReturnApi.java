package io.cairn.template.web;

import io.cairn.kernel.Page;
import io.cairn.kernel.Viewer;
import io.cairn.template.ReturnProblem;
import io.cairn.template.RowChange;
import io.cairn.template.reading.Previews;
import io.cairn.template.reading.TemplatePreview;
import io.cairn.template.reading.TemplatePreviewRow;
import io.cairn.web.Created;
import io.cairn.web.Filters;
import io.cairn.web.LargeBody;
import io.cairn.web.ListQuery;
import io.cairn.web.Refuses;
import io.cairn.web.Unrepeatable;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Filled templates that come back, looked at and applied. */
@RestController
@Refuses(ReturnProblem.class)
class ReturnApi {
    /** A request is answered soon; what takes longer goes on and is asked for. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Previews previews;

    ReturnApi(Previews previews) {
        this.previews = previews;
    }

    @Bean
    static LargeBody returnedTemplate() {
        return LargeBody.file("/api/v1/templates/*/previews");
    }

    @Bean
    static LargeBody returnedTemplateOfPage() {
        return LargeBody.file("/templates/*/return");
    }

    /** Looking changes nothing, and what is applied is applied once, so that no key is needed. */
    @Bean
    static Unrepeatable returnedTemplatesAreRepeatable() {
        return new Unrepeatable(List.of("/api/v1/templates", "/api/v1/template-previews", "/templates"));
    }

    /** Looks at a filled template, sent as the part {@code file}: a workbook (.xlsx), one of its sheets as CSV, or the zip of them. Says what applying it would change; nothing is changed yet. */
    @PostMapping(value = "/api/v1/templates/{key}/previews", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<TemplatePreview> look(
            Viewer viewer, @PathVariable String key, @RequestParam(required = false) @Nullable MultipartFile file) {
        TemplatePreview preview = previews.look(viewer, key, file == null ? null : file.getOriginalFilename(), file);
        return Created.at("/api/v1/template-previews/" + preview.id(), preview);
    }

    /** Reads a preview of yours, or how far its application is. It is kept for a day. */
    @GetMapping("/api/v1/template-previews/{id}")
    TemplatePreview show(@PathVariable UUID id) {
        return previews.get(id);
    }

    /** Lists what becomes of each row of the file, in its order; {@code kind} narrows it down. */
    @GetMapping("/api/v1/template-previews/{id}/rows")
    Page<TemplatePreviewRow> rows(@PathVariable UUID id, @Filters("kind") ListQuery query) {
        return previews.rows(id, query.several("kind", RowChange.Kind.class), query.limit(), query.cursor());
    }

    /** Applies exactly what the preview shows, once. A large file goes on by itself; ask for the preview to see how far it is. */
    @PostMapping("/api/v1/template-previews/{id}/application")
    TemplatePreview apply(Viewer viewer, @PathVariable UUID id) {
        return previews.apply(viewer, id, PATIENCE);
    }
}
