package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.CompanyObjective;
import io.cairn.framework.mbo.CompanyObjectiveContent;
import io.cairn.framework.mbo.CompanyObjectives;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Page;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.web.Filters;
import io.cairn.web.Html;
import io.cairn.web.ListQuery;
import io.cairn.web.Redirect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Objectives of the company: everybody reads them, HR and the executives write and score them. */
@Controller
@RequestMapping("/company-objectives")
class CompanyObjectivePages {
    private static final int ON_ONE_PAGE = 50;

    private final CompanyObjectives objectives;
    private final TransactionTemplate transaction;

    CompanyObjectivePages(CompanyObjectives objectives, TransactionTemplate transaction) {
        this.objectives = objectives;
        this.transaction = transaction;
    }

    @GetMapping
    @Transactional(readOnly = true)
    CompanyObjectivesPage list(Viewer viewer, @Filters({}) ListQuery query) {
        return page(viewer, query.cursorId(), null);
    }

    private CompanyObjectivesPage page(
            Viewer viewer, @Nullable UUID after, CompanyObjectivesPage.@Nullable Refused refused) {
        Page<CompanyObjective> found = objectives.list(ON_ONE_PAGE, after);
        return new CompanyObjectivesPage(
                found.items(),
                CompanyObjectives.mayWrite(viewer),
                viewer.is(Role.HR) || viewer.teams().stream().anyMatch(Viewer.Team::leads),
                found.nextCursor() == null ? null : "/company-objectives?cursor=" + found.nextCursor(),
                refused);
    }

    @GetMapping("/new")
    CompanyObjectivePage write(Viewer viewer) {
        refuseOthers(viewer);
        return new CompanyObjectivePage(null, CompanyObjectiveForm.EMPTY, List.of());
    }

    @GetMapping("/{id}/edit")
    @Transactional(readOnly = true)
    CompanyObjectivePage edit(Viewer viewer, @PathVariable UUID id) {
        CompanyObjective kept = objectives.get(id);
        refuseOthers(viewer);
        return new CompanyObjectivePage(kept, CompanyObjectiveForm.of(kept), List.of());
    }

    private static void refuseOthers(Viewer viewer) {
        if (!CompanyObjectives.mayWrite(viewer)) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
    }

    @PostMapping
    Html create(Viewer viewer, CompanyObjectiveForm form) {
        try {
            CompanyObjective made = objectives.create(viewer, read(form));
            return Redirect.to("/company-objectives").saying("“" + made.title() + "” can be named in plans now.");
        } catch (ProblemException refused) {
            return again(null, form, refused);
        }
    }

    @PostMapping("/{id}")
    Html save(Viewer viewer, @PathVariable UUID id, CompanyObjectiveForm form) {
        CompanyObjective kept = objectives.get(id);
        try {
            CompanyObjectiveContent content = read(form);
            objectives.edit(viewer, id, before -> content, form.version() == null ? 0 : form.version());
            return Redirect.to("/company-objectives").saying("Saved.");
        } catch (ProblemException refused) {
            return again(kept, form, refused);
        }
    }

    private static CompanyObjectiveContent read(CompanyObjectiveForm form) {
        List<Problem> unreadable = new ArrayList<>();
        CompanyObjectiveContent content = form.content(unreadable);
        if (!unreadable.isEmpty()) {
            throw new ProblemException(unreadable);
        }
        return content;
    }

    private static CompanyObjectivePage again(
            @Nullable CompanyObjective kept, CompanyObjectiveForm form, ProblemException refused) {
        if (refused.first().status() == GeneralProblem.NOT_ALLOWED.status()) {
            throw refused;
        }
        return new CompanyObjectivePage(kept, form, refused.problems());
    }

    @PostMapping("/{id}/scoring")
    Html score(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String value) {
        try {
            CompanyObjective kept = objectives.get(id);
            List<Problem> unreadable = new ArrayList<>();
            String unit = kept.basis() == AttainmentBasis.MILESTONE ? "%" : kept.unit();
            BigDecimal read = value.isBlank() ? null : ValuesForm.read(value, unit, "value", unreadable);
            if (!unreadable.isEmpty()) {
                throw new ProblemException(unreadable);
            }
            objectives.score(viewer, id, read);
            return Redirect.to("/company-objectives").saying("Scored for everybody.");
        } catch (ProblemException refused) {
            int status = refused.first().status();
            if (status == GeneralProblem.NOT_FOUND.status() || status == GeneralProblem.NOT_ALLOWED.status()) {
                throw refused;
            }
            var why = new CompanyObjectivesPage.Refused(id, value, refused.problems());
            return Objects.requireNonNull(transaction.execute(begun -> page(viewer, null, why)));
        }
    }
}
