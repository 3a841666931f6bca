package io.cairn.template.reading;

import io.cairn.access.Viewing;
import io.cairn.kernel.Cursor;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Page;
import io.cairn.kernel.Viewer;
import io.cairn.template.FileMarks;
import io.cairn.template.ReturnProblem;
import io.cairn.template.RowChange;
import io.cairn.template.TemplateForm;
import io.cairn.template.Templates;
import io.cairn.web.PlainText;
import io.cairn.web.WebProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Filled templates that come back: sent, looked at, applied. What was not applied is forgotten after a day. */
@Component
public class Previews {
    /** How many files are read at the same time; each may take a good deal of memory. */
    private static final int AT_ONCE = 3;

    private static final int LONGEST_NAME = 200;

    private final Templates templates;
    private final Planning planning;
    private final FileMarks marks;
    private final PreviewStore store;
    private final Applying applying;
    private final TransactionTemplate transaction;
    private final Semaphore room = new Semaphore(AT_ONCE);

    Previews(
            Templates templates,
            Planning planning,
            FileMarks marks,
            PreviewStore store,
            Applying applying,
            TransactionTemplate transaction) {
        this.templates = templates;
        this.planning = planning;
        this.marks = marks;
        this.store = store;
        this.applying = applying;
        this.transaction = transaction;
    }

    /** @throws io.cairn.kernel.ProblemException NOT_FOUND where there is no such template */
    public TemplateForm form(String template) {
        return templates.require(template).form();
    }

    /** Whether its files come back. */
    public boolean takes(String template) {
        return planning.takes(template);
    }

    /**
     * Looks at a file without changing anything and keeps what it would change.
     *
     * @param name as the sender calls it; only shown
     * @throws io.cairn.kernel.ProblemException a {@link ReturnProblem} where the file cannot be understood as a whole
     */
    public TemplatePreview look(
            Viewer viewer, String template, @Nullable String name, @Nullable InputStreamSource content) {
        TemplateForm form = form(template);
        planning.of(template);
        if (content == null) {
            throw ReturnProblem.FILE_MISSING.at("file").exception();
        }
        if (!room.tryAcquire()) {
            throw WebProblem.BUSY
                    .saying("Others are sending files just now; try again in a moment.")
                    .exception();
        }
        try {
            String shown = shown(name);
            byte[] bytes = read(content);
            var read = new FilledFile(form, marks.own()).read(shown, bytes);
            return Objects.requireNonNull(transaction.execute(status -> {
                Planning.Plan plan = planning.plan(viewer, read);
                return store.require(store.keep(viewer, template, shown, bytes, plan));
            }));
        } finally {
            room.release();
        }
    }

    private static byte[] read(InputStreamSource content) {
        try (InputStream stream = content.getInputStream()) {
            return stream.readNBytes(Book.LARGEST + 1);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String shown(@Nullable String given) {
        String last =
                given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        boolean plain = !last.isBlank() && PlainText.isClean(last) && last.length() <= LONGEST_NAME;
        return plain ? last : "Your file";
    }

    /** @throws io.cairn.kernel.ProblemException NOT_FOUND for others' and for what is older than a day */
    public TemplatePreview get(UUID preview) {
        return Objects.requireNonNull(transaction.execute(status -> store.require(preview)));
    }

    /** Rows in the file's order, of these kinds or of all where none is named; those refused while applying count as refused. */
    public Page<TemplatePreviewRow> rows(UUID preview, List<RowChange.Kind> kinds, int limit, @Nullable String cursor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            store.require(preview);
            return store.rows(preview, kinds, place(cursor), limit);
        }));
    }

    private static int place(@Nullable String cursor) {
        String position = Cursor.decode(cursor);
        try {
            return position == null ? -1 : Integer.parseInt(position);
        } catch (NumberFormatException otherList) {
            throw GeneralProblem.INVALID_CURSOR.at("cursor").exception();
        }
    }

    /**
     * Applies what was shown, once. It goes on by itself however long it takes; small files are done when this returns.
     *
     * @param patience how long to wait for the end
     */
    public TemplatePreview apply(Viewer viewer, UUID preview, Duration patience) {
        boolean begun = Boolean.TRUE.equals(transaction.execute(status -> {
            store.require(preview);
            return store.begin(preview);
        }));
        if (begun) {
            applying.start(viewer, preview, patience);
        }
        return get(preview);
    }

    @Scheduled(initialDelay = 600_000, fixedDelay = 600_000)
    void forget() {
        Viewing.runAsSystem("Templates", () -> transaction.executeWithoutResult(status -> store.forget()));
    }
}
