package io.cairn.framework.hybrid.web;

import io.cairn.framework.hybrid.Acceptance;
import io.cairn.kernel.GeneralProblem;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was typed about a proposal; each decision reads its own fields. */
public record DecisionForm(
        @Nullable String title,
        @Nullable String ownerTeamId,
        @Nullable String goalId,
        @Nullable String reason) {
    static final DecisionForm EMPTY = new DecisionForm("", "", "", "");

    public DecisionForm {
        title = Objects.requireNonNullElse(title, "");
        ownerTeamId = Objects.requireNonNullElse(ownerTeamId, "");
        goalId = Objects.requireNonNullElse(goalId, "");
        reason = Objects.requireNonNullElse(reason, "");
    }

    Acceptance acceptance() {
        return new Acceptance(id(ownerTeamId, "ownerTeamId"), null, title, null);
    }

    @Nullable
    UUID goal() {
        return id(goalId, "goalId");
    }

    private static @Nullable UUID id(@Nullable String typed, String field) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException forged) {
            throw GeneralProblem.INVALID.at(field).exception();
        }
    }
}
