package io.cairn.framework.mbo;

import io.cairn.audit.Journal;
import io.cairn.goal.Health;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Organizations;
import io.cairn.organization.People;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans as files: one's own, those one manages, and for HR everybody's; a file for each. The journal notes who took one. */
@Component
@Transactional
class Tracker implements Template {
    private static final int MOST = 200;
    private static final TemplateForm FORM = TrackerForm.form();

    private final Plans plans;
    private final PlanPay pay;
    private final People people;
    private final Organizations organizations;
    private final Journal journal;

    Tracker(Plans plans, PlanPay pay, People people, Organizations organizations, Journal journal) {
        this.plans = plans;
        this.pay = pay;
        this.people = people;
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
        return plans.find(Plans.Wanted.ANY, MOST, null).items().stream()
                .filter(plan -> plan.state() != PlanState.CANCELLED)
                .map(plan -> new LiveFile(plan.id().toString(), group(viewer, plan), about(plan)))
                .toList();
    }

    private static String group(Viewer viewer, Plan plan) {
        if (plan.employee().id().equals(viewer.id())) {
            return "My plans";
        }
        return plan.manager().id().equals(viewer.id()) ? "My team" : "Others";
    }

    private static String about(Plan plan) {
        return "%s, %s to %s".formatted(plan.employee().name(), plan.startsOn(), plan.endsOn());
    }

    @Override
    public Filled live(Viewer viewer, String subject) {
        Plan plan = plans.get(id(subject));
        @Nullable Payable payable = pay.projected(plan);
        Currency currency =
                payable == null ? currency() : payable.payout().total().currency();
        Filled filled = new TrackerRows(plan.terms(), currency)
                .filled(
                        Variant.LIVE,
                        about(plan),
                        subject,
                        head(plan),
                        lines(plan, payable),
                        payable == null ? null : new TrackerRows.Pay(payable.payout(), payable.gate()));
        journal.record(Plans.entry(plan, "plan.exported", "took the plan away as a file"));
        return filled;
    }

    private static UUID id(String subject) {
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException noId) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
    }

    private TrackerRows.Head head(Plan plan) {
        return new TrackerRows.Head(
                plan.employee().name(),
                plan.manager().name(),
                people.find(plan.employee().id())
                        .map(person -> person.jobTitle())
                        .orElse(""),
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
