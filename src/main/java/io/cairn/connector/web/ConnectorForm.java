package io.cairn.connector.web;

import io.cairn.connector.Connector;
import io.cairn.connector.ConnectorContent;
import io.cairn.connector.ConnectorKind;
import io.cairn.connector.Feed;
import io.cairn.connector.PeriodOf;
import io.cairn.connector.Settings;
import io.cairn.connector.Tls;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemList;
import io.cairn.web.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A connector as typed, by the names of its fields; what is written as the secret is read once and never shown again. */
public record ConnectorForm(ConnectorKind kind, Map<String, String> typed, int feeds, String secret) {
    private static final int MOST_FEEDS = 20;

    public ConnectorForm {
        typed = Map.copyOf(typed);
    }

    static ConnectorForm fresh(ConnectorKind kind) {
        return new ConnectorForm(kind, Map.of("enabled", "true", "everyMinutes", "1440"), 1, "");
    }

    static ConnectorForm of(Connector connector) {
        Map<String, String> typed = new TreeMap<>();
        Settings source = connector.source();
        typed.put("name", connector.name());
        put(typed, "source.host", source.host());
        put(typed, "source.port", source.port());
        put(typed, "source.database", source.database());
        put(typed, "source.user", source.user());
        put(typed, "source.tls", source.tls());
        put(typed, "source.url", source.url());
        put(typed, "source.headerName", source.headerName());
        put(typed, "source.query", source.query());
        put(typed, "source.rows", source.rows());
        put(typed, "source.hours", source.hours());
        put(typed, "source.stepMinutes", source.stepMinutes());
        for (int number = 0; number < connector.feeds().size(); number++) {
            Feed feed = connector.feeds().get(number);
            String at = "feeds[" + number + "].";
            put(typed, at + "metricId", feed.metricId());
            put(typed, at + "period", feed.period());
            put(typed, at + "periodAt", feed.periodAt());
            put(typed, at + "value", feed.value());
            put(typed, at + "numerator", feed.numerator());
            put(typed, at + "denominator", feed.denominator());
        }
        typed.put("everyMinutes", String.valueOf(connector.everyMinutes()));
        put(typed, "enabled", connector.enabled() ? "true" : null);
        typed.put("version", String.valueOf(connector.version()));
        return new ConnectorForm(connector.kind(), typed, connector.feeds().size(), "");
    }

    /** @throws io.cairn.kernel.ProblemException INVALID for text that nobody can type */
    static ConnectorForm posted(ConnectorKind kind, MultiValueMap<String, String> sent) {
        Map<String, String> typed = new TreeMap<>();
        sent.forEach((name, values) -> {
            String value = values.isEmpty() || values.getFirst() == null ? "" : values.getFirst();
            if (!PlainText.isClean(value)) {
                throw GeneralProblem.INVALID.at(name).exception();
            }
            typed.put(name, value.replace("\r\n", "\n"));
        });
        String secret = typed.getOrDefault("secret", "");
        typed.remove("secret");
        int feeds = 0;
        while (feeds < MOST_FEEDS && typed.containsKey("feeds[" + feeds + "].metricId")) {
            feeds++;
        }
        return new ConnectorForm(kind, typed, Math.max(feeds, 1), secret);
    }

    ConnectorForm withOneMoreFeed() {
        return new ConnectorForm(kind, typed, Math.min(feeds + 1, MOST_FEEDS), secret);
    }

    /** The same over what somebody else has saved meanwhile. */
    ConnectorForm at(int version) {
        Map<String, String> again = new TreeMap<>(typed);
        again.put("version", String.valueOf(version));
        return new ConnectorForm(kind, again, feeds, secret);
    }

    public String text(String field) {
        return typed.getOrDefault(field, "");
    }

    boolean removesSecret() {
        return text("removeSecret").equals("true");
    }

    int version() {
        return text("version").matches("\\d{1,9}") ? Integer.parseInt(text("version")) : 0;
    }

    /** @throws io.cairn.kernel.ProblemException where a number or a choice cannot be read */
    ConnectorContent content() {
        var problems = new ProblemList();
        var source = new Settings(
                given("source.host"),
                number(problems, "source.port"),
                given("source.database"),
                given("source.user"),
                choice(problems, "source.tls", Tls.class),
                given("source.url"),
                given("source.headerName"),
                given("source.query"),
                given("source.rows"),
                number(problems, "source.hours"),
                number(problems, "source.stepMinutes"));
        Integer every = number(problems, "everyMinutes");
        List<Feed> fed = fed(problems);
        problems.throwAny();
        boolean enabled = text("enabled").equals("true");
        return new ConnectorContent(given("name"), kind, source, secret.isEmpty() ? null : secret, fed, every, enabled);
    }

    /** A row in which nothing was written is none, unless it is the only one. */
    private List<Feed> fed(ProblemList problems) {
        List<Feed> read = new ArrayList<>();
        for (int number = 0; number < feeds; number++) {
            String at = "feeds[" + number + "].";
            var feed = new Feed(
                    id(problems, at + "metricId"),
                    choice(problems, at + "period", PeriodOf.class),
                    given(at + "periodAt"),
                    given(at + "value"),
                    given(at + "numerator"),
                    given(at + "denominator"));
            if (number == 0 || feed.metricId() != null || feed.value() != null || feed.numerator() != null) {
                read.add(feed);
            }
        }
        return read;
    }

    private @Nullable String given(String field) {
        String text = text(field);
        return text.isBlank() ? null : text;
    }

    private @Nullable Integer number(ProblemList problems, String field) {
        String text = text(field).strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,9}")) {
            problems.add(GeneralProblem.INVALID.saying("Write a whole number.").at(field));
            return null;
        }
        return Integer.valueOf(text);
    }

    private @Nullable UUID id(ProblemList problems, String field) {
        try {
            return text(field).isBlank() ? null : UUID.fromString(text(field));
        } catch (IllegalArgumentException forged) {
            problems.add(GeneralProblem.INVALID.at(field));
            return null;
        }
    }

    private <E extends Enum<E>> @Nullable E choice(ProblemList problems, String field, Class<E> type) {
        if (text(field).isBlank()) {
            return null;
        }
        E found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text(field)))
                .findFirst()
                .orElse(null);
        problems.when(found == null, GeneralProblem.INVALID.at(field));
        return found;
    }

    private static void put(Map<String, String> typed, String field, @Nullable Object value) {
        if (value != null) {
            typed.put(field, value.toString());
        }
    }

    @Override
    public String toString() {
        return "ConnectorForm[" + kind + "]";
    }
}
