package io.cairn.metric;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Decimals;
import io.cairn.kernel.Ids;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What could be better about metrics: the soft rules of frameworks 2.2, which refuse nothing. */
@Component
@Transactional(readOnly = true)
public class MetricQuality {
    private static final int EASY_PERIODS = 12;
    private static final int SET = 3;

    private final JdbcClient db;

    MetricQuality(JdbcClient db) {
        this.db = db;
    }

    /** A soft rule; its name is a stable code. */
    public enum Rule {
        KPI_UNTARGETED("No target", "Nobody can say whether its value is good."),
        KPI_UNDEFINED("No definition", "Two people may count it in two ways."),
        KPI_OVERDUE("Value overdue", "The next value should have come by now."),
        KPI_TOO_EASY("Target never missed", "It was met in each of the last twelve periods; a higher one may be due."),
        KPI_NO_LEAD("No leading KPI", "All of them tell what has happened, none what is coming."),
        KPI_CROWDED("More than 15 KPIs", "Few people look at that many; keep those that lead to a decision.");

        private final String label;
        private final String why;

        Rule(String label, String why) {
            this.label = label;
            this.why = why;
        }

        public String label() {
            return label;
        }

        public String why() {
            return why;
        }
    }

    /** A rule that is broken, by one metric or, where there is none, by all of them together. */
    public record Hint(Rule rule, @Nullable Metric metric) {}

    /** The hints about a set of metrics, such as all that one person looks after; one statement. */
    public List<Hint> of(List<Metric> metrics) {
        Map<UUID, List<SetTarget>> targets = targets(metrics.stream()
                .filter(MetricQuality::mayBeEasy)
                .map(Metric::id)
                .toList());
        List<Hint> hints = new ArrayList<>(together(metrics));
        for (Metric metric : metrics) {
            MetricSheet sheet = metric.sheet();
            if (untargeted(metric)) {
                hints.add(new Hint(Rule.KPI_UNTARGETED, metric));
            }
            if (sheet.definition().isBlank()) {
                hints.add(new Hint(Rule.KPI_UNDEFINED, metric));
            }
            if (metric.status() == MetricStatus.STALE) {
                hints.add(new Hint(Rule.KPI_OVERDUE, metric));
            }
            if (neverMissed(metric, targets.getOrDefault(metric.id(), List.of()))) {
                hints.add(new Hint(Rule.KPI_TOO_EASY, metric));
            }
        }
        return List.copyOf(hints);
    }

    /** What is said of a few metrics as one set; none of a set of one or two. */
    public static List<Hint> together(List<Metric> metrics) {
        boolean leading = metrics.stream().anyMatch(metric -> metric.sheet().leadLag() == LeadLag.LEADING);
        return metrics.size() < SET || leading ? List.of() : List.of(new Hint(Rule.KPI_NO_LEAD, null));
    }

    /** A metric that is only watched needs no target. */
    public static boolean untargeted(Metric metric) {
        return metric.sheet().direction() != Direction.NONE && metric.figures().targetId() == null;
    }

    private static boolean mayBeEasy(Metric metric) {
        List<@Nullable BigDecimal> recent = metric.figures().recent();
        return metric.figures().judged() == MetricStatus.GREEN
                && recent.size() >= EASY_PERIODS
                && recent.subList(recent.size() - EASY_PERIODS, recent.size()).stream()
                        .allMatch(value -> value != null);
    }

    private static boolean neverMissed(Metric metric, List<SetTarget> targets) {
        MetricFigures figures = metric.figures();
        if (!mayBeEasy(metric) || figures.periodStart() == null || figures.asOf() == null) {
            return false;
        }
        Period period = new Period(figures.periodStart(), figures.asOf());
        List<@Nullable BigDecimal> recent = figures.recent();
        for (int i = 1; i <= EASY_PERIODS; i++) {
            SetTarget set = Judging.targetOn(targets, period.end());
            MetricStatus then = StatusRule.of(
                    metric.sheet().direction(), set == null ? null : set.target(), recent.get(recent.size() - i));
            if (then != MetricStatus.GREEN) {
                return false;
            }
            period = metric.sheet().frequency().previous(period);
        }
        return true;
    }

    private Map<UUID, List<SetTarget>> targets(Collection<UUID> metrics) {
        Map<UUID, List<SetTarget>> found = new HashMap<>();
        db.sql("""
                select t.metric_id, t.id, t.from_on, t.to_on, t.target, t.comparator, t.amber_at, t.low, t.high, t.recorded_at
                  from metric.target t
                 where t.metric_id = any (:metrics::uuid[])
                """).param("metrics", Ids.array(metrics)).query(row -> {
            found.computeIfAbsent(row.getObject("metric_id", UUID.class), id -> new ArrayList<>())
                    .add(target(row));
        });
        return found;
    }

    private static SetTarget target(ResultSet row) throws SQLException {
        return new SetTarget(
                row.getObject("id", UUID.class),
                new MetricTarget(
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("to_on", LocalDate.class),
                        Decimals.plainOrNull(row.getBigDecimal("target")),
                        Comparator.valueOf(row.getString("comparator")),
                        Decimals.plainOrNull(row.getBigDecimal("amber_at")),
                        Decimals.plainOrNull(row.getBigDecimal("low")),
                        Decimals.plainOrNull(row.getBigDecimal("high"))),
                null,
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
