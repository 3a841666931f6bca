package io.cairn.metric;

import io.cairn.access.Audience;
import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets and reads what metrics are judged by. */
@Component
@Transactional
public class TargetSetting {
    private final MetricReader reader;
    private final MetricWriter writer;
    private final MetricTargets targets;
    private final MetricFlow flow;
    private final Journal journal;
    private final DomainClock clock;

    TargetSetting(
            MetricReader reader,
            MetricWriter writer,
            MetricTargets targets,
            MetricFlow flow,
            Journal journal,
            DomainClock clock) {
        this.reader = reader;
        this.writer = writer;
        this.targets = targets;
        this.flow = flow;
        this.journal = journal;
        this.clock = clock;
    }

    /** In the order they begin. */
    @Transactional(readOnly = true)
    public List<SetTarget> of(UUID metric) {
        reader.one(metric);
        return targets.of(metric);
    }

    /** Adds targets; one without end makes room for one that begins later, one of the same days is replaced. */
    public List<SetTarget> add(Viewer viewer, UUID id, List<TargetContent> contents, String at) {
        Metric metric = reader.editable(id);
        Direction direction = metric.sheet().direction();
        Texts texts = new Texts();
        if (contents.isEmpty()) {
            texts.add(GeneralProblem.REQUIRED.at("targets"));
        }
        MetricCheck.targets(direction, contents, clock.today(), at, texts);
        texts.refuseIfAny();
        List<MetricTarget> added = contents.stream()
                .map(content -> content.target(direction, clock.today()))
                .toList();
        writer.makeRoom(id, added);
        targets.refuseOverlaps(id, added, at);
        writer.insert(id, added, viewer.id());
        journal.record(entry(id, metric.name(), metric.key(), added.size()).after(contents));
        flow.renew(List.of(id));
        return targets.of(id).stream()
                .filter(set -> added.contains(set.target()))
                .toList();
    }

    static Entry entry(UUID id, String name, Audience key, int count) {
        return Entry.of(
                        "metric.target-set",
                        "metric",
                        id,
                        count == 1 ? "set a target for “" + name + "”" : "set " + count + " targets for “" + name + "”")
                .seenBy(key);
    }
}
