package io.cairn.web;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The web module alone with a few controllers; annotated as a test so that the whole program's scan passes it by. */
@ExtendWith(SpringExtension.class)
final class SampleServer {
    static final Viewer IRIS = new Viewer(
            new UUID(7, 7),
            "Iris",
            "iris@example.com",
            Set.of(Role.EXEC, Role.ADMIN),
            List.of(
                    new Viewer.Team(new UUID(8, 1), "Customer Success", true),
                    new Viewer.Team(new UUID(8, 2), "Support and everything else that helps", false)));

    private SampleServer() {}

    enum Colour {
        RED,
        GREEN
    }

    record Part(String name, BigDecimal target) {}

    record Thing(
            String title,
            int count,
            BigDecimal value,
            Colour colour,
            LocalDate day,
            Instant at,
            UUID owner,
            boolean open,
            List<Part> parts,
            Map<String, String> words) {}

    record Changeable(String title, BigDecimal target, Part part) {}

    record Form(String name, int count) {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class})
    @ComponentScan(
            basePackageClasses = Html.class,
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
    static class Application {
        @Bean
        Clock systemClock() {
            return Clock.systemUTC();
        }

        @Bean
        DomainClock domainClock(@Qualifier("systemClock") Clock system) {
            var clock = new DomainClock(system, ZoneOffset.UTC);
            clock.moveTo(Instant.parse("2026-08-15T10:00:00Z"));
            return clock;
        }

        @Bean
        CountedTransactions transactionManager() {
            return new CountedTransactions();
        }

        /** Goes nowhere: no sample needs a database. */
        @Bean
        JdbcClient jdbcClient() {
            return JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none"));
        }

        @Bean
        RailCount due() {
            return count(Section.CHECK_IN, 3);
        }

        @Bean
        RailCount people() {
            return count(Section.PEOPLE, 5);
        }

        private static RailCount count(Section section, int count) {
            return new RailCount() {
                @Override
                public Section section() {
                    return section;
                }

                @Override
                public int count(Viewer viewer) {
                    return viewer.equals(IRIS) ? count : -1;
                }
            };
        }

        /** Anybody may do anything; who says {@code X-Test-Viewer: iris} is Iris. */
        @Bean
        SecurityFilterChain security(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                            .ignoringRequestMatchers("/api/**", "/free/**", "/theme"))
                    .addFilterBefore(
                            (request, response, chain) -> {
                                var servlet = (jakarta.servlet.http.HttpServletRequest) request;
                                if ("iris".equals(servlet.getHeader("X-Test-Viewer"))) {
                                    SecurityContextHolder.getContext()
                                            .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                                                    IRIS, null, List.of()));
                                }
                                if (servlet.getRequestURI().equals("/broken-filter")) {
                                    throw new IllegalStateException("secret words");
                                }
                                chain.doFilter(request, response);
                            },
                            CsrfFilter.class)
                    .build();
        }
    }

    /** Transactions of nothing, counted. */
    static final class CountedTransactions extends AbstractPlatformTransactionManager
            implements PlatformTransactionManager {
        private static final long serialVersionUID = 1L;
        int begun;

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, org.springframework.transaction.TransactionDefinition definition) {
            begun++;
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }

    @Controller
    static class Pages {
        @GetMapping("/sample")
        SamplePage show(@RequestParam(defaultValue = "Grüße <b>") String text) {
            return new SamplePage("Sample", text);
        }

        @GetMapping("/sample/{id}")
        Html one(@PathVariable UUID id) {
            return new SamplePage("One", id.toString());
        }

        @GetMapping("/part")
        Html part() {
            return new SamplePart("part");
        }

        @PostMapping("/free/save")
        Html save() {
            return Redirect.to("/sample").saying("Saved <it>.");
        }

        @PostMapping("/guarded")
        Html guarded() {
            return Redirect.to("/sample");
        }

        @PostMapping("/free/form")
        Html form(@ModelAttribute Form form) {
            return new SamplePage("Form", form.name());
        }

        @GetMapping("/denied")
        Html denied() {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }

        @GetMapping("/broken-off")
        void brokenOff(HttpServletResponse response) throws IOException {
            response.getOutputStream().write(1);
            response.flushBuffer();
            throw new IllegalStateException("secret words");
        }

        @GetMapping("/broken")
        Html broken() {
            throw new IllegalStateException("secret words");
        }
    }

    @RestController
    static class Api {
        @GetMapping("/api/v1/things")
        Map<String, Object> list(@Filters({"team", "q", "colour"}) ListQuery query) {
            var reply = new java.util.LinkedHashMap<String, Object>();
            reply.put("limit", query.limit());
            reply.put("teams", query.uuids("team"));
            reply.put("q", query.text("q"));
            reply.put("colour", query.one("colour", Colour.class));
            return reply;
        }

        @PostMapping("/api/v1/things")
        ResponseEntity<Thing> create(@RequestBody Thing thing) {
            return Created.at("/api/v1/things/7", thing);
        }

        @GetMapping("/api/v1/things/{id}")
        Map<String, Object> one(@PathVariable UUID id, @RequestParam(required = false) Integer depth) {
            return Map.of("id", id);
        }

        @PatchMapping("/api/v1/things/{id}")
        Map<String, Object> change(@PathVariable UUID id, MergePatch<Changeable> patch) {
            var now = new Changeable("Title", new BigDecimal("1.50"), new Part("Part", BigDecimal.ONE));
            return Map.of("version", patch.version(), "thing", patch.onto(now));
        }

        @GetMapping("/api/v1/sql/{state}")
        void sql(@PathVariable String state) {
            throw new DataAccessResourceFailureException(
                    "secret", new SQLException("duplicate key violates secret_name", state));
        }

        @GetMapping("/api/v1/broken")
        void broken() {
            throw new IllegalStateException("secret words");
        }

        @GetMapping("/api/v1/several")
        void several() {
            throw new io.cairn.kernel.ProblemException(List.of(
                    GeneralProblem.REQUIRED.at("title"),
                    GeneralProblem.INVALID.saying("Too low.").at("measures[1].target")));
        }

        @GetMapping("/api/v1/stale")
        void stale() {
            throw GeneralProblem.STALE_VERSION.problem().with("current", 4).exception();
        }
    }
}
