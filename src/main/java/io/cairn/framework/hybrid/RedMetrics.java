package io.cairn.framework.hybrid;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.cycle.Cycles;
import io.cairn.framework.hybrid.ProposalRows.Kept;
import io.cairn.framework.hybrid.ProposalRule.Around;
import io.cairn.framework.hybrid.ProposalRule.Standing;
import io.cairn.framework.hybrid.ProposalRule.Verdict;
import io.cairn.framework.hybrid.ProposalRule.Vitals;
import io.cairn.kernel.DomainClock;
import io.cairn.metric.Direction;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricChange;
import io.cairn.metric.MetricFigures;
import io.cairn.metric.MetricFollower;
import io.cairn.metric.MetricState;
import io.cairn.metric.MetricStatus;
import io.cairn.metric.Period;
import io.cairn.metric.Point;
import io.cairn.metric.Trend;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Proposes an objective when a metric's final value is red, and takes the proposal back when it recovers (frameworks 2.6). */
@Component
@Order(20)
class RedMetrics implements MetricFollower {
    private final ProposalRows rows;
    private final Cycles cycles;
    private final Journal journal;
    private final DomainClock clock;

    RedMetrics(ProposalRows rows, Cycles cycles, Journal journal, DomainClock clock) {
        this.rows = rows;
        this.cycles = cycles;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void changed(List<MetricChange> changes) {
        Map<UUID, List<Kept>> kept =
                rows.kept(changes.stream().map(change -> change.metric().id()).toList());
        List<Entry> told = new ArrayList<>();
        List<MetricChange> asking = new ArrayList<>();
        List<ProposalRows.Recovery> recovered = new ArrayList<>();
        List<UUID> expired = new ArrayList<>();
        for (MetricChange change : changes) {
            List<Kept> own = kept.getOrDefault(change.metric().id(), List.of());
            List<UUID> open = own.stream().filter(Kept::open).map(Kept::id).toList();
            Optional<String> barred = ProposalRule.barred(change.metric());
            if (barred.isPresent() && !open.isEmpty()) {
                expired.addAll(open);
                told.add(entry(change.metric(), "proposal.expired", barred.get() + ", so its proposal expired"));
                continue;
            }
            if (!saysSomething(change)) {
                continue;
            }
            own.stream()
                    .filter(one -> one.recoveredOn() == null)
                    .forEach(one -> Recovered.of(change, one).ifPresent(recovered::add));
            Verdict verdict = ProposalRule.of(vitals(change), standing(own, false));
            if (verdict == Verdict.EXPIRE) {
                expired.addAll(open);
                told.add(entry(change.metric(), "proposal.expired", "is back on target, so its proposal expired"));
            } else if (verdict == Verdict.PROPOSE) {
                asking.add(change);
            }
        }
        rows.recover(recovered);
        rows.expire(expired, clock.today());
        told.addAll(ask(asking));
        journal.record(told);
    }

    private List<Entry> ask(List<MetricChange> asking) {
        if (asking.isEmpty()) {
            return List.of();
        }
        LocalDate today = clock.today();
        Around around = ProposalRule.around(cycles.all(), today);
        Map<UUID, List<ProposalRows.Linked>> linked =
                rows.linked(asking.stream().map(change -> change.metric().id()).toList(), around, today);
        List<Entry> told = new ArrayList<>();
        List<ProposalRows.Fresh> fresh = new ArrayList<>();
        for (MetricChange change : asking) {
            Metric metric = change.metric();
            List<ProposalRows.Linked> following = linked.getOrDefault(metric.id(), List.of());
            if (following.isEmpty()) {
                suggestion(change)
                        .ifPresent(keyResult -> fresh.add(ProposalRows.Fresh.of(
                                metric,
                                ProposalRule.trigger(vitals(change)).orElseThrow(),
                                keyResult,
                                around.chosen(today))));
            } else if (change.before().judged() != MetricStatus.RED) {
                following.forEach(one -> told.add(one.told(metric)));
            }
        }
        Set<UUID> proposing = rows.insert(fresh, today);
        asking.stream()
                .map(MetricChange::metric)
                .filter(metric -> proposing.contains(metric.id()))
                .forEach(metric ->
                        told.add(entry(metric, "proposal.opened", "is off target and proposes an objective")));
        return told;
    }

    private static Optional<SuggestedKeyResult> suggestion(MetricChange change) {
        Metric metric = change.metric();
        List<BigDecimal> values = change.series().stream()
                .map(point -> point.measured().value())
                .filter(Objects::nonNull)
                .toList();
        return SuggestedKeyResult.of(metric.name(), metric.sheet().direction(), metric.figures(), values);
    }

    private static boolean saysSomething(MetricChange change) {
        MetricFigures now = change.metric().figures();
        return !now.provisional() && now.periodStart() != null && now.asOf() != null;
    }

    private static Vitals vitals(MetricChange change) {
        Metric metric = change.metric();
        MetricFigures now = metric.figures();
        return new Vitals(
                metric.state() == MetricState.ACTIVE
                        && metric.sheet().proposeOkr()
                        && ProposalRule.barred(metric).isEmpty(),
                new Period(Objects.requireNonNull(now.periodStart()), Objects.requireNonNull(now.asOf())),
                metric.sheet().breachPolicy(),
                change.course(),
                now.signal() != null,
                worsening(metric.sheet().direction(), now.trend()));
    }

    private static boolean worsening(Direction direction, @org.jspecify.annotations.Nullable Trend trend) {
        return switch (direction) {
            case HIGHER -> trend == Trend.DOWN;
            case LOWER -> trend == Trend.UP;
            case BAND, NONE -> false;
        };
    }

    private static Standing standing(List<Kept> own, boolean linked) {
        return new Standing(
                own.stream().anyMatch(Kept::open),
                linked,
                own.stream()
                        .map(Kept::quietUntil)
                        .filter(Objects::nonNull)
                        .max(LocalDate::compareTo)
                        .orElse(null));
    }

    static Entry entry(Metric metric, String action, String said) {
        return Entry.of(action, "metric", metric.id(), "noted that “" + metric.name() + "” " + said)
                .seenBy(metric.key());
    }

    /** When a metric was back on target after it asked. */
    private static final class Recovered {
        static Optional<ProposalRows.Recovery> of(MetricChange change, Kept kept) {
            List<Point> after = change.series().stream()
                    .filter(point -> point.period().start().isAfter(kept.periodStart()))
                    .toList();
            List<MetricStatus> newestFirst = change.course().statuses();
            for (int i = Math.max(0, after.size() - newestFirst.size()); i < after.size(); i++) {
                if (newestFirst.get(after.size() - 1 - i) == MetricStatus.GREEN) {
                    return Optional.of(new ProposalRows.Recovery(
                            kept.id(), after.get(i).period().end(), i + 1));
                }
            }
            return Optional.empty();
        }
    }
}
