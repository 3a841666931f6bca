package io.cairn.template.web;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.template.RowChange;
import io.cairn.template.TemplateForm;
import io.cairn.template.reading.Previews;
import io.cairn.template.reading.TemplatePreview;
import io.cairn.web.Filters;
import io.cairn.web.Html;
import io.cairn.web.LargeBody;
import io.cairn.web.ListQuery;
import io.cairn.web.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A filled template comes back: sent, looked at, applied. */
@Controller
@RequestMapping("/templates/{key}/return")
class ReturnPages {
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final int ROWS = 100;
    private static final List<RowChange.Kind> WORTH_A_LOOK =
            List.of(RowChange.Kind.REFUSED, RowChange.Kind.CREATE, RowChange.Kind.CHANGE);

    private final Previews previews;

    ReturnPages(Previews previews) {
        this.previews = previews;
    }

    @GetMapping
    ReturnPage form(@PathVariable String key, @RequestParam(required = false) @Nullable String problem) {
        return new ReturnPage(previews.form(key), previews.takes(key), LargeBody.said(problem));
    }

    @PostMapping
    Html look(Viewer viewer, @PathVariable String key, @RequestParam(required = false) @Nullable MultipartFile file) {
        TemplateForm form = previews.form(key);
        @Nullable
        MultipartFile sent = file == null || (file.isEmpty() && "".equals(file.getOriginalFilename())) ? null : file;
        try {
            TemplatePreview preview =
                    previews.look(viewer, key, sent == null ? null : sent.getOriginalFilename(), sent);
            return Redirect.to(path(key, preview.id()));
        } catch (ProblemException refused) {
            return new ReturnPage(form, true, refused.problems());
        }
    }

    @GetMapping("/{preview}")
    @Transactional(readOnly = true)
    ReturnPreviewPage show(@PathVariable String key, @PathVariable UUID preview, @Filters("kind") ListQuery query) {
        TemplatePreview shown = required(key, preview);
        List<RowChange.Kind> asked = query.several("kind", RowChange.Kind.class);
        var rows = previews.rows(preview, asked.isEmpty() ? WORTH_A_LOOK : asked, ROWS, query.cursor());
        return new ReturnPreviewPage(previews.form(key), shown, rows, asked.isEmpty() ? null : asked.getFirst());
    }

    @PostMapping("/{preview}")
    Redirect apply(Viewer viewer, @PathVariable String key, @PathVariable UUID preview) {
        required(key, preview);
        TemplatePreview applied = previews.apply(viewer, preview, PATIENCE);
        Redirect there = Redirect.to(path(key, preview));
        return applied.state() == TemplatePreview.State.DONE ? there.saying("Applied.") : there;
    }

    private TemplatePreview required(String key, UUID preview) {
        TemplatePreview found = previews.get(preview);
        if (!found.template().equals(key)) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        return found;
    }

    private static String path(String key, UUID preview) {
        return "/templates/" + key + "/return/" + preview;
    }
}
