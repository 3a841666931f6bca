package io.cairn.goal.web;

import io.cairn.goal.Ambition;
import io.cairn.goal.CheckInWords;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalEditing.OwnerTeam;
import io.cairn.goal.GoalLevel;
import io.cairn.goal.GoalSmart;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Horizon;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureKind;
import io.cairn.kernel.Display;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.FieldProblems;
import io.cairn.web.part.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * An objective with its key results in one form.
 *
 * @param goal what is stored; null while it has never been saved
 * @param smart how SMART it is as it is typed by now
 * @param followed the metrics that key results may follow, where one does
 * @param newer what somebody else saved meanwhile
 */
public record GoalEditorPage(
        @Nullable Goal goal,
        GoalEditorForm form,
        List<Problem> problems,
        GoalStructure structure,
        GoalSmart smart,
        Choices choices,
        FollowedChoices followed,
        @Nullable Goal newer)
        implements FullPage {
    static final List<String> UNITS = List.of("%", "€", "$", "h", "days", "people", "customers", "points");

    /** The fields beside which the template shows what is wrong. */
    private static final Pattern SHOWN = Pattern.compile("title|why|ownerTeamId|leadId|cycleId|level|horizon|ambition"
            + "|contributorIds|sharedTeamIds|measures|measures\\[\\d+]\\.(name|kind|unit|baseline|target|relativeTarget|comparator"
            + "|low|high|floor|ceiling|expectedCheckIns|milestones|milestones\\[\\d+]\\.(name|weight|dueOn)|levels|weight|dueOn"
            + "|ownerId|metricId|profile|planPoints|planPoints\\[\\d+]\\.(on|value)|evidenceUrl)");

    /** What can be chosen. */
    public record Choices(List<Option> cycles, List<OwnerTeam> teams, List<String> people) {}

    @Override
    public String title() {
        return goal == null ? "New objective" : "Edit: " + goal.title();
    }

    @Override
    public Section section() {
        return Section.OBJECTIVES;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public String action() {
        return goal == null ? "/objectives" : "/objectives/" + goal.id();
    }

    public String backUrl() {
        return goal == null ? "/objectives" : "/objectives/" + goal.id();
    }

    /** Where the question of the framework is asked. */
    public String askUrl() {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath("/goals/new").queryParam("title", "{title}");
        return url.queryParam("ask", "yes")
                .queryParam("cycle", "{cycle}")
                .queryParam("team", "{team}")
                .encode()
                .buildAndExpand(form.title(), form.cycle(), form.team())
                .toUriString();
    }

    public boolean isDraft() {
        return goal == null || goal.state() == GoalStatus.DRAFT;
    }

    public boolean ofPerson() {
        return goal != null && !goal.owner().isTeam();
    }

    public List<Option> ownerTeams() {
        return choices.teams().stream()
                .filter(team -> team.writable() || team.id().toString().equals(form.team()))
                .map(team -> new Option(team.id().toString(), team.name()))
                .toList();
    }

    public List<OwnerTeam> otherTeams() {
        return choices.teams().stream()
                .filter(team -> !team.id().toString().equals(form.team()))
                .toList();
    }

    public List<Option> levels() {
        return options(GoalLevel.values(), GoalLevel::label);
    }

    public List<Option> horizons() {
        return options(Horizon.values(), Horizon::label);
    }

    public List<Option> ambitions() {
        return options(Ambition.values(), Ambition::label);
    }

    public List<Option> kinds() {
        return Arrays.stream(MeasureKind.values())
                .map(kind -> new Option(kind.name(), kind.label()))
                .toList();
    }

    public static <E extends Enum<E>> List<Option> options(E[] constants, Function<E, String> label) {
        return options(List.of(constants), label);
    }

    public static <E extends Enum<E>> List<Option> options(List<E> constants, Function<E, String> label) {
        return constants.stream()
                .map(constant -> new Option(constant.name(), label.apply(constant)))
                .toList();
    }

    /** What a key result counts and where it starts is promised once its goal is active. */
    public boolean isFixed(KeyResultForm row) {
        return !isDraft() && row.stored() != null;
    }

    /** What is wrong with something the form has no field for. */
    public List<Problem> elsewhere() {
        return problems.stream()
                .filter(problem -> problem.field() != null
                        && !SHOWN.matcher(problem.field()).matches())
                .toList();
    }

    public boolean isWrong(int place, String... fields) {
        return Arrays.stream(fields)
                .anyMatch(field -> !FieldProblems.of(problems, at(place, field)).isEmpty());
    }

    /** The number that was likely meant by what was typed into this field. */
    public @Nullable String suggestion(String field) {
        return FieldProblems.of(problems, field).stream()
                .map(problem -> problem.details().get("suggestion"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** Whether something in the row's plan is wrong. */
    public boolean isPlanWrong(int place) {
        return problems.stream()
                .anyMatch(problem -> problem.field() != null && problem.field().startsWith(at(place, "planPoints")));
    }

    /** What a value above a band may cost. */
    public List<Option> above() {
        return List.of(new Option("false", "loses progress"), new Option("true", "no penalty above"));
    }

    public String at(int place, String field) {
        return "measures[" + place + "]." + field;
    }

    /** What the field of the metric that a key result follows says. */
    public String followedName(KeyResultForm row) {
        return followed.shown(row.text("metricId"));
    }

    public String followedUnit(KeyResultForm row) {
        return followed.unit(row.text("metricId"));
    }

    public List<String> units() {
        return UNITS;
    }

    /** What is stored by now where it differs from what was typed, in words. */
    public List<String> newerWords() {
        List<String> words = new ArrayList<>();
        if (newer == null) {
            return words;
        }
        if (!newer.title().equals(form.title().strip())) {
            words.add("Title: " + newer.title());
        }
        if (!newer.why().equals(form.why().strip())) {
            words.add("Why: " + (newer.why().isEmpty() ? "nothing" : newer.why()));
        }
        if (!newer.lead()
                .name()
                .toLowerCase(Locale.ROOT)
                .equals(form.lead().strip().toLowerCase(Locale.ROOT))) {
            words.add("Lead: " + newer.lead().name());
        }
        newer.live().stream()
                .filter(this::differs)
                .forEach(measure -> words.add(measure.name() + ": " + promise(measure)));
        return words;
    }

    private static String promise(Measure measure) {
        String from = measure.baseline() == null ? "" : "from " + Display.number(measure.baseline()) + " ";
        return from + "to " + CheckInWords.target(measure) + ", weight " + Display.number(measure.weight());
    }

    private boolean differs(Measure measure) {
        KeyResultForm stored = KeyResultForm.of(java.util.Objects.requireNonNull(newer), measure);
        return form.rows().stream()
                .filter(row -> measure.id().equals(row.id()))
                .noneMatch(row -> List.of("name", "baseline", "target", "low", "high", "weight").stream()
                        .allMatch(field -> row.text(field).strip().equals(stored.text(field))));
    }
}
