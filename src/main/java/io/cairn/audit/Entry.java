package io.cairn.audit;

import io.cairn.access.Audience;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened, for the journal.
 *
 * @param action a stable word such as {@code goal.activated}
 * @param subjectKind what the action was done to: goal, measure, person, team, cycle, token …
 * @param goal the goal on whose page the entry is shown, if any
 * @param summary one sentence without the actor: "activated the objective"
 * @param before what was changed, as it was; written as JSON
 * @param after what was changed, as it is; written as JSON
 */
public record Entry(
        String action,
        String subjectKind,
        UUID subjectId,
        @Nullable UUID goal,
        String summary,
        @Nullable Object before,
        @Nullable Object after,
        @Nullable String reason,
        Audience audience) {

    public static Entry of(String action, String subjectKind, UUID subjectId, String summary) {
        return new Entry(action, subjectKind, subjectId, null, summary, null, null, null, Audience.EVERYONE);
    }

    /** Says aloud what is the default: everybody may read it. */
    public Entry everyone() {
        return seenBy(Audience.EVERYONE);
    }

    public Entry seenBy(Audience audience) {
        return new Entry(action, subjectKind, subjectId, goal, summary, before, after, reason, audience);
    }

    public Entry goal(UUID goal) {
        return new Entry(action, subjectKind, subjectId, goal, summary, before, after, reason, audience);
    }

    public Entry before(@Nullable Object before) {
        return new Entry(action, subjectKind, subjectId, goal, summary, before, after, reason, audience);
    }

    public Entry after(@Nullable Object after) {
        return new Entry(action, subjectKind, subjectId, goal, summary, before, after, reason, audience);
    }

    public Entry reason(@Nullable String reason) {
        return new Entry(action, subjectKind, subjectId, goal, summary, before, after, reason, audience);
    }
}
