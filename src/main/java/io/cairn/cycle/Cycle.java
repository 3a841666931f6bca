package io.cairn.cycle;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A period that goals are set for; both days belong to it. */
public record Cycle(
        UUID id,
        String name,
        CycleKind kind,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable UUID parentId,
        Phase phase,
        Cadence cadence,
        int version) {

    public CycleDetails details() {
        return new CycleDetails(name, kind, startsOn, endsOn, parentId, cadence);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }

    Cycle with(CycleDetails now) {
        return new Cycle(
                id,
                now.name(),
                now.kind(),
                now.startsOn(),
                now.endsOn(),
                now.parentId(),
                phase,
                now.cadence(),
                version + 1);
    }

    Cycle in(Phase next) {
        return new Cycle(id, name, kind, startsOn, endsOn, parentId, next, cadence, version + 1);
    }
}
