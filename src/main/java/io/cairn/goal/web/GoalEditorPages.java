package io.cairn.goal.web;

import io.cairn.cycle.Cycle;
import io.cairn.cycle.Cycles;
import io.cairn.cycle.Phase;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalContent;
import io.cairn.goal.GoalEditing;
import io.cairn.goal.GoalEditing.OwnerTeam;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.MeasureContent;
import io.cairn.goal.Ref;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.organization.People;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import io.cairn.web.part.Option;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing an objective: one form for it and its key results, saved at once. */
@Controller
class GoalEditorPages {
    private static final int MOST_PEOPLE = 500;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final GoalEditing editing;
    private final Cycles cycles;
    private final People people;
    private final DomainClock clock;

    GoalEditorPages(GoalEditing editing, Cycles cycles, People people, DomainClock clock) {
        this.editing = editing;
        this.cycles = cycles;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/objectives/new")
    @Transactional(readOnly = true)
    GoalEditorPage write(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID cycle,
            @RequestParam(required = false) @Nullable UUID team) {
        List<Cycle> all = cycles.all();
        List<OwnerTeam> teams = editing.teams(viewer);
        OwnerTeam owner = teams.stream()
                .filter(OwnerTeam::writable)
                .filter(each -> team == null || each.id().equals(team))
                .findFirst()
                .orElseThrow(GeneralProblem.NOT_ALLOWED::exception);
        GoalEditorForm form = GoalEditorForm.fresh(cycle == null ? usual(all) : cycle, owner, viewer.name());
        return page(viewer, null, form, List.of(), choices(all, teams, form));
    }

    @GetMapping("/objectives/{id}/edit")
    @Transactional(readOnly = true)
    GoalEditorPage edit(Viewer viewer, @PathVariable UUID id) {
        Goal goal = editing.open(id);
        return page(viewer, goal, GoalEditorForm.of(goal), List.of());
    }

    @PostMapping("/objectives")
    Html create(
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "do", defaultValue = "save") String button) {
        return answer(viewer, null, GoalEditorForm.posted(sent, null), button);
    }

    @PostMapping("/objectives/{id}")
    Html save(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "do", defaultValue = "save") String button) {
        Goal goal = editing.open(id);
        return answer(viewer, goal, GoalEditorForm.posted(sent, goal), button);
    }

    /** The buttons that save do; all others change the form and show it again. */
    private Html answer(Viewer viewer, @Nullable Goal goal, GoalEditorForm form, String button) {
        if (!button.equals("save") && !button.equals("activate")) {
            return page(viewer, goal, form.after(button), List.of());
        }
        GoalEditorForm filled = form.filled();
        try {
            List<Problem> unreadable = new ArrayList<>();
            GoalContent content = content(viewer, goal, filled, unreadable);
            if (!unreadable.isEmpty()) {
                unreadable.addAll(editing.wrong(viewer, content));
                throw new ProblemException(unreadable);
            }
            return saved(save(viewer, goal, filled, content, button.equals("activate")), goal);
        } catch (ProblemException refused) {
            return refused(viewer, goal, filled, refused);
        }
    }

    private Goal save(Viewer viewer, @Nullable Goal goal, GoalEditorForm form, GoalContent content, boolean activate) {
        if (goal == null) {
            return editing.create(viewer, content, activate);
        }
        List<MeasureContent> contents = content.measures() == null ? List.of() : content.measures();
        List<GoalEditing.Row> rows = IntStream.range(0, contents.size())
                .mapToObj(i -> new GoalEditing.Row(
                        form.rows().get(i).id(), form.rows().get(i).version(), contents.get(i)))
                .toList();
        return editing.save(viewer, goal.id(), content.with(null), form.version(), rows, activate);
    }

    private static Redirect saved(Goal now, @Nullable Goal before) {
        boolean first = now.state() == GoalStatus.ACTIVE && (before == null || before.state() == GoalStatus.DRAFT);
        String said = first
                ? "Active. Everyone can see it now."
                : now.state() == GoalStatus.DRAFT ? "Draft saved." : "Saved.";
        return Redirect.to("/objectives/" + now.id()).saying(said);
    }

    private GoalEditorPage refused(Viewer viewer, @Nullable Goal goal, GoalEditorForm form, ProblemException refused) {
        Problem first = refused.first();
        if (first.status() == GeneralProblem.NOT_ALLOWED.status()
                || first.status() == GeneralProblem.NOT_FOUND.status()) {
            throw refused;
        }
        GoalEditorPage page = page(viewer, goal, form, refused.problems());
        return first.details().get("current") instanceof Goal newer
                ? new GoalEditorPage(goal, form.on(newer), refused.problems(), page.structure(), page.choices(), newer)
                : page;
    }

    private GoalContent content(Viewer viewer, @Nullable Goal goal, GoalEditorForm form, List<Problem> unreadable) {
        Map<String, UUID> named = new HashMap<>();
        if (goal != null) {
            Stream.concat(
                            Stream.concat(Stream.of(goal.lead()), goal.contributors().stream()),
                            goal.live().stream()
                                    .map(measure -> measure.owner() == null ? goal.lead() : measure.owner()))
                    .forEach((Ref person) -> named.put(person.name().toLowerCase(Locale.ROOT), person.id()));
        }
        named.putIfAbsent(viewer.name().toLowerCase(Locale.ROOT), viewer.id());
        named.putAll(people.named(
                form.named().stream().filter(name -> !named.containsKey(name)).toList()));
        GoalContent content = form.content(named, unreadable);
        return goal == null ? content : content.keeping(goal);
    }

    private GoalEditorPage page(Viewer viewer, @Nullable Goal goal, GoalEditorForm form, List<Problem> problems) {
        return page(viewer, goal, form, problems, choices(cycles.all(), editing.teams(viewer), form));
    }

    private GoalEditorPage page(
            Viewer viewer,
            @Nullable Goal goal,
            GoalEditorForm form,
            List<Problem> problems,
            GoalEditorPage.Choices choices) {
        List<Problem> unreadable = new ArrayList<>();
        GoalContent content = content(viewer, goal, form.filled(), unreadable);
        List<Problem> missing = Stream.concat(unreadable.stream(), editing.missing(viewer, content).stream())
                .toList();
        return new GoalEditorPage(
                goal, form, problems, GoalStructure.of(missing, form.filled().rows()), choices, null);
    }

    private GoalEditorPage.Choices choices(List<Cycle> all, List<OwnerTeam> teams, GoalEditorForm form) {
        List<Option> open = all.stream()
                .filter(cycle ->
                        cycle.phase() != Phase.CLOSED || cycle.id().toString().equals(form.cycle()))
                .map(cycle -> new Option(cycle.id().toString(), cycle.name() + " · " + span(cycle)))
                .toList();
        List<String> names = people.choices(MOST_PEOPLE).stream()
                .map(People.Choice::name)
                .distinct()
                .toList();
        return new GoalEditorPage.Choices(open, teams, names);
    }

    private static String span(Cycle cycle) {
        return DAY.format(cycle.startsOn()) + " – " + DAY.format(cycle.endsOn());
    }

    /** The shortest open cycle that today lies in, down to a quarter's length. */
    private @Nullable UUID usual(List<Cycle> all) {
        LocalDate today = clock.today();
        return all.stream()
                .filter(cycle -> cycle.covers(today) && cycle.phase() != Phase.CLOSED)
                .filter(cycle -> cycle.kind().ordinal() <= io.cairn.cycle.CycleKind.QUARTER.ordinal())
                .max(java.util.Comparator.comparing(Cycle::startsOn)
                        .thenComparing(Cycle::endsOn, java.util.Comparator.reverseOrder()))
                .map(Cycle::id)
                .orElse(null);
    }
}
