package io.cairn.template.reading;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a filled template that came back would change, or has changed.
 *
 * @param file its name as it was sent
 * @param toCreate rows that make something new; of these and {@code toChange}, {@code applied} are done
 * @param unchanged rows that say what is there already
 * @param refused rows that cannot be applied, also those found out while applying
 * @param missing rows the file once had and has no longer; nothing is removed for them
 */
public record TemplatePreview(
        UUID id,
        String template,
        String file,
        State state,
        int toCreate,
        int toChange,
        int unchanged,
        int refused,
        int applied,
        int missing,
        Instant sentAt,
        @Nullable Instant finishedAt) {

    /** Whether it is only shown, being applied, or done with. */
    public enum State {
        SHOWN,
        APPLYING,
        DONE
    }

    /** Rows that are to be applied or were. */
    public int toApply() {
        return toCreate + toChange;
    }
}
