package io.cairn.framework.smart.web;

import io.cairn.cycle.Cycle;
import io.cairn.cycle.Cycles;
import io.cairn.cycle.Phase;
import io.cairn.framework.smart.SmartSheet;
import io.cairn.framework.smart.SmartSheetContent;
import io.cairn.framework.smart.SmartSheets;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalEditing;
import io.cairn.goal.GoalEditing.OwnerTeam;
import io.cairn.goal.GoalSearch;
import io.cairn.goal.SmartChecks;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Page;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import io.cairn.web.part.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** SMART goals: the list, the worksheet, and writing it. */
@Controller
@RequestMapping("/smart")
class SmartPages {
    private static final int MOST = 100;

    private final SmartSheets sheets;
    private final SmartChecks checks;
    private final GoalSearch search;
    private final GoalEditing editing;
    private final Cycles cycles;
    private final DomainClock clock;

    SmartPages(
            SmartSheets sheets,
            SmartChecks checks,
            GoalSearch search,
            GoalEditing editing,
            Cycles cycles,
            DomainClock clock) {
        this.sheets = sheets;
        this.checks = checks;
        this.search = search;
        this.editing = editing;
        this.cycles = cycles;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    SmartGoalsPage list(Viewer viewer) {
        Page<Goal> found = search.find(GoalSearch.Wanted.ANY.ofFramework("smart"), MOST, null);
        List<Goal> newest = found.items().reversed();
        return new SmartGoalsPage(
                newest.stream().filter(goal -> isOwn(viewer, goal)).toList(),
                newest.stream().filter(goal -> !isOwn(viewer, goal)).toList(),
                checks.of(newest),
                found.nextCursor() != null);
    }

    private static boolean isOwn(Viewer viewer, Goal goal) {
        return goal.lead().id().equals(viewer.id()) || goal.owner().id().equals(viewer.id());
    }

    @GetMapping("/new")
    @Transactional(readOnly = true)
    SmartEditorPage write(
            Viewer viewer,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "") String cycle) {
        List<Cycle> all = cycles.all();
        String usual = Cycles.usual(all, clock.today())
                .map(each -> each.id().toString())
                .orElse("");
        SmartSheetForm form =
                SmartSheetForm.fresh(title, team.isBlank() ? "me" : team, cycle.isBlank() ? usual : cycle);
        return page(viewer, null, form, List.of(), all);
    }

    @GetMapping("/{goal}")
    @Transactional(readOnly = true)
    SmartSheetPage show(Viewer viewer, @PathVariable UUID goal) {
        SmartSheets.Shown shown = sheets.shown(viewer, goal);
        return new SmartSheetPage(shown.sheet(), shown.mayAttest());
    }

    @GetMapping("/{goal}/edit")
    @Transactional(readOnly = true)
    SmartEditorPage edit(Viewer viewer, @PathVariable UUID goal) {
        SmartSheet sheet = sheets.open(goal);
        return page(viewer, sheet, SmartSheetForm.of(sheet), List.of(), cycles.all());
    }

    @PostMapping
    Html create(Viewer viewer, SmartSheetForm form, @RequestParam(name = "do", defaultValue = "save") String button) {
        if (!saves(button)) {
            return page(viewer, null, form, List.of(), cycles.all());
        }
        try {
            SmartSheet sheet = sheets.create(viewer, read(form, null), button.equals("activate"));
            return Redirect.to("/smart/" + sheet.id()).saying(button.equals("activate") ? "Active." : "Draft saved.");
        } catch (ProblemException refused) {
            return refused(viewer, null, form, refused);
        }
    }

    @PostMapping("/{goal}")
    Html save(
            Viewer viewer,
            @PathVariable UUID goal,
            SmartSheetForm form,
            @RequestParam(name = "do", defaultValue = "save") String button) {
        SmartSheet sheet = saves(button) ? sheets.get(goal) : sheets.open(goal);
        if (!saves(button)) {
            return page(viewer, sheet, form, List.of(), cycles.all());
        }
        try {
            sheets.save(viewer, goal, read(form, sheet), form.versionOrNone(), button.equals("activate"));
            return Redirect.to("/smart/" + goal).saying(button.equals("activate") ? "Active." : "Saved.");
        } catch (ProblemException refused) {
            return refused(viewer, sheet, form, refused);
        }
    }

    @PostMapping("/{goal}/attestation")
    Html attest(Viewer viewer, @PathVariable UUID goal, @RequestParam(defaultValue = "") String note) {
        checks.attest(viewer, goal, note);
        return Redirect.to("/smart/" + goal).saying("Kept: you say that it can be done.");
    }

    /** The buttons that save do; the others show the form again. */
    private static boolean saves(String button) {
        return button.equals("save") || button.equals("activate");
    }

    private static SmartSheetContent read(SmartSheetForm form, @Nullable SmartSheet sheet) {
        List<Problem> unreadable = new ArrayList<>();
        SmartSheetContent content = form.content(sheet, unreadable);
        if (!unreadable.isEmpty()) {
            throw new ProblemException(unreadable);
        }
        return content;
    }

    private Html refused(Viewer viewer, @Nullable SmartSheet sheet, SmartSheetForm form, ProblemException refused) {
        int status = refused.first().status();
        if (status == GeneralProblem.NOT_ALLOWED.status() || status == GeneralProblem.NOT_FOUND.status()) {
            throw refused;
        }
        return page(viewer, sheet, form, refused.problems(), cycles.all());
    }

    private SmartEditorPage page(
            Viewer viewer, @Nullable SmartSheet sheet, SmartSheetForm form, List<Problem> problems, List<Cycle> all) {
        SmartSheetContent content = form.content(sheet, new ArrayList<>());
        return new SmartEditorPage(
                sheet,
                form,
                problems,
                sheets.judge(viewer, sheet == null ? null : sheet.goal(), content),
                all.stream()
                        .filter(cycle -> cycle.phase() != Phase.CLOSED
                                || cycle.id().toString().equals(form.cycleId()))
                        .map(cycle -> new Option(cycle.id().toString(), cycle.name()))
                        .toList(),
                sheet == null ? owners(viewer) : List.of());
    }

    private List<Option> owners(Viewer viewer) {
        return Stream.concat(
                        Stream.of(new Option("me", viewer.name() + " (me)")),
                        editing.teams(viewer).stream()
                                .filter(OwnerTeam::writable)
                                .map(team -> new Option(team.id().toString(), team.name())))
                .toList();
    }
}
