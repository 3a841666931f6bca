package io.cairn.metric;

import io.cairn.access.Audience;
import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.framework.FrameworkProblem;
import io.cairn.framework.GoalAnswers;
import io.cairn.framework.RightFramework;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Metrics: their definition sheets, versions and states. */
@Component
@Transactional
public class Metrics {
    static final Problem NOT_WRITER = GeneralProblem.NOT_ALLOWED.saying(
            "A metric is written by its owner or those who lead the owner or the team.");
    static final Problem NOT_HANDED_ON =
            GeneralProblem.NOT_ALLOWED.saying("Only those who lead the new owner may hand the metric over.");

    private final MetricReader reader;
    private final MetricWriter writer;
    private final MeasurementStore store;
    private final MetricTargets targets;
    private final MetricTree tree;
    private final MetricSurroundings surroundings;
    private final FormulaNames names;
    private final MetricFlow flow;
    private final ObjectProvider<MetricUse> uses;
    private final Journal journal;
    private final DomainClock clock;

    Metrics(
            MetricReader reader,
            MetricWriter writer,
            MeasurementStore store,
            MetricTargets targets,
            MetricTree tree,
            MetricSurroundings surroundings,
            FormulaNames names,
            MetricFlow flow,
            ObjectProvider<MetricUse> uses,
            Journal journal,
            DomainClock clock) {
        this.reader = reader;
        this.writer = writer;
        this.store = store;
        this.targets = targets;
        this.tree = tree;
        this.surroundings = surroundings;
        this.names = names;
        this.flow = flow;
        this.uses = uses;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws ProblemException NOT_FOUND where the viewer may not see it */
    @Transactional(readOnly = true)
    public Metric get(UUID metric) {
        return reader.one(metric);
    }

    /** Metrics with all their periods, as far as the viewer sees them; two statements. */
    @Transactional(readOnly = true)
    public List<MetricChange> told(List<UUID> ids) {
        Map<UUID, List<Point>> series = store.points(ids);
        return reader.of(ids).stream()
                .map(metric -> new MetricChange(metric, metric.figures(), series.getOrDefault(metric.id(), List.of())))
                .toList();
    }

    /** In the order of the ids; those the viewer may not see are left out. */
    @Transactional(readOnly = true)
    public List<Metric> of(List<UUID> metrics) {
        return reader.of(metrics);
    }

    /** @param said what the writer answered before choosing a KPI, if anything; overruling it is told to the journal */
    public Metric create(Viewer viewer, MetricContent content, @Nullable GoalAnswers said) {
        Metric metric = create(viewer, content);
        if (said != null && !RightFramework.fits(said, "kpi")) {
            journal.record(Entry.of(
                            "metric.framework-overruled",
                            "metric",
                            metric.id(),
                            "chose KPI although the answers speak for " + RightFramework.names(said))
                    .reason("Answered: " + said.said())
                    .seenBy(metric.key()));
        }
        return metric;
    }

    /** @throws ProblemException also FRAMEWORK_OFF where KPIs are not in use */
    public Metric create(Viewer viewer, MetricContent content) {
        FrameworkProblem.refuseUnlessUsed(viewer, "kpi");
        UUID id = Ids.next();
        UUID owner = Objects.requireNonNullElse(content.ownerId(), viewer.id());
        Texts texts = new Texts();
        MetricCheck.sheet(content, null, texts);
        if (content.direction() != null) {
            MetricCheck.targets(content.direction(), content.targetsOrNone(), clock.today(), "targets", texts);
        }
        Formula formula = names.read(content.formula(), texts);
        MetricSurroundings.Found found = placed(id, owner, content, formula, null, texts);
        if (!may(viewer, owner, found)) {
            throw NOT_WRITER.exception();
        }
        MetricState state = Objects.requireNonNullElse(content.state(), MetricState.ACTIVE);
        var row = new MetricWriter.Row(id, content, owner, state, formula, 1, content.definedFrom());
        writer.insert(row);
        writer.define(row, viewer.id());
        refuseWidening(id, row.key(), formula, content);
        relate(row, null);
        LocalDate today = clock.today();
        Direction direction = Objects.requireNonNull(content.direction());
        writer.insert(
                id,
                content.targetsOrNone().stream()
                        .map(target -> target.target(direction, today))
                        .toList(),
                viewer.id());
        journal.record(created(row));
        flow.renew(touched(id, null, content.parentId()));
        return reader.one(id);
    }

    /** @param change what its content becomes */
    public Metric edit(Viewer viewer, UUID id, UnaryOperator<MetricContent> change, int version) {
        Metric before = reader.editable(id);
        MetricContent content = change.apply(MetricContent.of(before));
        if (before.version() != version) {
            throw GeneralProblem.STALE_VERSION.problem().with("current", before).exception();
        }
        UUID owner = Objects.requireNonNullElse(
                content.ownerId(), before.sheet().owner().id());
        Texts texts = new Texts();
        MetricCheck.sheet(content, before, texts);
        if (content.targets() != null) {
            texts.add(GeneralProblem.INVALID
                    .saying("Targets are added under the metric's own address.")
                    .at("targets"));
        }
        Formula formula = names.read(content.formula(), texts);
        MetricSurroundings.Found found =
                placed(id, owner, content, formula, before.sheet().owner().id(), texts);
        boolean handedOn = !owner.equals(before.sheet().owner().id());
        if (handedOn && !may(viewer, owner, found)) {
            throw NOT_HANDED_ON.exception();
        }
        refuseComputedMeaning(before, content);
        var row = row(before, content, owner, formula, clock.today());
        refuseShown(before, row.key());
        targets.refuseAgainst(id, Objects.requireNonNull(content.direction()));
        writer.update(before, row);
        if (row.definitionVersion() != before.sheet().definitionVersion()) {
            writer.define(row, viewer.id());
        }
        refuseWidening(id, row.key(), formula, content);
        relate(row, before);
        journal.record(edited(before, row));
        flow.renew(touched(id, above(before), content.parentId()));
        return reader.one(id);
    }

    /** Activates, pauses, resumes or retires it. */
    public Metric become(Viewer viewer, UUID id, MetricState state, int version) {
        return edit(viewer, id, content -> content.withState(state), version);
    }

    /** Takes the natural limits anew from this period on: what changed is how it is now. */
    public Metric confirmShift(Viewer viewer, UUID id, LocalDate from, int version) {
        return edit(viewer, id, content -> content.withLimitsFrom(from), version);
    }

    /** Others see its values in goals that follow it; they would go on seeing them. */
    private void refuseShown(Metric before, Audience key) {
        boolean narrower = !key.equals(before.key()) && !key.equals(Audience.EVERYONE);
        if (narrower && uses.stream().anyMatch(use -> use.shownTo(before.id(), key))) {
            throw MetricProblem.METRIC_FOLLOWED.at("audience").exception();
        }
    }

    /** What is written of a metric that was there: where its values come to mean something else, in a new version from then on. */
    static MetricWriter.Row row(
            Metric before, MetricContent content, UUID owner, @Nullable Formula formula, LocalDate today) {
        MetricSheet sheet = before.sheet();
        boolean redefined = !Meaning.of(content, formula).equals(Meaning.of(sheet));
        return new MetricWriter.Row(
                before.id(),
                content,
                owner,
                Objects.requireNonNullElse(content.state(), before.state()),
                formula,
                sheet.definitionVersion() + (redefined ? 1 : 0),
                redefined ? from(content, before, today) : sheet.definedFrom());
    }

    private static LocalDate from(MetricContent content, Metric before, LocalDate today) {
        LocalDate named = content.definedFrom();
        return named == null || named.equals(before.sheet().definedFrom()) ? today : named;
    }

    static Entry created(MetricWriter.Row row) {
        MetricContent content = row.content();
        return Entry.of("metric.created", "metric", row.id(), "defined the metric “" + content.name() + "”")
                .after(content)
                .seenBy(row.key());
    }

    static Entry edited(Metric before, MetricWriter.Row row) {
        MetricContent content = row.content();
        return Entry.of("metric.edited", "metric", row.id(), "changed the metric “" + content.name() + "”")
                .before(MetricContent.of(before))
                .after(content)
                .seenBy(row.key());
    }

    /** What its values have meant, newest first. */
    @Transactional(readOnly = true)
    public List<Meaning.Version> definitions(UUID metric) {
        reader.one(metric);
        return targets.definitions(metric);
    }

    private static boolean may(Viewer viewer, UUID owner, MetricSurroundings.Found found) {
        return may(viewer, owner, found.led());
    }

    /** @param led whether the viewer leads the owner or the team */
    static boolean may(Viewer viewer, UUID owner, boolean led) {
        return led || viewer.id().equals(owner) || viewer.isAny(Role.EXEC, Role.CHAMP);
    }

    private MetricSurroundings.Found placed(
            UUID id,
            UUID owner,
            MetricContent content,
            @Nullable Formula formula,
            @Nullable UUID keptOwner,
            Texts texts) {
        Set<UUID> inputs = formula == null ? Set.of() : formula.inputs();
        MetricSurroundings.Found found = surroundings.find(id, owner, content, List.copyOf(inputs), keptOwner);
        MetricCheck.references(content, inputs, found, texts);
        texts.refuseIfAny();
        return found;
    }

    /** @throws ProblemException METRIC_HAS_VALUES where what is changed is fixed by the values that are there */
    static void refuseComputedMeaning(Metric before, MetricContent content) {
        boolean hasValues = before.figures().periodStart() != null;
        if (hasValues && content.isComputed() != before.sheet().computed()) {
            throw MetricProblem.METRIC_HAS_VALUES.at("formula").exception();
        }
        if (hasValues && content.frequency() != before.sheet().frequency()) {
            throw MetricProblem.METRIC_HAS_VALUES
                    .saying("This metric has values of its frequency; define a new metric for another.")
                    .at("frequency")
                    .exception();
        }
    }

    /** A computed metric shows its inputs, so nobody may see it who may not see them. */
    private void refuseWidening(UUID id, Audience key, @Nullable Formula formula, MetricContent content) {
        Set<UUID> inputs = formula == null ? Set.of() : formula.inputs();
        if (tree.widens(id, key, inputs, content.parentId(), Boolean.TRUE.equals(content.addsUp()))) {
            throw MetricProblem.FORMULA_WIDENS_AUDIENCE
                    .at(inputs.isEmpty() ? "parentId" : "formula")
                    .exception();
        }
    }

    private void relate(MetricWriter.Row row, @Nullable Metric before) {
        boolean adds = Boolean.TRUE.equals(row.content().addsUp());
        boolean added = before != null && before.sheet().addsUp();
        if (row.formula() != null
                || adds
                || added
                || (before != null && before.sheet().computed())) {
            writer.relate(
                    row.id(),
                    adds
                            ? tree.below(row.id())
                            : row.formula() == null ? Set.of() : row.formula().inputs());
        }
        UUID above = above(before);
        UUID parent = row.content().parentId();
        if (!Objects.equals(above, parent)) {
            refuseForeignSum(parent);
            tree.moveBelow(row.id(), above, parent);
        }
    }

    private static @Nullable UUID above(@Nullable Metric metric) {
        return metric == null || metric.sheet().parent() == null
                ? null
                : metric.sheet().parent().id();
    }

    /** Whoever stands below a metric that adds up changes its figure. */
    private void refuseForeignSum(@Nullable UUID parent) {
        Metric above = parent == null ? null : reader.one(parent);
        if (above != null && above.sheet().addsUp() && !above.mayEdit()) {
            throw GeneralProblem.NOT_ALLOWED
                    .saying("Only those who may change the metric above may add to it.")
                    .at("parentId")
                    .exception();
        }
    }

    private static List<UUID> touched(UUID id, @Nullable UUID before, @Nullable UUID after) {
        return java.util.stream.Stream.of(id, before, after)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
