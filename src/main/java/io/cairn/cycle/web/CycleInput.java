package io.cairn.cycle.web;

import io.cairn.cycle.Cadence;
import io.cairn.cycle.CycleDetails;
import io.cairn.cycle.CycleKind;
import io.cairn.cycle.Phase;
import io.cairn.kernel.Needed;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A cycle as JSON brings it. */
record CycleInput(
        @Needed @Nullable String name,
        @Needed @Nullable CycleKind kind,
        @Needed @Nullable LocalDate startsOn,
        @Needed @Nullable LocalDate endsOn,
        @Nullable UUID parentId,
        @Nullable Phase phase,
        @Nullable Cadence cadence) {

    static CycleInput of(CycleDetails details, @Nullable Phase phase) {
        return new CycleInput(
                details.name(),
                details.kind(),
                details.startsOn(),
                details.endsOn(),
                details.parentId(),
                phase,
                details.cadence());
    }

    CycleDetails details() {
        return CycleDetails.of(name, kind, startsOn, endsOn, parentId, cadence);
    }
}
