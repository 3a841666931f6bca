package io.cairn.goal.web;

import io.cairn.framework.GoalAnswers;
import io.cairn.goal.Ambition;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalContent;
import io.cairn.goal.GoalEditing;
import io.cairn.goal.GoalLevel;
import io.cairn.goal.Horizon;
import io.cairn.goal.MeasureContent;
import io.cairn.goal.Ref;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.web.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What was typed of an objective with its key results, kept as it was typed.
 *
 * @param answers what was said before this framework was chosen, of a new one
 */
public record GoalEditorForm(
        String title,
        String why,
        String cycle,
        String team,
        String lead,
        String level,
        String horizon,
        String ambition,
        List<String> shared,
        String contributors,
        int version,
        List<KeyResultForm> rows,
        @Nullable GoalAnswers answers) {
    private static final int MOST_ROWS = 50;
    private static final Pattern OFFER =
            Pattern.compile("use measures\\[(?<row>\\d{1,2})]\\.(?<field>[A-Za-z.\\[\\]0-9]{1,40}) (?<value>.{1,64})");

    static GoalEditorForm fresh(
            String title,
            @Nullable UUID cycle,
            GoalEditing.OwnerTeam team,
            String lead,
            @Nullable GoalAnswers answers) {
        return new GoalEditorForm(
                title,
                "",
                cycle == null ? "" : cycle.toString(),
                team.id().toString(),
                lead,
                team.kind(),
                Horizon.TACTICAL.name(),
                Ambition.ASPIRATIONAL.name(),
                List.of(),
                "",
                0,
                List.of(KeyResultForm.empty(), KeyResultForm.empty()),
                answers);
    }

    static GoalEditorForm of(Goal goal) {
        return new GoalEditorForm(
                goal.title(),
                goal.why(),
                goal.cycle() == null ? "" : goal.cycle().id().toString(),
                goal.owner().id().toString(),
                goal.lead().name(),
                goal.level().name(),
                goal.horizon().name(),
                goal.ambition().name(),
                goal.sharedTeams().stream().map(team -> team.id().toString()).toList(),
                goal.contributors().stream().map(Ref::name).collect(Collectors.joining(", ")),
                goal.version(),
                goal.live().stream()
                        .map(measure -> KeyResultForm.of(goal, measure))
                        .toList(),
                null);
    }

    /** @throws io.cairn.kernel.ProblemException INVALID for text that nobody can type */
    static GoalEditorForm posted(MultiValueMap<String, String> sent, @Nullable Goal goal) {
        sent.forEach((name, values) -> {
            if (!values.stream().allMatch(value -> value == null || PlainText.isClean(value))) {
                throw GeneralProblem.INVALID.at(name).exception();
            }
        });
        List<KeyResultForm> rows = new ArrayList<>();
        while (rows.size() < MOST_ROWS && sent.containsKey("measures[" + rows.size() + "].name")) {
            rows.add(KeyResultForm.posted(sent, rows.size(), goal));
        }
        return new GoalEditorForm(
                text(sent, "title"),
                text(sent, "why").replace("\r\n", "\n"),
                text(sent, "cycleId"),
                text(sent, "ownerTeamId"),
                text(sent, "leadId"),
                text(sent, "level"),
                text(sent, "horizon"),
                text(sent, "ambition"),
                sent.getOrDefault("sharedTeamIds", List.of()),
                text(sent, "contributorIds"),
                text(sent, "version").matches("\\d{1,9}") ? Integer.parseInt(text(sent, "version")) : 0,
                rows,
                goal == null ? GoalAnswers.read(sent.getFirst("answers")) : null);
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        String text = sent.getFirst(name);
        return text == null ? "" : text;
    }

    GoalEditorForm with(List<KeyResultForm> newRows) {
        return new GoalEditorForm(
                title,
                why,
                cycle,
                team,
                lead,
                level,
                horizon,
                ambition,
                shared,
                contributors,
                version,
                newRows,
                answers);
    }

    /** The same on top of what the goal is by now. */
    GoalEditorForm on(Goal newest) {
        return new GoalEditorForm(
                title,
                why,
                cycle,
                team,
                lead,
                level,
                horizon,
                ambition,
                shared,
                contributors,
                newest.version(),
                rows.stream().map(KeyResultForm::renewed).toList(),
                answers);
    }

    /** Without the rows that nobody filled. */
    GoalEditorForm filled() {
        return with(rows.stream().filter(row -> !row.isEmpty()).toList());
    }

    /**
     * After one of the buttons that change the rows: {@code add}, {@code remove[1]}, {@code up[1]}, {@code down[1]}, or
     * {@code use measures[1].target 3.5}, which takes the number that was offered.
     */
    GoalEditorForm after(String button) {
        Matcher offer = OFFER.matcher(button);
        if (offer.matches()) {
            return with(Integer.parseInt(offer.group("row")), offer.group("field"), offer.group("value"));
        }
        List<KeyResultForm> changed = new ArrayList<>(rows);
        int place = button.matches("\\w+\\[\\d{1,2}]") ? Integer.parseInt(button.replaceAll("\\D", "")) : -1;
        if (button.equals("add")) {
            changed.add(KeyResultForm.empty());
        } else if (place >= 0 && place < rows.size()) {
            move(changed, place, button.substring(0, button.indexOf('[')));
        }
        return with(changed);
    }

    private GoalEditorForm with(int place, String field, String value) {
        List<KeyResultForm> changed = new ArrayList<>(rows);
        if (place < changed.size()) {
            changed.set(place, changed.get(place).with(field, value));
        }
        return with(changed);
    }

    private static void move(List<KeyResultForm> rows, int place, String button) {
        switch (button) {
            case "remove" -> rows.remove(place);
            case "up" -> Collections.swap(rows, place, Math.max(0, place - 1));
            case "down" -> Collections.swap(rows, place, Math.min(rows.size() - 1, place + 1));
            default -> {}
        }
    }

    /** Whoever is named anywhere in the form, in lower case. */
    List<String> named() {
        return Stream.concat(
                        Stream.concat(Stream.of(lead), contributorNames().stream()),
                        rows.stream().map(row -> row.text("ownerId")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** What was typed of the metrics that key results follow: names and ids. */
    List<String> followed() {
        return rows.stream()
                .filter(KeyResultForm::follows)
                .map(row -> row.text("metricId").strip())
                .toList();
    }

    private List<String> contributorNames() {
        return Arrays.stream(contributors.split("[,;\\n]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    static Problem unknown(String name) {
        return GeneralProblem.INVALID.saying(
                "Nobody here is called “%s”, or several are; use the e-mail.".formatted(name));
    }

    /** What it says, and in {@code problems} what could not be read. */
    GoalContent content(Map<String, UUID> people, FollowedChoices metrics, List<Problem> problems) {
        return new GoalContent(
                "okr",
                null,
                title,
                why,
                id(cycle, "cycleId", problems),
                id(team, "ownerTeamId", problems),
                null,
                lead.isBlank() ? null : person(lead, "leadId", people, problems),
                choice(GoalLevel.class, level, GoalLevel.TEAM),
                choice(Horizon.class, horizon, Horizon.TACTICAL),
                choice(Ambition.class, ambition, Ambition.ASPIRATIONAL),
                shared.stream()
                        .map(each -> id(each, "sharedTeamIds", problems))
                        .filter(java.util.Objects::nonNull)
                        .toList(),
                contributorNames().stream()
                        .map(each -> person(each, "contributorIds", people, problems))
                        .filter(java.util.Objects::nonNull)
                        .toList(),
                null,
                null,
                null,
                measures(people, metrics, problems));
    }

    private List<MeasureContent> measures(Map<String, UUID> people, FollowedChoices metrics, List<Problem> problems) {
        List<MeasureContent> contents = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            contents.add(new KeyResultReading(rows.get(i), i, people, metrics, problems).content());
        }
        return contents;
    }

    private static @Nullable UUID person(String typed, String field, Map<String, UUID> people, List<Problem> problems) {
        UUID known = people.get(typed.strip().toLowerCase(Locale.ROOT));
        if (known == null) {
            problems.add(unknown(typed.strip()).at(field));
        }
        return known;
    }

    private static @Nullable UUID id(String typed, String field, List<Problem> problems) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(typed.strip());
        } catch (IllegalArgumentException malformed) {
            problems.add(GeneralProblem.INVALID.at(field));
            return null;
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String typed, E usual) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(typed))
                .findFirst()
                .orElse(usual);
    }
}
