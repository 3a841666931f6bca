package io.cairn.template.reading;

import io.cairn.access.Viewers;
import io.cairn.access.Viewing;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.template.FileMarks;
import io.cairn.template.ReturnProblem;
import io.cairn.template.Returned;
import io.cairn.template.RowChange;
import io.cairn.template.TemplateReturn;
import io.cairn.template.Templates;
import io.cairn.template.reading.Planning.Plan;
import io.cairn.template.reading.PreviewStore.Stopped;
import io.cairn.template.reading.PreviewStore.Stored;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies previews on behalf of who asked, some parts at a time, in a transaction that also notes that they are done: one that
 * stops anywhere is taken up again and does nothing twice. Where one of them is refused, the others are applied without it.
 */
@Component
class Applying {
    private static final Logger LOG = LoggerFactory.getLogger(Applying.class);
    private static final int AT_ONCE = 2;
    private static final int MOST_ATTEMPTS = 3;

    /** Longer than the time between two beats of who applies one. */
    private static final Duration STOPPED = Duration.ofSeconds(30);

    /** About as many rows are applied in one transaction. */
    private static final int ROWS_TOGETHER = 250;

    private final PreviewStore store;
    private final Planning planning;
    private final Templates templates;
    private final FileMarks marks;
    private final Memory memory;
    private final Viewers viewers;
    private final TransactionTemplate transaction;
    private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());

    Applying(
            PreviewStore store,
            Planning planning,
            Templates templates,
            FileMarks marks,
            Memory memory,
            Viewers viewers,
            TransactionTemplate transaction) {
        this.store = store;
        this.planning = planning;
        this.templates = templates;
        this.marks = marks;
        this.memory = memory;
        this.viewers = viewers;
        this.transaction = transaction;
    }

    /** Starts in another thread and waits for its end as long as one may. */
    void start(Viewer viewer, UUID preview, Duration patience) {
        Future<?> work = inHand.add(preview)
                ? threads.submit(() -> holding(preview, () -> carryOut(viewer, preview)))
                : CompletableFuture.completedFuture(preview);
        try {
            work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            LOG.debug("The preview {} is being applied", preview);
        } catch (ExecutionException failed) {
            LOG.debug("The preview {} is tried again", preview, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void holding(UUID preview, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.error("The preview {} could not be applied and is tried again", preview, failed);
            throw failed;
        } finally {
            inHand.remove(preview);
        }
    }

    /** Says of what is being applied here that somebody is at it, and takes up what nobody is at. */
    @Scheduled(initialDelay = 5_000, fixedDelay = 10_000)
    void takeUp() {
        Optional<Stopped> stopped = Viewing.asSystem(
                "Templates",
                () -> transaction.execute(status -> {
                    store.touch(List.copyOf(inHand));
                    return store.takeUp(STOPPED);
                }));
        stopped.filter(one -> inHand.add(one.id()))
                .ifPresent(one -> threads.execute(() -> holding(one.id(), () -> resume(one))));
    }

    private void resume(Stopped stopped) {
        Optional<Viewer> viewer =
                Viewing.asSystem("Templates", () -> transaction.execute(status -> viewers.acting(stopped.personId())));
        viewer.ifPresent(person -> {
            if (stopped.attempts() > MOST_ATTEMPTS) {
                Viewing.as(person, () -> giveUp(stopped.id()));
            }
            carryOut(person, stopped.id());
        });
    }

    /** A part that fails again and again for reasons of our own is left out, and the rest goes on. */
    private boolean giveUp(UUID preview) {
        transaction.executeWithoutResult(status -> store.waiting(preview).stream()
                .findFirst()
                .ifPresent(first -> store.refused(preview, first.part(), List.of(GeneralProblem.INTERNAL.problem()))));
        return true;
    }

    /** Everything that is still to be applied. */
    private void carryOut(Viewer viewer, UUID preview) {
        Viewing.as(viewer, () -> {
            Work work = Objects.requireNonNull(transaction.execute(status -> work(viewer, preview)));
            work.together().forEach(parts -> apply(viewer, preview, work, parts));
            transaction.executeWithoutResult(status -> store.finished(preview));
            return true;
        });
    }

    /** @param parts the rows that wait, by their part */
    private record Work(TemplateReturn back, Plan plan, Map<Integer, List<Stored>> parts) {
        /** Parts that are applied at the same time, in their order. */
        List<List<Integer>> together() {
            List<List<Integer>> all = new ArrayList<>();
            int rows = ROWS_TOGETHER;
            for (Map.Entry<Integer, List<Stored>> part : parts.entrySet()) {
                if (rows >= ROWS_TOGETHER || !back.takesSeveral()) {
                    all.add(new ArrayList<>());
                    rows = 0;
                }
                all.getLast().add(part.getKey());
                rows += part.getValue().size();
            }
            return all;
        }

        List<Stored> rows(Set<Integer> wanted) {
            return wanted.stream().flatMap(part -> rows(part).stream()).toList();
        }

        private List<Stored> rows(Integer part) {
            return parts.getOrDefault(part, List.of());
        }
    }

    private Work work(Viewer viewer, UUID preview) {
        PreviewStore.Sent sent = store.sent(preview);
        var form = templates.require(sent.template()).form();
        Returned read = new FilledFile(form, marks.own()).read(sent.name(), sent.content());
        Map<Integer, List<Stored>> parts = store.waiting(preview).stream()
                .collect(Collectors.groupingBy(Stored::part, LinkedHashMap::new, Collectors.toList()));
        return new Work(planning.of(sent.template()), planning.plan(viewer, read), parts);
    }

    /** Parts in one go; where anything keeps some of them from it, each half by itself. */
    private void apply(Viewer viewer, UUID preview, Work work, List<Integer> parts) {
        try {
            transaction.executeWithoutResult(status -> applyOpen(viewer, preview, work, parts));
        } catch (RuntimeException kept) {
            int half = parts.size() / 2;
            if (half > 0) {
                LOG.debug("Parts of {} are applied by halves", preview, kept);
                apply(viewer, preview, work, parts.subList(0, half));
                apply(viewer, preview, work, parts.subList(half, parts.size()));
            } else if (kept instanceof ProblemException refused) {
                transaction.executeWithoutResult(
                        status -> store.refused(preview, parts.getFirst(), refused.problems()));
            } else {
                throw kept;
            }
        }
    }

    private void applyOpen(Viewer viewer, UUID preview, Work work, List<Integer> parts) {
        Set<Integer> open = store.holding(preview, parts);
        if (open.isEmpty()) {
            return;
        }
        List<Stored> rows = work.rows(open);
        Returned wanted = wanted(work.plan(), open, rows);
        refuseOther(work.back().preview(viewer, wanted), rows);
        List<TemplateReturn.Kept> kept = work.back().apply(viewer, wanted);
        memory.keep(viewer, wanted, remembered(work.plan(), rows, kept));
        store.applied(preview, open);
    }

    private static Returned wanted(Plan plan, Set<Integer> parts, List<Stored> rows) {
        return plan.parts(
                parts,
                rows.stream()
                        .map(row -> Planning.place(row.row().sheet(), row.row().row()))
                        .collect(Collectors.toSet()));
    }

    /** Rows that were applied, and those that said what was there already; a refused one learns nothing of it. */
    private static List<TemplateReturn.Kept> remembered(Plan plan, List<Stored> rows, List<TemplateReturn.Kept> kept) {
        Set<String> places = plan.changes().stream()
                .filter(change -> change.kind() == RowChange.Kind.NONE)
                .map(change -> Planning.place(change.sheet(), change.row()))
                .collect(Collectors.toSet());
        rows.forEach(
                row -> places.add(Planning.place(row.row().sheet(), row.row().row())));
        return kept.stream()
                .filter(one -> places.contains(Planning.place(one.sheet(), one.row())))
                .toList();
    }

    /** Only what was shown is done: where a row would do something else by now, somebody was there in between. */
    private static void refuseOther(List<RowChange> now, List<Stored> shown) {
        Map<String, RowChange> changes = new HashMap<>();
        now.forEach(change -> changes.put(Planning.place(change.sheet(), change.row()), change));
        for (Stored row : shown) {
            RowChange change =
                    changes.get(Planning.place(row.row().sheet(), row.row().row()));
            List<Problem> refusals = change == null ? List.of() : change.refusals();
            if (!refusals.isEmpty()) {
                throw new ProblemException(refusals);
            }
            boolean same = change != null
                    && change.kind() == row.row().kind()
                    && Objects.equals(change.id(), row.row().id())
                    && PreviewStore.cells(change).equals(row.row().cells());
            if (!same) {
                throw ReturnProblem.CHANGED_MEANWHILE.exception();
            }
        }
    }

    @PreDestroy
    void end() {
        threads.shutdownNow();
    }
}
