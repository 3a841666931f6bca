package io.cairn.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.cairn.CairnApplication;
import io.cairn.journey.Sample.Who;
import io.cairn.testing.Accessibility;
import io.cairn.testing.Api;
import io.cairn.testing.Browser;
import io.cairn.testing.DemoTest;
import io.cairn.testing.Statements;
import io.cairn.testing.TestDatabase;
import io.cairn.testing.Visitors;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page there is, for everybody: it answers as it should, keeps the rules of its policy and fits its window. */
@DemoTest
@TestPropertySource(properties = "cairn.test.company-of-its-own=because it grows")
@DirtiesContext
@TestInstance(Lifecycle.PER_CLASS)
class EveryPageTests {
    private static final Pattern LINK = Pattern.compile("/link/([A-Za-z0-9_-]+)");
    private static final int MOST_STATEMENTS = 12;

    @LocalServerPort
    int port;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    TestDatabase database;

    @Autowired
    Statements statements;

    @Autowired
    Api api;

    DemoIds ids;
    DemoWork work;
    Map<Who, Browser> browsers;
    List<Sample> samples;

    @BeforeAll
    void collect() {
        ids = DemoIds.in(database.superuser());
        work = new DemoWork(api, ids);
        work.begin();
        browsers = new EnumMap<>(Who.class);
        for (Who who : Who.values()) {
            browsers.put(who, new Browser(port));
        }
        for (Who who : List.of(Who.NOAH, Who.KAI, Who.LUCY, Who.NINA)) {
            Browser browser = browser(who);
            browser.get("/sign-in");
            browser.post("/sign-in/demo", "person", ids.person(who.name().toLowerCase() + "@example.com"));
        }
        samples = new SamplePages(ids).all(oneTimeLink());
    }

    @Test
    void everyPageHasItsSample() {
        var addresses = new TreeSet<String>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, method) -> {
            boolean read = mapping.getMethodsCondition().getMethods().isEmpty()
                    || mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET);
            boolean page =
                    isOurs(method.getBeanType()) && !method.getBeanType().isAnnotationPresent(RestController.class);
            if (read && page) {
                addresses.addAll(mapping.getPatternValues());
            }
        });
        assertThat(addresses).hasSizeGreaterThan(30);
        addresses.removeAll(SamplePages.WITHOUT_PAGE);
        samples.forEach(sample -> addresses.remove(sample.pattern()));
        assertThat(addresses).isEmpty();
    }

    /** Of the program, not of a library or a test. */
    private static boolean isOurs(Class<?> type) {
        return type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .equals(CairnApplication.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation());
    }

    @Test
    void everybodyIsAnsweredAsTheyShould() {
        List<String> wrong = new ArrayList<>();
        for (Sample sample : samples) {
            browsers.forEach((who, browser) -> {
                int status = browser.get(sample.address()).status();
                if (status != sample.status(who)) {
                    wrong.add("%s for %s: %d, not %d".formatted(sample.address(), who, status, sample.status(who)));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPageIsSilentFitsItsWindowAndIsAccessible() {
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (var visitors = new Visitors(port)) {
            for (Who who : Who.values()) {
                Page page = visitor(visitors, who);
                for (Sample sample : samples) {
                    // Whoever is turned away sees one and the same page, which has samples of its own.
                    if (sample.reader() != who && sample.status(who) != 200) {
                        continue;
                    }
                    page.setViewportSize(1440, 900);
                    page.navigate(sample.address());
                    // Explanations of one thing look alike.
                    if (sample.reader() == who && seen.add(sample.address().replaceFirst("figure=.*", ""))) {
                        wrong.addAll(Accessibility.problems(page));
                    }
                    if (sample.reader() == who) {
                        wrong.addAll(Accessibility.sideways(page));
                    }
                    wrong.addAll(visitors.complaints());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private Page visitor(Visitors visitors, Who who) {
        return switch (who) {
            case NOAH -> visitors.as("Noah");
            case KAI -> visitors.as("Kai");
            case LUCY -> visitors.as("Lucy");
            case NINA -> visitors.as("Nina");
            case STRANGER -> visitors.stranger();
        };
    }

    @Test
    void noPageRunsMoreStatementsWhenThereIsMoreToShow() throws Exception {
        Map<String, Integer> few = counts();
        work.grow();
        Map<String, Integer> many = counts();
        assertThat(many).isEqualTo(few);
        assertThat(many)
                .allSatisfy((address, count) -> assertThat(count).as(address).isLessThanOrEqualTo(MOST_STATEMENTS));
    }

    /** Of two readings the smaller one: the day may turn in between, and a session is marked as seen now and then. */
    private Map<String, Integer> counts() throws Exception {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Sample sample : samples) {
            Browser browser = browser(sample.reader());
            browser.get(sample.address());
            int first = statements.during(() -> browser.get(sample.address())).count();
            int second = statements.during(() -> browser.get(sample.address())).count();
            counts.put(sample.address(), Math.min(first, second));
        }
        return counts;
    }

    private String oneTimeLink() {
        String page = browser(Who.KAI)
                .post("/administration/accounts/" + ids.person("lucy@example.com") + "/link")
                .body();
        Matcher link = LINK.matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private Browser browser(Who who) {
        return Objects.requireNonNull(browsers.get(who));
    }
}
