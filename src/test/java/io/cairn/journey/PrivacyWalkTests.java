package io.cairn.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Tokens;
import io.cairn.access.Viewing;
import io.cairn.journey.PrivateThings.Secret;
import io.cairn.journey.Walk.Step;
import io.cairn.kernel.Viewer;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Everybody asks for everything that can be read: pages, API, files, filters, cursors. What is private is told to its readers,
 * each at least once, and to nobody else; for others what is there answers as what is not.
 */
@CairnTest
@Tag("once")
class PrivacyWalkTests {
    private static final int AT_ONCE = 4;
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** Where a stranger reads that the employee has another manager and what the journal says of it. */
    private static final Set<String> TOLD_TO_ALL =
            Set.of("/journal", "/api/v1/journal", "/people", "/api/v1/people", "/organisation");

    /** Who also tries what filters and cursors betray. */
    private static final Set<String> SEEKERS =
            Set.of("employee", "old manager", "colleague", "COMP", "ADMIN", "stranger");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    @Autowired
    SmallCompany company;

    @Autowired
    Tokens tokens;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    /** What somebody was told. */
    private record Told(int status, String text) {
        /** Without what is never the same twice and what was asked for. */
        String shape(Step step) {
            String plain = text;
            int query = step.address().indexOf('=');
            if (query >= 0) {
                plain = plain.replace(step.address().substring(query + 1), "#");
            }
            return status + " " + plain.replaceAll(ID, "#").replaceAll("[A-Za-z0-9_-]{30,}", "#");
        }
    }

    @Test
    void whatIsPrivateIsToldToItsReadersAndToNobodyElse() {
        PrivateThings things = program.getAutowireCapableBeanFactory().createBean(PrivateThings.class);
        things.people(company.cast());
        things.people().forEach((name, viewer) -> secrets.put(name, secret(things, name, viewer)));
        Walk walk =
                new Walk(things, program.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
        Map<String, Map<String, Told>> before = asked(List.of("stranger"), walk.lists());
        things.plant();

        Map<String, Set<String>> needles = walk.needles();
        Set<String> leaks = new ConcurrentSkipListSet<>();
        Map<String, Told> missed = new ConcurrentHashMap<>();
        Map<String, Set<String>> heard = new ConcurrentHashMap<>();
        List<Step> steps = walk.steps();
        everybody(things.people().keySet(), steps, (person, step) -> {
            if (step.seeks() && !SEEKERS.contains(person)) {
                return;
            }
            Told told = get(person, step.address());
            look(person, step, told, needles, leaks, heard);
            if (!step.isFor(person)) {
                String asked = person + kept(step).replaceAll(ID, "#").replaceAll("=.*", "");
                Told missing = step.address().contains("cursor=")
                        ? get(person, step.random())
                        : missed.computeIfAbsent(asked, none -> get(person, step.random()));
                if (!told.shape(step).equals(missing.shape(step))) {
                    leaks.add("%s tells %s there from not there: %s, %s"
                            .formatted(step.address(), person, told.status(), missing.status()));
                }
            }
        });
        assertThat(String.join("\n", leaks)).isEmpty();
        assertThat(unheard(needles, heard)).as("readers who were never told").isEmpty();
        assertThat(changed(before, asked(List.of("stranger"), walk.lists())))
                .as("what changed for a stranger")
                .isEmpty();
    }

    /** A token's secret from before its holder left. */
    private String secret(PrivateThings things, String name, Viewer viewer) {
        return things.secret(name)
                .orElseGet(() -> Viewing.as(
                        viewer, () -> tokens.issue(viewer, "Walk", 1).secret().text()));
    }

    /** The address that names what is not there; an id that is open stays apart from one that is made up. */
    private static String kept(Step step) {
        return step.random().replaceAll(commonId(step), "open");
    }

    private static String commonId(Step step) {
        var id = java.util.regex.Pattern.compile(ID).matcher(step.address());
        while (id.find()) {
            if (step.random().contains(id.group())) {
                return id.group();
            }
        }
        return "no such id";
    }

    private static void look(
            String person,
            Step step,
            Told told,
            Map<String, Set<String>> needles,
            Set<String> leaks,
            Map<String, Set<String>> heard) {
        String text = told.text().toLowerCase(Locale.ROOT);
        needles.forEach((needle, readers) -> {
            if (!step.address().contains(needle) && text.contains(needle.toLowerCase(Locale.ROOT))) {
                heard.computeIfAbsent(needle, none -> ConcurrentHashMap.newKeySet())
                        .add(person);
                if (!readers.contains(person)) {
                    leaks.add("%s tells %s of %s".formatted(step.address(), person, needle));
                }
            }
        });
    }

    /** Otherwise a walk that finds nothing would prove nothing. */
    private static Set<String> unheard(Map<String, Set<String>> needles, Map<String, Set<String>> heard) {
        Set<String> unheard = new TreeSet<>();
        for (Secret secret : Secret.values()) {
            for (String reader : secret.readers) {
                if (!heard.getOrDefault(secret.word(), Set.of()).contains(reader)) {
                    unheard.add(reader + " of " + secret.word());
                }
            }
        }
        needles.keySet().stream().filter(needle -> !heard.containsKey(needle)).forEach(unheard::add);
        return unheard;
    }

    private static Set<String> changed(Map<String, Map<String, Told>> before, Map<String, Map<String, Told>> after) {
        Set<String> changed = new TreeSet<>();
        before.forEach((person, told) -> told.forEach((address, was) -> {
            Step step = new Step(address, address, null, address);
            Told now = after.getOrDefault(person, Map.of()).get(address);
            if (!TOLD_TO_ALL.contains(address)
                    && (now == null || !now.shape(step).equals(was.shape(step)))) {
                changed.add(person + " " + address);
            }
        }));
        return changed;
    }

    private Map<String, Map<String, Told>> asked(List<String> people, List<Step> steps) {
        Map<String, Map<String, Told>> told = new LinkedHashMap<>();
        people.forEach(person -> {
            Map<String, Told> answers = told.computeIfAbsent(person, none -> new TreeMap<>());
            steps.forEach(step -> answers.put(step.address(), get(person, step.address())));
        });
        return told;
    }

    private interface Visit {
        void by(String person, Step step);
    }

    private static void everybody(Set<String> people, List<Step> steps, Visit visit) {
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> walks = new ArrayList<>();
            people.forEach(person -> steps.forEach(step -> walks.add(workers.submit(() -> visit.by(person, step)))));
            for (Future<?> walk : walks) {
                walk.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Told get(String person, String address) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .header("Authorization", "Bearer " + secrets.get(person))
                .build();
        try {
            HttpResponse<byte[]> reply = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(reply.statusCode()).as(person + " " + address).isLessThan(500);
            String headers = reply.headers().firstValue("content-disposition").orElse("")
                    + reply.headers().firstValue("location").orElse("")
                    + reply.headers().firstValue("hx-push-url").orElse("");
            return new Told(reply.statusCode(), headers + text(reply.body()));
        } catch (IOException broken) {
            throw new IllegalStateException(address, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What a person reads in it: of a PDF its text, of a workbook or a Word document all its parts. */
    private static String text(byte[] body) throws IOException {
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.startsWith("%PDF")) {
            try (var document = Loader.loadPDF(body)) {
                return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            }
        }
        if (!text.startsWith("PK")) {
            return text;
        }
        StringBuilder parts = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            while (zip.getNextEntry() != null) {
                parts.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts.toString();
    }
}
