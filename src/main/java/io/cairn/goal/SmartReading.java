package io.cairn.goal;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Display;
import io.cairn.smart.SmartCheck;
import io.cairn.smart.SmartFacts;
import io.cairn.smart.SmartFacts.Attested;
import io.cairn.smart.SmartFacts.Measured;
import io.cairn.smart.SmartHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a goal, stored or just being typed, as the SMART check wants it.
 *
 * @param content with its measures
 * @param measureIds of those that are stored, in their order; null for others
 * @param ends the goal's last day
 * @param from first day of what it has to lie in
 * @param until last day of that
 */
record SmartReading(
        @Nullable UUID goalId,
        GoalContent content,
        List<@Nullable UUID> measureIds,
        @Nullable LocalDate ends,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        SmartEvidence evidence,
        ZoneId zone) {

    static SmartReading of(Goal goal, SmartEvidence evidence, ZoneId zone) {
        Goal.CycleRef cycle = goal.cycle();
        List<@Nullable UUID> ids = new ArrayList<>();
        goal.live().forEach(measure -> ids.add(measure.id()));
        return new SmartReading(
                goal.id(),
                GoalContent.of(goal)
                        .with(goal.live().stream()
                                .map(measure -> MeasureContent.of(goal, measure))
                                .toList()),
                ids,
                goal.endsOn(),
                cycle != null ? cycle.startsOn() : evidence.agreed() ? goal.startsOn() : null,
                cycle != null ? cycle.endsOn() : evidence.agreed() ? goal.endsOn() : null,
                evidence.ofOthers(goal),
                zone);
    }

    GoalSmart read() {
        SmartAttestation newest = newest(null);
        SmartWording wording = SmartWording.of(content, ends);
        SmartCheck check = SmartCheck.of(whole(attested(newest, wording)));
        return new GoalSmart(
                goalId,
                state(newest, wording),
                check.score(),
                check.smart(),
                check.letters(),
                newest,
                measures(newest != null && wording.holds(newest) ? newest : null));
    }

    private List<GoalSmart.OfMeasure> measures(@Nullable SmartAttestation ofGoal) {
        List<GoalSmart.OfMeasure> read = new ArrayList<>();
        for (int i = 0; i < content.measuresOrNone().size(); i++) {
            MeasureContent measure = content.measuresOrNone().get(i);
            UUID id = i < measureIds.size() ? measureIds.get(i) : null;
            SmartAttestation own = id == null ? null : newest(id);
            SmartWording wording = SmartWording.of(measure, ends);
            boolean ownHolds = own != null && wording.holds(own);
            SmartAttestation said = ownHolds || ofGoal == null ? own : ofGoal;
            boolean holds = ownHolds || ofGoal != null;
            SmartCheck check = SmartCheck.of(part(measure, attested(said, holds)));
            read.add(new GoalSmart.OfMeasure(
                    id,
                    Objects.requireNonNullElse(measure.name(), "").strip(),
                    state(said, holds),
                    check.score(),
                    check.smart(),
                    check.letters(),
                    said));
        }
        return read;
    }

    private SmartFacts whole(Attested attested) {
        List<MeasureContent> measures = content.measuresOrNone();
        MeasureContent only = measures.size() == 1 ? measures.getFirst() : null;
        return new SmartFacts(
                Objects.requireNonNullElse(content.title(), ""),
                only == null ? "" : promise(only),
                content.ownerTeamId() != null || content.ownerPersonId() != null,
                Measured.together(measures.stream().map(SmartReading::measured).toList()),
                attested,
                only == null ? null : stretch(only),
                evidence.links(),
                measures.stream().anyMatch(measure -> measure.metricId() != null),
                Objects.requireNonNullElse(content.why(), ""),
                ends,
                from,
                until);
    }

    /** A measure serves its goal. */
    private SmartFacts part(MeasureContent measure, Attested attested) {
        String goal = Objects.requireNonNullElse(content.title(), "").strip();
        return new SmartFacts(
                Objects.requireNonNullElse(measure.name(), ""),
                promise(measure),
                true,
                measured(measure),
                attested,
                stretch(measure),
                goal.isEmpty() ? List.of() : List.of(goal),
                measure.metricId() != null,
                "",
                measure.dueOn() == null ? ends : measure.dueOn(),
                from,
                until);
    }

    static Measured measured(MeasureContent measure) {
        MeasureTerms terms = measure.terms();
        Measured named = measure.name() == null || measure.name().isBlank() ? Measured.NONE : Measured.NAMED;
        boolean target = terms.target() != null || measure.relativeTarget() != null;
        boolean band = terms.low() != null && (terms.high() != null || terms.openAbove());
        return switch (terms.kind()) {
            case INCREASE, DECREASE -> target ? Measured.TARGET : named;
            case KPI_LINKED -> target && measure.metricId() != null ? Measured.TARGET : named;
            case MAINTAIN -> target || band ? Measured.TARGET : named;
            case RANGE -> band ? Measured.TARGET : named;
            case MILESTONE -> terms.milestones().isEmpty() ? Measured.NONE : Measured.STEPS;
            case BOOLEAN -> named == Measured.NONE ? Measured.NONE : Measured.STEPS;
            case RUBRIC -> isDescribed(measure) ? Measured.DESCRIBED : Measured.NONE;
        };
    }

    private static boolean isDescribed(MeasureContent measure) {
        boolean evidence =
                measure.evidenceUrl() != null && !measure.evidenceUrl().isBlank();
        return evidence
                || measure.terms().levels().stream()
                        .anyMatch(level -> level.text() != null && !level.text().isBlank());
    }

    /** {@code Increase from 88 % to 92 %}; empty where there is no number. */
    static String promise(MeasureContent measure) {
        MeasureTerms terms = measure.terms();
        if (measured(measure) != Measured.TARGET) {
            return "";
        }
        String unit = Objects.requireNonNullElse(measure.unit(), "");
        String from = terms.baseline() == null ? "" : " from " + Display.value(terms.baseline(), unit);
        String to = terms.target() == null ? "" : " to " + Display.value(terms.target(), unit);
        return switch (terms.kind()) {
            case INCREASE, DECREASE -> terms.kind().label() + from + to;
            case KPI_LINKED -> "Reach" + to;
            case MAINTAIN, RANGE ->
                terms.target() != null && terms.comparator() != Comparator.BETWEEN
                        ? "Keep" + to
                        : "Keep " + Display.number(terms.low()) + " to " + Display.value(terms.high(), unit);
            case MILESTONE, BOOLEAN, RUBRIC -> "";
        };
    }

    private SmartFacts.@Nullable Stretch stretch(MeasureContent measure) {
        SmartHistory history =
                measure.metricId() == null ? null : evidence.histories().get(measure.metricId());
        BigDecimal target = measure.terms().target();
        if (history == null || history.values().isEmpty() || target == null) {
            return null;
        }
        Comparator comparator = measure.terms().comparator();
        return new SmartFacts.Stretch(history, target, comparator != null && comparator.falls());
    }

    private @Nullable SmartAttestation newest(@Nullable UUID measure) {
        return evidence.attestations().stream()
                .filter(said -> Objects.equals(said.measureId(), measure))
                .findFirst()
                .orElse(null);
    }

    private Attested attested(@Nullable SmartAttestation said, SmartWording wording) {
        return attested(said, said != null && wording.holds(said));
    }

    private Attested attested(@Nullable SmartAttestation said, boolean holds) {
        if (evidence.agreed()) {
            return Attested.AGREED;
        }
        return said == null
                ? Attested.NOBODY
                : new Attested(
                        holds ? Attested.State.ATTESTED : Attested.State.STALE,
                        said.by().name(),
                        LocalDate.ofInstant(said.at(), zone));
    }

    private GoalSmart.State state(@Nullable SmartAttestation said, SmartWording wording) {
        return state(said, said != null && wording.holds(said));
    }

    private GoalSmart.State state(@Nullable SmartAttestation said, boolean holds) {
        if (evidence.agreed()) {
            return GoalSmart.State.CHECKED;
        }
        return said == null ? GoalSmart.State.UNCHECKED : holds ? GoalSmart.State.CHECKED : GoalSmart.State.STALE;
    }
}
