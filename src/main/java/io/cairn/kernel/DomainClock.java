package io.cairn.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The organisation's own time: what "now" and "today" mean for facts and figures. Normally the system's; a demo or a test
 * moves it. Sessions, tokens and jobs use the system clock instead.
 */
public final class DomainClock extends Clock {
    private final Clock system;
    private volatile Duration ahead = Duration.ZERO;
    private volatile ZoneId zone;

    public DomainClock(Clock system, ZoneId zone) {
        this.system = system;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return system.instant().plus(ahead);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(instant(), zone);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return Clock.offset(system.withZone(other), ahead);
    }

    /** Only the demo and tests call this. */
    public void moveTo(Instant now) {
        ahead = Duration.between(system.instant(), now);
    }

    public boolean moved() {
        return !ahead.isZero();
    }

    public void in(ZoneId organisationZone) {
        zone = organisationZone;
    }
}
