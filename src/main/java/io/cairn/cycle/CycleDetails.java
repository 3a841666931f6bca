package io.cairn.cycle;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemList;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody says of a cycle; valid in itself. */
public record CycleDetails(
        String name,
        CycleKind kind,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable UUID parentId,
        Cadence cadence) {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

    /** @throws io.cairn.kernel.ProblemException with everything that is wrong, each at its field */
    public static CycleDetails of(
            @Nullable String name,
            @Nullable CycleKind kind,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable UUID parentId,
            @Nullable Cadence cadence) {
        var problems = new ProblemList();
        String text = problems.text("name", name, 100);
        problems.when(kind == null, GeneralProblem.REQUIRED.at("kind"));
        day(problems, "startsOn", startsOn);
        day(problems, "endsOn", endsOn);
        problems.when(
                startsOn != null && endsOn != null && endsOn.isBefore(startsOn),
                CycleProblem.CYCLE_ENDS_BEFORE_START.at("endsOn"));
        problems.throwAny();
        return new CycleDetails(
                text,
                Objects.requireNonNull(kind),
                Objects.requireNonNull(startsOn),
                Objects.requireNonNull(endsOn),
                parentId,
                cadence == null ? Cadence.WEEKLY : cadence);
    }

    private static void day(ProblemList problems, String field, @Nullable LocalDate day) {
        if (day == null) {
            problems.add(GeneralProblem.REQUIRED.at(field));
        } else {
            problems.when(day.isBefore(EARLIEST) || day.isAfter(LATEST), GeneralProblem.INVALID.at(field));
        }
    }

    CycleDetails inside(@Nullable UUID parent) {
        return new CycleDetails(name, kind, startsOn, endsOn, parent, cadence);
    }

    boolean liesIn(LocalDate first, LocalDate last) {
        return !startsOn.isBefore(first) && !endsOn.isAfter(last);
    }

    boolean overlaps(Cycle other) {
        return !other.startsOn().isAfter(endsOn) && !other.endsOn().isBefore(startsOn);
    }
}
