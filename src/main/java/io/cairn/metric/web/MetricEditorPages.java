package io.cairn.metric.web;

import io.cairn.framework.GoalAnswers;
import io.cairn.framework.Visibility;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricContent;
import io.cairn.metric.MetricSearch;
import io.cairn.metric.MetricState;
import io.cairn.metric.Metrics;
import io.cairn.organization.People;
import io.cairn.organization.Teams;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing a metric's definition sheet. */
@Controller
class MetricEditorPages {
    private static final int MOST_PEOPLE = 500;
    private static final int MOST_METRICS = 500;
    private static final String FIRST_TARGET = "targets[0].";

    private final Metrics metrics;
    private final MetricSearch search;
    private final MetricPageReader reader;
    private final People people;
    private final Teams teams;

    MetricEditorPages(Metrics metrics, MetricSearch search, MetricPageReader reader, People people, Teams teams) {
        this.metrics = metrics;
        this.search = search;
        this.reader = reader;
        this.people = people;
        this.teams = teams;
    }

    @GetMapping("/metrics/new")
    @Transactional(readOnly = true)
    MetricEditorPage write(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID team,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) @Nullable String answers) {
        MetricForm form = MetricForm.fresh(title, viewer.name(), team, reader.yearFrom());
        return new MetricEditorPage(null, form, choices(), List.of(), false, GoalAnswers.read(answers));
    }

    @GetMapping("/metrics/{metric}/edit")
    @Transactional(readOnly = true)
    MetricEditorPage edit(@PathVariable UUID metric) {
        Metric before = editable(metric);
        MetricEditorPage.Choices choices = choices();
        Map<String, String> names = choices.metrics().stream()
                .collect(Collectors.toMap(choice -> choice.id().toString(), MetricSearch.Choice::name));
        String readers = readers(before).values().stream().sorted().collect(Collectors.joining(", "));
        return new MetricEditorPage(before, MetricForm.of(before, names, readers), choices, List.of(), false, null);
    }

    @PostMapping("/metrics")
    Html create(
            Viewer viewer,
            MetricForm form,
            @RequestParam(name = "do", defaultValue = "save") String button,
            @RequestParam(required = false) @Nullable String answers) {
        GoalAnswers said = GoalAnswers.read(answers);
        MetricState state = button.equals("draft") ? MetricState.DRAFT : MetricState.ACTIVE;
        List<Problem> problems = new ArrayList<>();
        try {
            MetricContent content = reading(viewer, form, null, problems).content(state);
            refuseIfAny(problems);
            Metric metric = metrics.create(viewer, content, said);
            return Redirect.to("/metrics/" + metric.id())
                    .saying(state == MetricState.DRAFT ? "Draft saved." : "Defined. Now its first values.");
        } catch (ProblemException refused) {
            return again(null, form, refused, said);
        }
    }

    @PostMapping("/metrics/{metric}")
    Html save(Viewer viewer, @PathVariable UUID metric, MetricForm form) {
        Metric before = editable(metric);
        List<Problem> problems = new ArrayList<>();
        try {
            MetricContent content = reading(viewer, form, before, problems).content(null);
            refuseIfAny(problems);
            metrics.edit(viewer, metric, kept -> content, form.versionOrNone());
            return Redirect.to("/metrics/" + metric).saying("Saved.");
        } catch (ProblemException refused) {
            return again(before, form, refused, null);
        }
    }

    private static void refuseIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private MetricReading reading(Viewer viewer, MetricForm form, @Nullable Metric before, List<Problem> problems) {
        Map<String, UUID> named = MetricReading.known(before, before == null ? Map.of() : readers(before));
        named.putIfAbsent(viewer.name().toLowerCase(Locale.ROOT), viewer.id());
        named.putAll(people.named(MetricReading.named(form).stream()
                .filter(name -> !named.containsKey(name))
                .toList()));
        return new MetricReading(form, before, named, problems);
    }

    /** What the viewer may not see or do is an error of its own; anything else stands beside its field. */
    private MetricEditorPage again(
            @Nullable Metric before, MetricForm form, ProblemException refused, @Nullable GoalAnswers said) {
        Problem first = refused.first();
        boolean elsewhere = first.status() == GeneralProblem.NOT_FOUND.status()
                || (first.status() == GeneralProblem.NOT_ALLOWED.status() && before != null);
        if (elsewhere) {
            throw refused;
        }
        boolean newer = first.details().get("current") instanceof Metric;
        List<Problem> problems = refused.problems().stream()
                .map(problem -> problem.field() != null && problem.field().startsWith(FIRST_TARGET)
                        ? problem.at(problem.field().substring(FIRST_TARGET.length()))
                        : problem)
                .toList();
        MetricForm shown = first.details().get("current") instanceof Metric now ? form.on(now.version()) : form;
        return new MetricEditorPage(before, shown, choices(), problems, newer, said);
    }

    private MetricEditorPage.Choices choices() {
        return new MetricEditorPage.Choices(
                MetricListPages.teams(teams),
                people.choices(MOST_PEOPLE).stream()
                        .map(People.Choice::name)
                        .distinct()
                        .toList(),
                search.choices(MOST_METRICS));
    }

    private Map<UUID, String> readers(Metric metric) {
        return metric.sheet().audience() == Visibility.RESTRICTED_LIST
                ? people.refs(metric.sheet().readerIds()).values().stream()
                        .collect(Collectors.toMap(PersonRef::id, PersonRef::name))
                : Map.of();
    }

    private Metric editable(UUID id) {
        Metric metric = metrics.get(id);
        if (!metric.mayEdit()) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
        return metric;
    }
}
