package io.cairn.metric;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says why a period came out as it did; a computed value, which nobody enters, can be explained as well. */
@Component
@Transactional
public class MetricNotes {
    private static final int LONGEST = 4000;

    private final MetricReader metrics;
    private final MetricFlow flow;
    private final Journal journal;

    MetricNotes(MetricReader metrics, MetricFlow flow, Journal journal) {
        this.metrics = metrics;
        this.flow = flow;
        this.journal = journal;
    }

    /**
     * Adds a revision of the period that says the same with this note.
     *
     * @throws io.cairn.kernel.ProblemException NOT_FOUND where the period has no value, and for a bad {@code note}
     */
    public void say(Viewer viewer, UUID id, LocalDate periodStart, String note) {
        Metric metric = metrics.one(id);
        if (!metric.mayEdit()) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
        Texts texts = new Texts();
        String said = texts.needed("note", note, 1, LONGEST);
        texts.refuseIfAny();
        flow.apply(List.of(id), (held, series) -> {
            Point point = series.stream()
                    .filter(each -> each.period().start().equals(periodStart))
                    .findFirst()
                    .orElseThrow(GeneralProblem.NOT_FOUND::exception);
            return point.note().equals(said) ? List.of() : List.of(row(viewer, held, point, said));
        });
        journal.record(Entry.of(
                        "metric.explained",
                        "metric",
                        id,
                        "said why of “%s” for %s".formatted(metric.name(), periodStart))
                .reason(said)
                .seenBy(metric.key()));
    }

    private static MeasurementStore.Row row(Viewer viewer, Metric metric, Point point, String note) {
        Measured measured = point.measured();
        return new MeasurementStore.Row(
                metric.id(),
                point.period().start(),
                point.revision() + 1,
                point.period().end(),
                measured.value(),
                measured.numerator(),
                measured.denominator(),
                measured.weight(),
                point.status(),
                metric.sheet().computed() ? Source.FORMULA : Source.MANUAL,
                note,
                viewer.id());
    }
}
