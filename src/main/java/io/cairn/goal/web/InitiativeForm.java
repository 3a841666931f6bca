package io.cairn.goal.web;

import io.cairn.goal.Initiative;
import io.cairn.goal.Initiative.Content;
import io.cairn.goal.Initiative.Status;
import io.cairn.kernel.GeneralProblem;
import io.cairn.organization.People;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was typed of an initiative. */
public record InitiativeForm(
        @Nullable String title,
        @Nullable String owner,
        @Nullable String dueOn,
        @Nullable Status status,
        @Nullable List<UUID> measureIds,
        @Nullable Integer version) {

    static InitiativeForm empty() {
        return new InitiativeForm("", "", "", Status.TODO, List.of(), 0);
    }

    static InitiativeForm of(Initiative initiative) {
        return new InitiativeForm(
                initiative.title(),
                initiative.owner() == null ? "" : initiative.owner().name(),
                Objects.toString(initiative.dueOn(), ""),
                initiative.status(),
                initiative.measureIds(),
                initiative.version());
    }

    /** @param before keeps its owner where the name stands unchanged, even when others have the same */
    Content content(People people, @Nullable Initiative before) {
        return new Content(title, ownerId(people, before), due(), status, measureIds);
    }

    private @Nullable UUID ownerId(People people, @Nullable Initiative before) {
        if (owner == null || owner.isBlank()) {
            return null;
        }
        if (before != null && before.owner() != null && before.owner().name().equals(owner.strip())) {
            return before.owner().id();
        }
        return people.named(owner)
                .orElseThrow(() -> GeneralProblem.INVALID
                        .saying("Nobody here has this name alone; use the e-mail address.")
                        .at("owner")
                        .exception())
                .id();
    }

    private @Nullable LocalDate due() {
        try {
            return dueOn == null || dueOn.isBlank() ? null : LocalDate.parse(dueOn.strip());
        } catch (DateTimeException unreadable) {
            throw GeneralProblem.INVALID
                    .saying("Write the day as 2026-08-15.")
                    .at("dueOn")
                    .exception();
        }
    }

    public boolean serves(UUID measure) {
        return measureIds != null && measureIds.contains(measure);
    }
}
