package io.cairn.cycle.web;

import io.cairn.cycle.Cadence;
import io.cairn.cycle.Cycle;
import io.cairn.cycle.CycleDetails;
import io.cairn.cycle.CycleKind;
import io.cairn.cycle.CycleProblem;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemList;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A cycle as typed. */
public record CycleForm(
        String name, String kind, String startsOn, String endsOn, String parentId, String cadence, String version) {

    public CycleForm {
        name = text(name);
        kind = text(kind);
        startsOn = text(startsOn);
        endsOn = text(endsOn);
        parentId = text(parentId);
        cadence = text(cadence);
        version = text(version);
    }

    static CycleForm empty(String parentId) {
        return new CycleForm("", CycleKind.CUSTOM.name(), "", "", parentId, Cadence.WEEKLY.name(), "1");
    }

    static CycleForm of(Cycle cycle) {
        return new CycleForm(
                cycle.name(),
                cycle.kind().name(),
                cycle.startsOn().toString(),
                cycle.endsOn().toString(),
                cycle.parentId() == null ? "" : cycle.parentId().toString(),
                cycle.cadence().name(),
                String.valueOf(cycle.version()));
    }

    CycleForm at(int current) {
        return new CycleForm(name, kind, startsOn, endsOn, parentId, cadence, String.valueOf(current));
    }

    /** @throws io.cairn.kernel.ProblemException with all that is wrong, each at its field */
    CycleDetails details() {
        var problems = new ProblemList();
        LocalDate starts = day(problems, "startsOn", startsOn);
        LocalDate ends = day(problems, "endsOn", endsOn);
        UUID parent = parent(problems);
        problems.throwAny();
        return CycleDetails.of(
                name, constant(CycleKind.class, kind), starts, ends, parent, constant(Cadence.class, cadence));
    }

    private @Nullable UUID parent(ProblemList problems) {
        try {
            return parentId.isBlank() ? null : UUID.fromString(parentId.strip());
        } catch (IllegalArgumentException noId) {
            problems.add(CycleProblem.NO_SUCH_CYCLE.at("parentId"));
            return null;
        }
    }

    private static @Nullable LocalDate day(ProblemList problems, String field, String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException unreadable) {
            problems.add(
                    GeneralProblem.INVALID.saying("Write a day as 2026-08-15.").at(field));
            return null;
        }
    }

    static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
