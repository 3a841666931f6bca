package io.cairn.goal;

import io.cairn.kernel.Needed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Work that helps a goal; it never counts as progress. Source: frameworks 2.1. */
public record Initiative(
        UUID id,
        UUID goalId,
        String title,
        @Nullable Ref owner,
        @Nullable LocalDate dueOn,
        Status status,
        List<UUID> measureIds,
        int version) {

    public enum Status {
        TODO("To do"),
        DOING("Doing"),
        DONE("Done"),
        DROPPED("Dropped");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What a person writes down of it. */
    @Schema(name = "InitiativeContent")
    public record Content(
            @Needed @Nullable String title,
            @Nullable UUID ownerId,
            @Nullable LocalDate dueOn,
            @Nullable Status status,
            @Nullable List<UUID> measureIds) {

        static Content of(Initiative initiative) {
            return new Content(
                    initiative.title(),
                    initiative.owner() == null ? null : initiative.owner().id(),
                    initiative.dueOn(),
                    initiative.status(),
                    initiative.measureIds());
        }
    }
}
