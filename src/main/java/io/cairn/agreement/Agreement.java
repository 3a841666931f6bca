package io.cairn.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that two people offered, said and signed about a subject, as far as the viewer may read it.
 *
 * @param versions newest first; empty while nothing was offered
 */
public record Agreement(Subject subject, List<Version> versions) {

    /** Of all rounds of the subject, oldest first. */
    static Agreement of(Subject subject, List<Round> rounds) {
        Map<Integer, List<Round>> byVersion = new TreeMap<>();
        for (Round round : rounds) {
            byVersion
                    .computeIfAbsent(round.version(), number -> new ArrayList<>())
                    .add(round);
        }
        return new Agreement(
                subject, byVersion.values().stream().map(Version::of).toList().reversed());
    }

    /** The newest version, whatever its state. */
    public @Nullable Version current() {
        return versions.isEmpty() ? null : versions.getFirst();
    }

    /** How the newest version stands; null while nothing was offered. */
    public @Nullable State state() {
        return versions.isEmpty() ? null : versions.getFirst().state();
    }

    /** The version whose offer is open, if one is. */
    public Optional<Version> open() {
        return versions.stream()
                .filter(version -> version.state() == State.OFFERED)
                .findFirst();
    }

    /** The versions that were agreed, newest first. */
    public List<Version> agreed() {
        return versions.stream().filter(Version::agreed).toList();
    }

    /** The version that holds on a day: of the agreed ones the newest whose day has come. */
    public Optional<Version> termsOn(LocalDate day) {
        return versions.stream().filter(version -> version.holdsOn(day)).findFirst();
    }

    /** All rounds of all versions, newest first. */
    public List<Round> rounds() {
        return versions.stream().flatMap(version -> version.rounds().stream()).toList();
    }

    /**
     * The newest version when it is agreed.
     *
     * @throws io.cairn.kernel.ProblemException {@code APPROVAL_MISSING} when only the third consent is missing, else
     *     {@code NOT_AGREED}
     */
    public Version requireAgreed() {
        Version newest = current();
        if (newest != null && newest.agreed()) {
            return newest;
        }
        throw newest != null && newest.turn() == Side.APPROVER
                ? AgreementProblem.APPROVAL_MISSING.exception()
                : AgreementProblem.NOT_AGREED.exception();
    }
}
