package io.cairn.connector;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.metric.Frequency;
import io.cairn.metric.MeasurementContent;
import io.cairn.metric.MeasurementStatus;
import io.cairn.metric.Measurements;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricState;
import io.cairn.metric.Metrics;
import io.cairn.metric.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Metrics as connectors feed them. */
@Component
class FedMetrics {
    private static final int MOST_CHOICES = 500;
    private static final int MOST_ROUNDS = 5;
    private static final Pattern NUMBERED = Pattern.compile("\\[(\\d+)].*");

    private final Metrics metrics;
    private final Measurements measurements;
    private final DomainClock clock;
    private final JdbcClient db;

    FedMetrics(Metrics metrics, Measurements measurements, DomainClock clock, JdbcClient db) {
        this.metrics = metrics;
        this.measurements = measurements;
        this.clock = clock;
        this.db = db;
    }

    /** How many values were new or different, how many were known, and why others were refused. */
    record Outcome(int stored, int unchanged, List<Refusal> refusals) {}

    /** @param row the reading's */
    record Refusal(int row, String message) {}

    /** A metric to choose. */
    record Choice(UUID id, String name) {}

    /** Those of these that the viewer may see. */
    List<FedMetric> of(Collection<UUID> ids) {
        return metrics.of(List.copyOf(ids)).stream().map(this::fed).toList();
    }

    private FedMetric fed(Metric metric) {
        Frequency frequency = metric.sheet().frequency();
        Period current = frequency.periodOf(clock.today());
        boolean enterable = metric.mayEdit()
                && metric.state() == MetricState.ACTIVE
                && !metric.sheet().computed();
        return new FedMetric(
                metric.id(),
                metric.name(),
                enterable,
                frequency,
                current.start(),
                frequency.previous(current).start());
    }

    /** Those whose values the viewer may enter, by name. */
    List<Choice> enterable(Viewer viewer) {
        return db.sql("""
                select m.id, m.name
                  from metric.metric m
                 where m.state = 'ACTIVE' and m.formula is null and not m.adds_up
                   and (:everywhere or m.owner_id = :viewer
                        or exists (select 1 from organization.reporting_line r
                                    where r.person_id = m.owner_id and r.manager_id = :viewer)
                        or exists (select 1 from organization.team_line l join organization.team led on led.id = l.above_id
                                    where l.team_id = m.team_id and led.leader_id = :viewer))
                 order by m.name, m.id
                 limit :most
                """)
                .param("everywhere", viewer.isAny(Role.EXEC, Role.CHAMP))
                .param("viewer", viewer.id())
                .param("most", MOST_CHOICES)
                .query(Choice.class)
                .list();
    }

    /** Enters the values on the owner's behalf. Metrics take all or none, so those refused are left out and the others sent again. */
    Outcome record(Viewer owner, FedMetric metric, List<Reading> readings) {
        List<Refusal> refusals = new ArrayList<>();
        List<Reading> left = new ArrayList<>(readings);
        for (int round = 0; round < MOST_ROUNDS && !left.isEmpty(); round++) {
            try {
                Measurements.Outcome outcome = measurements.record(
                        owner,
                        metric.id(),
                        left.stream().map(reading -> content(metric, reading)).toList(),
                        io.cairn.metric.Source.CONNECTOR);
                return new Outcome(outcome.stored().size(), outcome.unchanged().size(), refusals);
            } catch (ProblemException refused) {
                leaveOut(left, refused, refusals);
            }
        }
        left.forEach(reading -> refusals.add(new Refusal(reading.row(), "Left out with others that were refused.")));
        return new Outcome(0, 0, refusals);
    }

    /** What is not said of one value is said of all. */
    private static void leaveOut(List<Reading> left, ProblemException refused, List<Refusal> refusals) {
        Map<Integer, String> why = new HashMap<>();
        for (Problem problem : refused.problems()) {
            Matcher numbered = NUMBERED.matcher(problem.field() == null ? "" : problem.field());
            if (numbered.matches()) {
                why.putIfAbsent(Integer.valueOf(numbered.group(1)), problem.message());
            }
        }
        List<Reading> kept = new ArrayList<>();
        for (int number = 0; number < left.size(); number++) {
            String message = why.isEmpty() ? refused.first().message() : why.get(number);
            if (message == null) {
                kept.add(left.get(number));
            } else {
                refusals.add(new Refusal(left.get(number).row(), message));
            }
        }
        left.clear();
        left.addAll(kept);
    }

    /** A period that is not over yet has no final value. */
    private MeasurementContent content(FedMetric metric, Reading reading) {
        LocalDate day = java.util.Objects.requireNonNull(reading.day());
        Period period = metric.frequency().periodOf(day);
        boolean over = period.end().isBefore(clock.today());
        return new MeasurementContent(
                period.start(),
                period.end(),
                reading.value(),
                reading.numerator(),
                reading.denominator(),
                null,
                null,
                over ? MeasurementStatus.FINAL : MeasurementStatus.PROVISIONAL);
    }
}
