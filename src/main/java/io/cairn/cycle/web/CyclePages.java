package io.cairn.cycle.web;

import io.cairn.cycle.Cadence;
import io.cairn.cycle.Cycle;
import io.cairn.cycle.CyclePlan;
import io.cairn.cycle.Phase;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Cycles: everybody reads them, champions and administrators keep them. */
@Controller
@RequestMapping("/cycles")
class CyclePages {
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2199;

    private final CyclePlan plan;
    private final CycleForms forms;

    CyclePages(CyclePlan plan, CycleForms forms) {
        this.plan = plan;
        this.forms = forms;
    }

    @GetMapping
    @Transactional(readOnly = true)
    CyclesPage list(Viewer viewer) {
        return forms.tree(keeps(viewer), List.of());
    }

    @GetMapping("/new")
    @Transactional(readOnly = true)
    CycleFormPage add(Viewer viewer, @RequestParam(defaultValue = "") String parent) {
        onlyKeepers(viewer);
        return forms.adding(CycleForm.empty(parent), List.of());
    }

    @PostMapping
    Html create(Viewer viewer, CycleForm form) {
        onlyKeepers(viewer);
        try {
            Cycle cycle = plan.create(form.details());
            return Redirect.to("/cycles").saying(cycle.name() + " is added.");
        } catch (ProblemException wrong) {
            return forms.adding(form, wrong.problems());
        }
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    CycleFormPage edit(Viewer viewer, @PathVariable UUID id) {
        onlyKeepers(viewer);
        return forms.editing(id);
    }

    @PostMapping("/{id}")
    Html change(Viewer viewer, @PathVariable UUID id, CycleForm form) {
        onlyKeepers(viewer);
        try {
            Cycle cycle = plan.edit(id, number(form.version()), form.details());
            return Redirect.to("/cycles").saying(cycle.name() + " is saved.");
        } catch (ProblemException wrong) {
            return forms.refused(id, form, wrong.problems());
        }
    }

    @PostMapping("/{id}/phase")
    Html enter(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String phase,
            @RequestParam(defaultValue = "") String version) {
        onlyKeepers(viewer);
        try {
            Phase next = CycleForm.constant(Phase.class, phase);
            if (next == null) {
                throw GeneralProblem.INVALID.at("phase").exception();
            }
            Cycle cycle = plan.enter(id, number(version), next);
            return Redirect.to("/cycles")
                    .saying(cycle.name() + " is in " + next.label().toLowerCase(java.util.Locale.ROOT) + ".");
        } catch (ProblemException wrong) {
            return forms.tree(true, wrong.problems());
        }
    }

    @PostMapping("/{id}/deletion")
    Html delete(Viewer viewer, @PathVariable UUID id) {
        onlyKeepers(viewer);
        CycleFormPage page = forms.editing(id);
        try {
            plan.delete(id);
            return Redirect.to("/cycles").saying(page.title() + " is deleted.");
        } catch (ProblemException wrong) {
            return page.with(wrong.problems());
        }
    }

    @GetMapping("/years")
    @Transactional(readOnly = true)
    YearFormPage planYear(Viewer viewer) {
        onlyKeepers(viewer);
        return forms.nextYear();
    }

    @PostMapping("/years")
    Html createYear(
            Viewer viewer,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String cadence) {
        onlyKeepers(viewer);
        try {
            Cadence rhythm = CycleForm.constant(Cadence.class, cadence);
            List<Cycle> made = plan.planYear(first(year, month), rhythm == null ? Cadence.WEEKLY : rhythm);
            return Redirect.to("/cycles").saying(made.getFirst().name() + " is planned.");
        } catch (ProblemException wrong) {
            return forms.year(year, month, cadence, atYear(wrong));
        }
    }

    private static List<io.cairn.kernel.Problem> atYear(ProblemException wrong) {
        return wrong.problems().stream()
                .map(problem -> "startsOn".equals(problem.field()) ? problem.at("year") : problem)
                .toList();
    }

    private static YearMonth first(String year, String month) {
        try {
            var first = YearMonth.of(number(year), number(month));
            if (first.getYear() >= EARLIEST && first.getYear() <= LATEST) {
                return first;
            }
        } catch (DateTimeException noMonth) {
            throw GeneralProblem.INVALID.at("month").exception();
        }
        throw GeneralProblem.INVALID
                .saying("Write a year such as 2027.")
                .at("year")
                .exception();
    }

    private static boolean keeps(Viewer viewer) {
        return viewer.isAny(Role.CHAMP, Role.ADMIN);
    }

    private static void onlyKeepers(Viewer viewer) {
        if (!keeps(viewer)) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
    }

    /** What is no number is none we gave. */
    private static int number(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException forged) {
            return 0;
        }
    }
}
