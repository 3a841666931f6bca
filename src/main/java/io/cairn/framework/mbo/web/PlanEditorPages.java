package io.cairn.framework.mbo.web;

import io.cairn.framework.GoalAnswers;
import io.cairn.framework.mbo.Plan;
import io.cairn.framework.mbo.PlanAgreeing;
import io.cairn.framework.mbo.PlanChoices;
import io.cairn.framework.mbo.PlanContent;
import io.cairn.framework.mbo.PlanDrafts;
import io.cairn.framework.mbo.PlanReview;
import io.cairn.framework.mbo.PlanTerms;
import io.cairn.framework.mbo.PlanTurns;
import io.cairn.framework.mbo.Plans;
import io.cairn.framework.mbo.web.PlanEditorPage.Kind;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing a plan and changes of its terms: one form for all lines, saved at once. */
@Controller
class PlanEditorPages {
    private final Plans plans;
    private final PlanDrafts drafts;
    private final PlanAgreeing agreeing;
    private final PlanChoices choices;
    private final PlanReview review;
    private final DomainClock clock;
    private final TransactionTemplate transaction;

    PlanEditorPages(
            Plans plans,
            PlanDrafts drafts,
            PlanAgreeing agreeing,
            PlanChoices choices,
            PlanReview review,
            DomainClock clock,
            TransactionTemplate transaction) {
        this.plans = plans;
        this.drafts = drafts;
        this.agreeing = agreeing;
        this.choices = choices;
        this.review = review;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Which form it is: of what, by whom, about whose plan. */
    private record Desk(
            Kind kind,
            @Nullable UUID plan,
            Viewer viewer,
            @Nullable PlanTerms before,
            @Nullable GoalAnswers answers) {}

    @GetMapping("/plans/new")
    @Transactional(readOnly = true)
    PlanEditorPage write(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID employee,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) @Nullable String answers) {
        UUID whose = employee == null ? viewer.id() : employee;
        PlanChoices.Found found = choices.find(viewer, whose, new PlanChoices.Typed(List.of(), List.of(), null));
        UUID writable = found.people().stream().anyMatch(one -> one.id().equals(whose)) ? whose : viewer.id();
        PlanForm form = PlanForm.fresh(writable, usual(found), title);
        return page(new Desk(Kind.DRAFT, null, viewer, null, GoalAnswers.read(answers)), form, found, List.of(), false);
    }

    /** The shortest cycle that today lies in. */
    private PlanChoices.@Nullable Span usual(PlanChoices.Found found) {
        LocalDate today = clock.today();
        return found.cycles().stream()
                .filter(one -> !one.startsOn().isAfter(today) && !one.endsOn().isBefore(today))
                .min(Comparator.comparing(one -> ChronoUnit.DAYS.between(one.startsOn(), one.endsOn())))
                .orElse(null);
    }

    @GetMapping("/plans/{id}/edit")
    @Transactional(readOnly = true)
    PlanEditorPage edit(Viewer viewer, @PathVariable UUID id) {
        Plan plan = plans.get(id);
        if (!PlanTurns.of(plan, viewer, null, clock.today()).edits()) {
            throw GeneralProblem.NOT_ALLOWED
                    .saying("Only a draft is edited, by the employee or the manager.")
                    .exception();
        }
        PlanForm form = PlanForm.of(plan);
        return page(new Desk(Kind.DRAFT, id, viewer, null, null), form, found(viewer, form), List.of(), false);
    }

    @GetMapping("/plans/{id}/amendment")
    @Transactional(readOnly = true)
    PlanEditorPage change(Viewer viewer, @PathVariable UUID id) {
        Plan plan = plans.get(id);
        if (!PlanTurns.of(plan, viewer, null, clock.today()).amends()) {
            throw GeneralProblem.NOT_ALLOWED
                    .saying("Agreed terms are changed by the manager, until the plan is measured.")
                    .exception();
        }
        PlanForm form = PlanForm.of(plan).with("effectiveFrom", first(plan).toString());
        return page(
                new Desk(Kind.AMENDMENT, id, viewer, plan.terms(), null), form, found(viewer, form), List.of(), false);
    }

    /** Tomorrow, as far as that is within the plan. */
    private LocalDate first(Plan plan) {
        LocalDate tomorrow = clock.today().plusDays(1);
        LocalDate second = plan.startsOn().plusDays(1);
        return tomorrow.isBefore(second) ? second : tomorrow.isAfter(plan.endsOn()) ? plan.endsOn() : tomorrow;
    }

    @PostMapping("/plans")
    Html create(
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "do", defaultValue = "save") String button) {
        GoalAnswers said = GoalAnswers.read(sent.getFirst("answers"));
        return handled(
                new Desk(Kind.DRAFT, null, viewer, null, said),
                PlanForm.posted(sent),
                button,
                (reading, employee) -> drafts.create(viewer, reading.content(employee), said));
    }

    @PostMapping("/plans/{id}")
    Html save(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "do", defaultValue = "save") String button) {
        PlanForm form = PlanForm.posted(sent);
        return handled(
                new Desk(Kind.DRAFT, id, viewer, null, null),
                form,
                button,
                (reading, employee) -> plans.edit(viewer, id, kept -> reading.content(employee), form.version()));
    }

    @PostMapping("/plans/{id}/amendment")
    Html amend(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "do", defaultValue = "save") String button) {
        Plan plan = plans.get(id);
        return handled(
                new Desk(Kind.AMENDMENT, id, viewer, plan.terms(), null),
                PlanForm.posted(sent),
                button,
                (reading, employee) -> agreeing.amend(viewer, id, agreed -> reading.amendment()));
    }

    private Html handled(Desk desk, PlanForm typed, String button, BiFunction<PlanReading, UUID, Plan> saving) {
        boolean saves = button.equals("save") || button.equals("submit");
        if (!saves) {
            return within(() -> changed(desk, typed, button));
        }
        List<Problem> problems;
        boolean newer = false;
        try {
            return within(() -> saved(desk, typed, button, saving));
        } catch (ProblemException refused) {
            int status = refused.first().status();
            if (status == GeneralProblem.NOT_FOUND.status() || status == GeneralProblem.NOT_ALLOWED.status()) {
                throw refused;
            }
            problems = refused.problems();
            newer = refused.first().details().get("current") instanceof Plan;
        }
        List<Problem> wrong = problems;
        boolean meanwhile = newer;
        return within(() -> {
            PlanForm form = meanwhile && wrong.getFirst().details().get("current") instanceof Plan now
                    ? typed.with("version", String.valueOf(now.version()))
                    : typed;
            PlanChoices.Found found = found(desk.viewer(), form);
            return page(desk, form.filled().served(found), found, wrong, meanwhile);
        });
    }

    private Html saved(Desk desk, PlanForm typed, String button, BiFunction<PlanReading, UUID, Plan> saving) {
        PlanChoices.Found found = found(desk.viewer(), typed);
        PlanForm form = typed.filled().served(found);
        List<Problem> unreadable = new ArrayList<>();
        PlanReading reading = new PlanReading(form, found, unreadable);
        UUID employee = form.employeeOr(desk.viewer().id());
        PlanContent content = reading.content(employee);
        if (!unreadable.isEmpty()) {
            unreadable.addAll(
                    review.judge(employee, content, desk.before(), List.of()).wrong());
            throw new ProblemException(unreadable);
        }
        Plan plan = saving.apply(reading, employee);
        if (desk.kind() == Kind.AMENDMENT) {
            return Redirect.to("/plans/" + plan.id())
                    .saying("Proposed. It waits for " + plan.employee().name() + ".");
        }
        if (button.equals("submit")) {
            agreeing.submit(desk.viewer(), plan.id(), null);
            return Redirect.to("/plans/" + plan.id()).saying("Signed and submitted.");
        }
        return Redirect.to("/plans/" + plan.id()).saying("Draft saved.");
    }

    private PlanEditorPage changed(Desk desk, PlanForm typed, String button) {
        PlanChoices.Found found = found(desk.viewer(), typed);
        PlanForm form = typed.served(found).after(button, found);
        UUID from = button.equals("copy") ? copied(form) : null;
        if (from != null) {
            form = form.copying(plans.get(from).terms());
            found = found(desk.viewer(), form);
        }
        return page(desk, form, found, List.of(), false);
    }

    private static @Nullable UUID copied(PlanForm form) {
        try {
            return form.text("from").isBlank() ? null : UUID.fromString(form.text("from"));
        } catch (IllegalArgumentException forged) {
            return null;
        }
    }

    private PlanChoices.Found found(Viewer viewer, PlanForm form) {
        return choices.find(viewer, form.employeeOr(viewer.id()), form.named());
    }

    private PlanEditorPage page(
            Desk desk, PlanForm form, PlanChoices.Found found, List<Problem> problems, boolean newer) {
        UUID employee = form.employeeOr(desk.viewer().id());
        PlanContent content = new PlanReading(form.filled(), found, new ArrayList<>()).content(employee);
        PlanReview.Judged judged = review.judge(employee, content, desk.before(), found.stretches());
        return new PlanEditorPage(
                desk.kind(), desk.plan(), desk.viewer().id(), form, found, judged, problems, newer, desk.answers());
    }

    private <T extends Html> T within(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(begun -> work.get()));
    }
}
