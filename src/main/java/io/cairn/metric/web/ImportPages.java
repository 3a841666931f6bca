package io.cairn.metric.web;

import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.metric.LoadPlan;
import io.cairn.metric.Loaded;
import io.cairn.metric.MeasurementLoads;
import io.cairn.metric.MetricEntry;
import io.cairn.metric.MetricProblem;
import io.cairn.metric.Uploads;
import io.cairn.metric.file.SentFile;
import io.cairn.web.Html;
import io.cairn.web.LargeBody;
import io.cairn.web.PlainText;
import io.cairn.web.Redirect;
import io.cairn.web.WebProblem;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Values from a file: sent, looked at, kept. */
@Controller
class ImportPages {
    /** How many files are read at the same time; each may take a good deal of memory. */
    private static final int AT_ONCE = 3;

    private final MeasurementLoads loads;
    private final Uploads uploads;
    private final MetricEntry entry;
    private final Semaphore room = new Semaphore(AT_ONCE);

    ImportPages(MeasurementLoads loads, Uploads uploads, MetricEntry entry) {
        this.loads = loads;
        this.uploads = uploads;
        this.entry = entry;
    }

    @Bean
    static LargeBody importedFile() {
        return LargeBody.file("/metrics/import");
    }

    @GetMapping("/metrics/import")
    ImportPage form(@RequestParam(required = false) @Nullable String problem) {
        return ImportPage.refused(LargeBody.said(problem));
    }

    /** Shows what the file would change and keeps it at hand for that. */
    @PostMapping("/metrics/import")
    ImportPage look(Viewer viewer, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return ImportPage.refused(List.of(MetricProblem.FILE_MISSING.problem()));
        }
        if (!room.tryAcquire()) {
            throw WebProblem.BUSY
                    .saying("Others are sending files just now; try again in a moment.")
                    .exception();
        }
        try {
            byte[] content = file.getBytes();
            LoadPlan plan = loads.plan(viewer, new SentFile(content));
            String name = name(file.getOriginalFilename());
            return new ImportPage(plan, uploads.keep(viewer, name, content, plan.digest()), name, List.of());
        } catch (ProblemException refused) {
            return ImportPage.refused(refused.problems());
        } finally {
            room.release();
        }
    }

    private static String name(@Nullable String given) {
        String last =
                given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        boolean plain = !last.isBlank() && PlainText.isClean(last) && last.length() <= 200;
        return plain ? last : "Your file";
    }

    /** Keeps exactly what was shown; once values changed since, it is shown anew. */
    @PostMapping("/metrics/import/{upload}")
    Html keep(Viewer viewer, @PathVariable UUID upload) {
        Uploads.Upload sent = uploads.get(upload);
        if (sent.applied()) {
            return Redirect.to("/metrics/entry").saying("These values are kept already.");
        }
        SentFile file = new SentFile(sent.content());
        try {
            Loaded kept = loads.keepPlanned(viewer, file, sent.digest());
            uploads.applied(upload);
            return Redirect.to("/metrics/entry")
                    .saying(
                            kept.stored() == 1
                                    ? "One value is kept."
                                    : ImportPage.count(kept.stored()) + " values are kept.");
        } catch (ProblemException changed) {
            if (!changed.first().code().equals(MetricProblem.UPLOAD_CHANGED.name())) {
                throw changed;
            }
            LoadPlan plan = loads.plan(viewer, file);
            UUID again = uploads.keep(viewer, sent.name(), sent.content(), plan.digest());
            return new ImportPage(plan, again, sent.name(), changed.problems());
        }
    }

    /** The viewer's metrics with the period that runs, their values left blank. */
    @GetMapping("/metrics/import/template")
    ResponseEntity<String> template(Viewer viewer) {
        String disposition =
                ContentDisposition.attachment().filename("values.csv").build().toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(ImportTemplate.of(entry.blanks(viewer)));
    }
}
