package io.cairn.setup;

import io.cairn.access.Viewing;
import io.cairn.database.BeforeOpening;
import io.cairn.database.StartRefused;
import io.cairn.goal.DaysAhead;
import io.cairn.kernel.DomainClock;
import io.cairn.organization.Organizations;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets the demo's time at each start: the day its figures are told for, or the latest recorded fact if that is later, or the
 * day that was asked for if that is later still. Whoever only looks at the demo sees the same figures every day.
 */
@Component
@ConditionalOnProperty(name = "cairn.mode", havingValue = "demo")
@Order(30)
class DemoTime implements BeforeOpening {
    static final LocalDateTime TOLD_FOR = LocalDateTime.parse("2026-08-15T10:00");

    private final Organizations organizations;
    private final DomainClock clock;
    private final DaysAhead daysAhead;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final @Nullable LocalDate today;

    DemoTime(
            Organizations organizations,
            DomainClock clock,
            DaysAhead daysAhead,
            JdbcClient db,
            TransactionTemplate transaction,
            @Value("${cairn.demo.today:#{null}}") @Nullable String today) {
        this.organizations = organizations;
        this.clock = clock;
        this.daysAhead = daysAhead;
        this.db = db;
        this.transaction = transaction;
        this.today = today == null ? null : LocalDate.parse(today);
    }

    @Override
    public void beforeOpening() {
        var zone = organizations.find().orElseThrow().zone();
        var latest = Viewing.asSystem("Demo", () -> transaction.execute(status -> latestFact()));
        clock.in(zone);
        clock.moveTo(begin(zone, Objects.requireNonNull(latest).orElse(Instant.EPOCH), today));
        Viewing.runAsSystem("Demo", () -> transaction.executeWithoutResult(status -> daysAhead.forget()));
    }

    /** @throws StartRefused when the day that was asked for is over already */
    static Instant begin(ZoneId zone, Instant latestFact, @Nullable LocalDate today) {
        var usual = TOLD_FOR.atZone(zone).toInstant();
        var earliest = latestFact.isAfter(usual) ? latestFact : usual;
        var reached = LocalDate.ofInstant(earliest, zone);
        if (today == null || today.equals(reached)) {
            return earliest;
        }
        if (today.isBefore(reached)) {
            throw new StartRefused(
                    "The demo has reached %s already and --today only moves it forward; ask for a later day, or begin anew with --fresh."
                            .formatted(reached));
        }
        return today.atTime(LocalTime.of(10, 0)).atZone(zone).toInstant();
    }

    /** What happened to accounts does not count: whoever looks at the demo signs in and out. */
    private Optional<Instant> latestFact() {
        return db.sql("""
                        select greatest(
                                   (select max(e.recorded_at) from audit.entry e where e.audience_kind <> 'account'),
                                   (select max(c.recorded_at) from goal.check_in c),
                                   (select max(m.recorded_at) from metric.measurement m))
                        """).query(Timestamp.class).list().stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(Timestamp::toInstant);
    }
}
