package io.cairn.database;

import io.cairn.kernel.DomainClock;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Two times: the system's for sessions, tokens and jobs, the organisation's for facts and figures. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** Primary, so that whoever asks for just a {@code Clock} gets the system's. */
    @Bean
    @Primary
    Clock systemClock() {
        return Clock.systemUTC();
    }

    @Bean
    DomainClock domainClock(@Qualifier("systemClock") Clock system, @Value("${cairn.zone:UTC}") ZoneId zone) {
        return new DomainClock(system, zone);
    }
}
