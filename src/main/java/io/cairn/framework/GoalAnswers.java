package io.cairn.framework;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about a goal before its framework was chosen; asked once, it goes with the goal from page to page.
 *
 * @param onePersonAccountable one person answers for the result, even if others help
 * @param linkedToPay a bonus depends on it
 * @param severalTeams it takes more than one function or team
 * @param keepsSteady something that is fine should stay as it is, rather than change
 */
public record GoalAnswers(
        boolean onePersonAccountable, boolean linkedToPay, boolean severalTeams, boolean keepsSteady) {
    private static final String NONE = "none";
    private static final Set<String> WORDS = Set.of("person", "pay", "teams", "steady");

    /** As {@link #code} wrote them; null when they are not readable. */
    public static @Nullable GoalAnswers read(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        List<String> words = code.equals(NONE) ? List.of() : List.of(code.split("\\.", -1));
        return WORDS.containsAll(words)
                ? new GoalAnswers(
                        words.contains("person"),
                        words.contains("pay"),
                        words.contains("teams"),
                        words.contains("steady"))
                : null;
    }

    /** For addresses and hidden fields: what was answered with yes, such as {@code person.pay}, or {@code none}. */
    public String code() {
        String words = Stream.of(
                        onePersonAccountable ? "person" : "",
                        linkedToPay ? "pay" : "",
                        severalTeams ? "teams" : "",
                        keepsSteady ? "steady" : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("."));
        return words.isEmpty() ? NONE : words;
    }

    /** {@code one person is accountable, not linked to pay, one team is enough, something should change}. */
    public String said() {
        return String.join(
                ", ",
                onePersonAccountable ? "one person is accountable" : "no single person is accountable",
                linkedToPay ? "linked to pay" : "not linked to pay",
                severalTeams ? "several teams are needed" : "one team is enough",
                keepsSteady ? "something should stay steady" : "something should change");
    }
}
