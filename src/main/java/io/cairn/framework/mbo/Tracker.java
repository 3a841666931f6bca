package io.cairn.framework.mbo;

import io.cairn.audit.Journal;
import io.cairn.goal.Health;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Organizations;
import io.cairn.template.Filled;
import io.cairn.template.LiveFile;
import io.cairn.template.Template;
import io.cairn.template.TemplateForm;
import io.cairn.template.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans as files: one's own, those one manages, and for HR everybody's; a file for each. The journal notes who took one. */
@Component
@Transactional
class Tracker implements Template {
    private static final int MOST = 20_000;
    private static final TemplateForm FORM = TrackerForm.form();

    private final Plans plans;
    private final PlanPay pay;
    private final PlanFiles files;
    private final Organizations organizations;
    private final Journal journal;

    Tracker(Plans plans, PlanPay pay, PlanFiles files, Organizations organizations, Journal journal) {
        this.plans = plans;
        this.pay = pay;
        this.files = files;
        this.organizations = organizations;
        this.journal = journal;
    }

    @Override
    public TemplateForm form() {
        return FORM;
    }

    @Override
    public Filled sample() {
        return TrackerSample.filled();
    }

    @Override
    @Transactional(readOnly = true)
    public Filled blank(Viewer viewer) {
        return new TrackerRows(TrackerSample.USUAL, currency()).blank();
    }

    private Currency currency() {
        return organizations.require().currency();
    }

    @Override
    @Transactional(readOnly = true)
    public List<LiveFile> liveFiles(Viewer viewer) {
        return files.newest(MOST).stream()
                .map(file -> new LiveFile(
                        file.plan().toString(), group(viewer, file), file.about(), file.teams(), file.period()))
                .toList();
    }

    private static String group(Viewer viewer, PlanFiles.PlanFile file) {
        if (file.employee().equals(viewer.id())) {
            return "My plans";
        }
        return viewer.id().equals(file.manager()) ? "My team" : "Others";
    }

    @Override
    @Transactional(readOnly = true)
    public Filled live(Viewer viewer, String subject) {
        return live(viewer, List.of(subject)).stream().findFirst().orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Filled> live(Viewer viewer, List<String> subjects) {
        List<UUID> ids = subjects.stream().map(Tracker::id).toList();
        Map<UUID, Plan> found = plans.of(ids).stream().collect(Collectors.toMap(Plan::id, Function.identity()));
        Map<UUID, PlanFiles.PlanFile> about =
                files.of(ids).stream().collect(Collectors.toMap(PlanFiles.PlanFile::plan, Function.identity()));
        Map<UUID, Payable> payable = pay.projected(found.values());
        Currency usual = currency();
        List<Filled> live = new ArrayList<>();
        for (UUID id : ids) {
            Plan plan = found.get(id);
            PlanFiles.PlanFile file = about.get(id);
            if (plan != null && file != null) {
                live.add(filled(plan, file, payable.get(id), usual));
            }
        }
        return live;
    }

    private static Filled filled(Plan plan, PlanFiles.PlanFile file, @Nullable Payable payable, Currency usual) {
        Currency currency = payable == null ? usual : payable.payout().total().currency();
        return new TrackerRows(plan.terms(), currency)
                .filled(
                        Variant.LIVE,
                        file.about(),
                        plan.id().toString(),
                        head(plan, file.role()),
                        lines(plan, payable),
                        payable == null ? null : new TrackerRows.Pay(payable.payout(), payable.gate()));
    }

    @Override
    public void taken(Viewer viewer, List<String> subjects) {
        journal.record(plans.of(subjects.stream().map(Tracker::id).toList()).stream()
                .map(plan -> Plans.entry(plan, "plan.exported", "took the plan away as a file"))
                .toList());
    }

    private static UUID id(String subject) {
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException noId) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
    }

    private static TrackerRows.Head head(Plan plan, String role) {
        return new TrackerRows.Head(
                plan.employee().name(),
                plan.manager().name(),
                role,
                plan.period(),
                plan.startsOn(),
                plan.endsOn(),
                plan.state().label(),
                plan.id(),
                plan.version());
    }

    static List<TrackerRows.Line> lines(Plan plan, @Nullable Payable payable) {
        Map<UUID, TrackerRows.Paid> paid = paid(payable);
        boolean split = payable != null && payable.versions().size() > 1;
        List<TrackerRows.Line> lines = new ArrayList<>();
        for (PlanObjective line : plan.objectives()) {
            lines.add(new TrackerRows.Line(
                    line.terms(),
                    line.finalValue().isGiven() ? line.finalValue() : line.current(),
                    paid.get(line.id()),
                    split,
                    line.serves().stream().map(PlanObjective.Served::title).collect(Collectors.joining("; ")),
                    line.employeeEstimate().comment(),
                    line.managerEstimate().comment(),
                    state(line.health())));
        }
        return lines;
    }

    private static String state(@Nullable Health health) {
        return health == null ? "" : health.label();
    }

    /** By objective; where several versions of the terms hold, the money of all and no single factor. */
    private static Map<UUID, TrackerRows.Paid> paid(@Nullable Payable payable) {
        Map<UUID, TrackerRows.Paid> paid = new LinkedHashMap<>();
        for (Payable.Line line : payable == null ? List.<Payable.Line>of() : payable.lines()) {
            BigDecimal amount = line.paid().amount().amount();
            paid.merge(
                    line.objectiveId(),
                    new TrackerRows.Paid(line.paid().factor(), amount),
                    (one, other) -> new TrackerRows.Paid(null, one.amount().add(other.amount())));
        }
        return paid;
    }
}
