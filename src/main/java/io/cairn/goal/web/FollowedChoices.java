package io.cairn.goal.web;

import io.cairn.goal.MetricChoices.Choice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The metrics that a form offers to be followed, found by what was typed: the name as it was offered, or the id. */
public record FollowedChoices(List<Choice> choices, Map<String, Choice> found) {
    public static final FollowedChoices NONE = of(List.of());

    static FollowedChoices of(List<Choice> choices) {
        Map<String, Choice> found = new TreeMap<>();
        choices.forEach(choice -> {
            found.putIfAbsent(choice.label().toLowerCase(Locale.ROOT), choice);
            found.put(choice.id().toString(), choice);
        });
        return new FollowedChoices(choices, Map.copyOf(found));
    }

    @Nullable
    Choice find(String typed) {
        return found.get(typed.strip().toLowerCase(Locale.ROOT));
    }

    /** What stands in the field: the name of what was found, else what was typed. */
    public String shown(String typed) {
        Choice known = find(typed);
        return known == null ? typed : known.label();
    }

    public String unit(String typed) {
        Choice known = find(typed);
        return known == null ? "" : known.unit();
    }
}
