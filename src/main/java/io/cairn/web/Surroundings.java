package io.cairn.web;

import io.cairn.kernel.DomainClock;
import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What is the same for every request: the clock, whether this is a demo, the address people use. */
@Component
class Surroundings {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final DomainClock clock;
    private final RailCounts counts;
    private final boolean demonstration;
    private final String baseUrl;

    Surroundings(
            DomainClock clock,
            RailCounts counts,
            @Value("${cairn.mode:}") String mode,
            @Value("${cairn.base-url:}") String baseUrl) {
        this.clock = clock;
        this.counts = counts;
        this.demonstration = mode.equals("demo");
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    DomainClock clock() {
        return clock;
    }

    RailCounts counts() {
        return counts;
    }

    @Nullable
    String demo() {
        return demonstration ? "Demo, " + DAY.format(clock.today()) : null;
    }

    String address(HttpServletRequest request) {
        if (!baseUrl.isEmpty()) {
            return baseUrl;
        }
        return UriComponentsBuilder.fromUriString(request.getRequestURL().toString())
                .replacePath(null)
                .toUriString();
    }
}
