package io.cairn.template;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A live file on offer.
 *
 * @param subject what it is filled with, an id or ids joined by a colon: part of the address and kept in the file
 * @param group above which it stands in the list ("My plans", "Q3 2026")
 * @param label what it is of, as its name will say ("Ava Lindqvist, 2026 Q3")
 * @param teams whose it is, with those above them; none where it is of no team
 * @param period of which cycle or days it is; null where it is of none
 */
public record LiveFile(
        String subject,
        String group,
        String label,
        List<Choice> teams,
        @Nullable Choice period) {
    /** By what files are taken together: a team or a period. */
    @Schema(name = "LiveFileChoice")
    public record Choice(String id, String name) {}

    public LiveFile {
        teams = List.copyOf(teams);
    }

    public LiveFile(String subject, String group, String label) {
        this(subject, group, label, List.of(), null);
    }
}
