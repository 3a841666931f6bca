package io.cairn.template.web;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Viewer;
import io.cairn.template.FileMark;
import io.cairn.template.FileMarks;
import io.cairn.template.Filled;
import io.cairn.template.Template;
import io.cairn.template.Templates;
import io.cairn.template.Variant;
import io.cairn.template.writing.FileNames;
import io.cairn.template.writing.Format;
import io.cairn.template.writing.TemplateFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Fills templates for a viewer and sends them as files. */
@Component
class Downloads {
    private final Templates templates;
    private final FileMarks marks;
    private final DomainClock clock;

    Downloads(Templates templates, FileMarks marks, DomainClock clock) {
        this.templates = templates;
        this.marks = marks;
        this.clock = clock;
    }

    /**
     * What a file would hold.
     *
     * @param subject of a live one
     * @throws io.cairn.kernel.ProblemException NOT_FOUND where there is no such template or nothing the viewer may see
     */
    Filled preview(Viewer viewer, String key, Variant variant, @Nullable String subject) {
        Template template = templates.require(key);
        return switch (variant) {
            case BLANK -> template.blank(viewer);
            case SAMPLE -> template.sample();
            case LIVE -> {
                if (subject == null) {
                    throw GeneralProblem.REQUIRED
                            .saying("Say what to fill it with; the list of templates names what there is.")
                            .at("subject")
                            .exception();
                }
                yield template.live(viewer, subject);
            }
        };
    }

    /** The same as a page shows it. */
    Filled shown(Viewer viewer, String key, Variant variant, @Nullable String subject) {
        return variant == Variant.LIVE && subject != null
                ? templates.require(key).shown(viewer, subject)
                : preview(viewer, key, variant, subject);
    }

    ResponseEntity<byte[]> send(Viewer viewer, String key, Variant variant, @Nullable String subject, Format format) {
        Filled filled = preview(viewer, key, variant, subject);
        if (variant == Variant.LIVE) {
            templates.require(key).taken(viewer, List.of(filled.subject()));
        }
        FileMark mark = new FileMark(
                key, filled.form().version(), marks.own(), variant, filled.subject(), clock.instant(), List.of());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.type())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(FileNames.alone(filled, format))
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(TemplateFile.of(filled, mark, format));
    }
}
