package io.cairn.goal.web;

import io.cairn.cycle.Cycle;
import io.cairn.cycle.Cycles;
import io.cairn.cycle.Phase;
import io.cairn.framework.GoalAnswers;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalContent;
import io.cairn.goal.GoalEditing;
import io.cairn.goal.GoalEditing.OwnerTeam;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureContent;
import io.cairn.goal.MetricChoices;
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
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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
    private final MetricChoices metrics;
    private final DomainClock clock;

    GoalEditorPages(GoalEditing editing, Cycles cycles, People people, MetricChoices metrics, DomainClock clock) {
        this.editing = editing;
        this.cycles = cycles;
        this.people = people;
        this.metrics = metrics;
        this.clock = clock;
    }

    @GetMapping("/objectives/new")
    @Transactional(readOnly = true)
    GoalEditorPage write(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID cycle,
            @RequestParam(required = false) @Nullable UUID team,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) @Nullable String answers) {
        List<Cycle> all = cycles.all();
        List<OwnerTeam> teams = editing.teams(viewer);
        OwnerTeam owner = teams.stream()
                .filter(OwnerTeam::writable)
                .filter(each -> team == null || each.id().equals(team))
                .findFirst()
                .orElseThrow(GeneralProblem.NOT_ALLOWED::exception);
        GoalEditorForm form = GoalEditorForm.fresh(
                title, cycle == null ? usual(all) : cycle, owner, viewer.name(), GoalAnswers.read(answers));
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
        GoalEditorForm form = GoalEditorForm.posted(sent, null);
        if (!saves(button)) {
            return page(viewer, null, form.after(button), List.of());
        }
        Reading reading = reading(viewer, null, form);
        try {
            Goal now = editing.create(viewer, read(viewer, reading), button.equals("activate"), form.answers());
            return saved(now.id(), now.state(), GoalStatus.DRAFT);
        } catch (ProblemException refused) {
            return refused(viewer, reading, refused);
        }
    }

    @PostMapping("/objectives/{id}")
    Html save(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "do", defaultValue = "save") String button) {
        if (!saves(button)) {
            Goal goal = editing.open(id);
            return page(viewer, goal, GoalEditorForm.posted(sent, goal).after(button), List.of());
        }
        AtomicReference<@Nullable Reading> read = new AtomicReference<>();
        try {
            GoalStatus now = editing.save(viewer, id, goal -> {
                GoalEditorForm form = GoalEditorForm.posted(sent, goal);
                Reading reading = reading(viewer, goal, form);
                read.set(reading);
                return wanted(reading, read(viewer, reading), button.equals("activate"));
            });
            Reading reading = Objects.requireNonNull(read.get());
            return saved(id, now, Objects.requireNonNull(reading.goal()).state());
        } catch (ProblemException refused) {
            Reading reading = read.get();
            if (reading == null) {
                throw refused;
            }
            return refused(viewer, reading, refused);
        }
    }

    /** The buttons that save do; all others change the form and show it again. */
    private static boolean saves(String button) {
        return button.equals("save") || button.equals("activate");
    }

    /**
     * A form beside what it is read with.
     *
     * @param named people by what was typed of them, in lower case
     * @param followed the metrics that can be followed
     */
    private record Reading(
            @Nullable Goal goal, GoalEditorForm form, Map<String, UUID> named, FollowedChoices followed) {
        GoalContent content(List<Problem> unreadable) {
            GoalContent content = form.content(named, followed, unreadable);
            return goal == null ? content : content.keeping(goal);
        }

        List<@Nullable UUID> measures() {
            List<@Nullable UUID> ids = new ArrayList<>();
            form.rows().forEach(row -> ids.add(row.id()));
            return ids;
        }
    }

    /** @throws ProblemException with everything else that is wrong, where something cannot be read */
    private GoalContent read(Viewer viewer, Reading reading) {
        List<Problem> unreadable = new ArrayList<>();
        GoalContent content = reading.content(unreadable);
        if (!unreadable.isEmpty()) {
            unreadable.addAll(editing.judge(viewer, reading.goal(), content, reading.measures())
                    .wrong());
            throw new ProblemException(unreadable);
        }
        return content;
    }

    private static GoalEditing.Wanted wanted(Reading reading, GoalContent content, boolean activate) {
        List<MeasureContent> contents = content.measures() == null ? List.of() : content.measures();
        List<KeyResultForm> typed = reading.form().rows();
        List<GoalEditing.Row> rows = IntStream.range(0, contents.size())
                .mapToObj(
                        i -> new GoalEditing.Row(typed.get(i).id(), typed.get(i).version(), contents.get(i)))
                .toList();
        return new GoalEditing.Wanted(content.with(null), reading.form().version(), rows, activate);
    }

    private static Redirect saved(UUID id, GoalStatus now, GoalStatus before) {
        boolean first = now == GoalStatus.ACTIVE && before == GoalStatus.DRAFT;
        String said = first ? "Active. Everyone can see it now." : now == GoalStatus.DRAFT ? "Draft saved." : "Saved.";
        return Redirect.to("/objectives/" + id).saying(said);
    }

    private GoalEditorPage refused(Viewer viewer, Reading reading, ProblemException refused) {
        Problem first = refused.first();
        if (first.status() == GeneralProblem.NOT_ALLOWED.status()
                || first.status() == GeneralProblem.NOT_FOUND.status()) {
            throw refused;
        }
        GoalEditorForm form = reading.form();
        GoalEditorPage page =
                shown(viewer, reading, form, refused.problems(), choices(cycles.all(), editing.teams(viewer), form));
        return first.details().get("current") instanceof Goal newer
                ? new GoalEditorPage(
                        reading.goal(),
                        form.on(newer),
                        refused.problems(),
                        page.structure(),
                        page.smart(),
                        page.choices(),
                        reading.followed(),
                        newer)
                : page;
    }

    private Reading reading(Viewer viewer, @Nullable Goal goal, GoalEditorForm form) {
        return new Reading(goal, form.filled(), named(viewer, goal, form), followed(goal, form));
    }

    /** One statement where a key result follows a metric, none elsewhere. */
    private FollowedChoices followed(@Nullable Goal goal, GoalEditorForm form) {
        List<String> typed = form.followed();
        if (typed.isEmpty()) {
            return FollowedChoices.NONE;
        }
        List<UUID> chosen = goal == null
                ? List.of()
                : goal.live().stream()
                        .map(Measure::metricId)
                        .filter(Objects::nonNull)
                        .toList();
        return FollowedChoices.of(metrics.find(null, chosen, typed));
    }

    /** Whom the form names: those the goal has already, the viewer and, in one statement, anybody else. */
    private Map<String, UUID> named(Viewer viewer, @Nullable Goal goal, GoalEditorForm form) {
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
        return named;
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
        return shown(viewer, reading(viewer, goal, form), form, problems, choices);
    }

    /** @param reading the form without the rows that nobody filled */
    private GoalEditorPage shown(
            Viewer viewer,
            Reading reading,
            GoalEditorForm form,
            List<Problem> problems,
            GoalEditorPage.Choices choices) {
        List<Problem> missing = new ArrayList<>();
        GoalContent content = reading.content(missing);
        GoalEditing.Judged judged = editing.judge(viewer, reading.goal(), content, reading.measures());
        missing.addAll(judged.missing());
        return new GoalEditorPage(
                reading.goal(),
                form,
                problems,
                GoalStructure.of(missing, reading.form().rows()),
                judged.smart(),
                choices,
                reading.followed(),
                null);
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
