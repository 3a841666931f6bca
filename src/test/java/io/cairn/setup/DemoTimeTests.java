package io.cairn.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.database.StartRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Which time a demo begins with. */
class DemoTimeTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant TOLD = at("2026-08-14T15:20");

    @Test
    void aDemoThatWasOnlyLookedAtBeginsOnItsOwnDay() {
        assertThat(DemoTime.begin(BERLIN, TOLD, null)).isEqualTo(at("2026-08-15T10:00"));
    }

    @Test
    void aLaterFactIsNeverInTheFuture() {
        assertThat(DemoTime.begin(BERLIN, at("2026-08-17T23:59:59"), null)).isEqualTo(at("2026-08-17T23:59:59"));
    }

    @Test
    void aLaterDayBeginsAtTen() {
        assertThat(DemoTime.begin(BERLIN, TOLD, LocalDate.of(2026, 10, 1))).isEqualTo(at("2026-10-01T10:00"));
    }

    @Test
    void theDayThatWasReachedGoesOnWhereItWas() {
        assertThat(DemoTime.begin(BERLIN, at("2026-08-15T17:00"), LocalDate.of(2026, 8, 15)))
                .isEqualTo(at("2026-08-15T17:00"));
        assertThat(DemoTime.begin(BERLIN, TOLD, LocalDate.of(2026, 8, 15))).isEqualTo(at("2026-08-15T10:00"));
    }

    @Test
    void timeNeverGoesBack() {
        assertThatThrownBy(() -> DemoTime.begin(BERLIN, TOLD, LocalDate.of(2026, 8, 14)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("has reached 2026-08-15");
        assertThatThrownBy(() -> DemoTime.begin(BERLIN, at("2026-08-20T09:00"), LocalDate.of(2026, 8, 19)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("has reached 2026-08-20");
    }

    private static Instant at(String text) {
        return LocalDateTime.parse(text).atZone(BERLIN).toInstant();
    }
}
