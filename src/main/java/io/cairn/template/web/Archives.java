package io.cairn.template.web;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Viewer;
import io.cairn.template.FileMark;
import io.cairn.template.FileMarks;
import io.cairn.template.Filled;
import io.cairn.template.LiveFile;
import io.cairn.template.Template;
import io.cairn.template.Templates;
import io.cairn.template.Variant;
import io.cairn.template.writing.FileNames;
import io.cairn.template.writing.Format;
import io.cairn.template.writing.TemplateFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Many live files as one archive. It is sent while it is made, some files at a time and each of them in its own transaction, so
 * that neither memory nor the wait grows with their number.
 */
@Component
class Archives {
    private static final int AT_ONCE = 25;

    private final Templates templates;
    private final FileMarks marks;
    private final DomainClock clock;
    private final TransactionTemplate transaction;

    Archives(Templates templates, FileMarks marks, DomainClock clock, PlatformTransactionManager transactions) {
        this.templates = templates;
        this.marks = marks;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Sends those of the viewer's live files that were chosen; the journal knows of each before it is sent.
     *
     * @throws io.cairn.kernel.ProblemException NOT_FOUND where there is no such template, or nothing of it that was chosen
     */
    void send(Viewer viewer, String key, Format format, Chosen chosen, HttpServletResponse response)
            throws IOException {
        Template template = templates.require(key);
        List<LiveFile> files = in(() -> chosen.of(template.liveFiles(viewer)));
        if (files.isEmpty()) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        UUID mark = marks.own();
        response.setContentType(Format.ARCHIVE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(key, files, chosen));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var names = new FileNames();
        // closed only when all are in: without its end the archive of a failure is no archive, and nobody takes it for
        // whole
        var zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8);
        for (List<String> part : parts(files)) {
            for (Filled filled : taken(viewer, template, part)) {
                add(zip, filled, mark, names.next(filled, format), format);
            }
            zip.flush();
        }
        zip.finish();
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private List<Filled> taken(Viewer viewer, Template template, List<String> subjects) {
        return in(() -> {
            List<Filled> filled = template.live(viewer, subjects);
            template.taken(viewer, filled.stream().map(Filled::subject).toList());
            return filled;
        });
    }

    private static List<List<String>> parts(List<LiveFile> files) {
        List<List<String>> parts = new ArrayList<>();
        for (int i = 0; i < files.size(); i += AT_ONCE) {
            parts.add(files.subList(i, Math.min(files.size(), i + AT_ONCE)).stream()
                    .map(LiveFile::subject)
                    .toList());
        }
        return parts;
    }

    private void add(ZipOutputStream zip, Filled filled, UUID own, String name, Format format) throws IOException {
        var now = clock.instant();
        var mark = new FileMark(
                filled.form().key(), filled.form().version(), own, Variant.LIVE, filled.subject(), now, List.of());
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.ofInstant(now, ZoneOffset.UTC));
        zip.putNextEntry(entry);
        zip.write(TemplateFile.of(filled, mark, format));
        zip.closeEntry();
    }

    /** {@code mbo-tracker-sales-2026-q3.zip}. */
    private static String disposition(String key, List<LiveFile> files, Chosen chosen) {
        String name = FileNames.plain(FileNames.joined(key, chosen.words(files)));
        return ContentDisposition.attachment().filename(name + ".zip").build().toString();
    }
}
