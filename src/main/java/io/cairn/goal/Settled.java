package io.cairn.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a measure's check-ins say together: the latest value or the sum of a count, the milestones done, the level, the hits. */
final class Settled {
    private Settled() {}

    /**
     * @param m with its milestones as they were written down
     * @param all at least one check-in in its newest version, oldest first by when it counts
     */
    static Measure of(Goal goal, Measure m, List<CheckIn> all, ZoneId zone) {
        BigDecimal sum =
                all.stream().map(CheckIn::value).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        return of(m, new CheckInStore.Tail(all, all.size(), sum), hits(goal, m, all, zone), zone);
    }

    /** The same from the end of the story alone: exact for every measure but milestones and hit rates. */
    static Measure of(Measure m, CheckInStore.Tail tail, ZoneId zone) {
        return of(m, tail, 0, zone);
    }

    private static Measure of(Measure m, CheckInStore.Tail tail, int hits, ZoneId zone) {
        CheckIn last = tail.last().getLast();
        Map<String, BigDecimal> done = CheckInStore.done(tail.last());
        return new Measure(
                m.id(),
                m.goalId(),
                m.position(),
                m.name(),
                m.kind(),
                m.nature(),
                m.unit(),
                m.baseline(),
                m.target(),
                m.relativeTarget(),
                m.comparator(),
                m.low(),
                m.high(),
                m.floor(),
                m.ceiling(),
                m.openAbove(),
                m.mode(),
                m.expectedCheckIns(),
                m.counting(),
                m.profile(),
                m.planPoints(),
                m.milestones().stream()
                        .map(milestone -> milestone.withDone(done.getOrDefault(milestone.name(), milestone.done())))
                        .toList(),
                m.levels(),
                m.weight(),
                m.dueOn(),
                m.owner(),
                m.evidenceUrl(),
                m.cancelled(),
                m.metricId() == null ? current(m, tail) : m.current(),
                last.level(),
                hits,
                m.metricId() == null ? tail.count() : m.checkIns(),
                last.confidence(),
                m.metricId() == null ? day(last, zone) : m.lastCheckInOn(),
                last.healthOverride(),
                m.raw(),
                m.progress(),
                m.achieved(),
                m.noData(),
                m.expected(),
                m.pace(),
                m.health(),
                m.ahead(),
                m.overdue(),
                m.stale(),
                HealthRule.confidenceDrops(confidences(tail.last())),
                m.version(),
                m.targets(),
                m.metricId(),
                m.nextValueOn());
    }

    private static @Nullable BigDecimal current(Measure measure, CheckInStore.Tail tail) {
        if (measure.counting() == Counting.INCREMENT) {
            return measure.baseline() == null ? tail.sum() : measure.baseline().add(tail.sum());
        }
        return tail.last().getLast().value();
    }

    private static int hits(Goal goal, Measure measure, List<CheckIn> all, ZoneId zone) {
        if (measure.kind() != MeasureKind.MAINTAIN || measure.mode() != MaintainMode.HIT_RATE) {
            return 0;
        }
        LocalDate starts = Objects.requireNonNull(goal.startsOn());
        LocalDate ends = Objects.requireNonNull(goal.endsOn());
        MeasureTerms terms = measure.terms();
        List<HitRate.Value> values = all.stream()
                .filter(checkIn -> checkIn.value() != null)
                .map(checkIn -> new HitRate.Value(day(checkIn, zone), Objects.requireNonNull(checkIn.value())))
                .toList();
        return HitRate.read(terms, Window.of(terms, starts, ends), values, measure::termsOn)
                .hits();
    }

    private static List<Integer> confidences(List<CheckIn> all) {
        return all.stream()
                .map(CheckIn::confidence)
                .filter(Objects::nonNull)
                .skip(Math.max(
                        0, all.stream().filter(c -> c.confidence() != null).count() - 3))
                .toList();
    }

    private static LocalDate day(CheckIn checkIn, ZoneId zone) {
        return LocalDate.ofInstant(checkIn.at(), zone);
    }
}
