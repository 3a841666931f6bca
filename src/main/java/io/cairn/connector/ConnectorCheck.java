package io.cairn.connector;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what was written about a connector and tells all that is wrong with it at once. */
final class ConnectorCheck {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SECRET = 4000;
    private static final int LONGEST_PLACE = 200;
    private static final int MOST_FEEDS = 20;
    private static final int A_DAY = 24 * 60;
    private static final int A_WEEK = 7 * A_DAY;

    private ConnectorCheck() {}

    /** A connector found sound; {@code content} has every usual value filled in and no secret. */
    record Checked(
            ConnectorContent content,
            Source source,
            @Nullable String secret) {
        String name() {
            return java.util.Objects.requireNonNull(content.name());
        }

        List<Feed> feeds() {
            return java.util.Objects.requireNonNull(content.feeds());
        }

        int everyMinutes() {
            return java.util.Objects.requireNonNull(content.everyMinutes());
        }

        boolean enabled() {
            return Boolean.TRUE.equals(content.enabled());
        }

        @Override
        public String toString() {
            return "Checked[" + content + "]";
        }
    }

    /** @throws io.cairn.kernel.ProblemException with all that is wrong */
    static Checked read(ConnectorContent given) {
        var problems = new ProblemList();
        String name = problems.text("name", given.name(), LONGEST_NAME);
        problems.when(given.kind() == null, GeneralProblem.REQUIRED.at("kind"));
        problems.when(given.source() == null, GeneralProblem.REQUIRED.at("source"));
        Source source = given.kind() == null || given.source() == null
                ? null
                : new SourceCheck(problems).read(given.kind(), given.source());
        String secret = secret(problems, given);
        List<Feed> feeds = feeds(problems, given);
        int every = given.everyMinutes() == null ? A_DAY : given.everyMinutes();
        problems.when(
                every < 5 || every > A_WEEK,
                GeneralProblem.INVALID
                        .saying("Write a whole number from 5 to " + A_WEEK + ".")
                        .at("everyMinutes"));
        problems.throwAny();
        boolean enabled = given.enabled() == null || given.enabled();
        var content = new ConnectorContent(name, given.kind(), given.source(), null, feeds, every, enabled);
        return new Checked(content, java.util.Objects.requireNonNull(source), secret);
    }

    private static @Nullable String secret(ProblemList problems, ConnectorContent given) {
        String secret = given.secret();
        if (secret == null || secret.isEmpty()) {
            return null;
        }
        boolean http = given.kind() != null && !given.kind().isDatabase();
        boolean plain = secret.chars().allMatch(c -> c >= ' ' && c != 127 && (c < 127 || !http));
        problems.when(
                !plain || secret.length() > LONGEST_SECRET,
                GeneralProblem.INVALID
                        .saying("Use up to 4,000 plain characters on one line.")
                        .at("secret"));
        Settings source = given.source();
        boolean nowhere = http
                && source != null
                && (source.headerName() == null || source.headerName().isBlank());
        problems.when(
                nowhere,
                GeneralProblem.REQUIRED
                        .saying("Name the header that carries the secret, such as Authorization.")
                        .at("source.headerName"));
        return secret;
    }

    private static List<Feed> feeds(ProblemList problems, ConnectorContent given) {
        List<Feed> feeds = given.feeds() == null ? List.of() : given.feeds();
        problems.when(feeds.isEmpty(), ConnectorProblem.FEED_REQUIRED.at("feeds"));
        problems.when(
                feeds.size() > MOST_FEEDS,
                GeneralProblem.INVALID.saying("Feed at most 20 metrics.").at("feeds"));
        boolean json = given.kind() == ConnectorKind.HTTP;
        List<Feed> read = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int number = 0; number < Math.min(feeds.size(), MOST_FEEDS); number++) {
            Feed feed = feeds.get(number);
            String at = "feeds[" + number + "].";
            problems.when(feed.metricId() == null, ConnectorProblem.FEED_REQUIRED.at(at + "metricId"));
            problems.when(
                    feed.metricId() != null && !seen.add(feed.metricId()),
                    ConnectorProblem.SAME_FEED.at(at + "metricId"));
            read.add(feed(problems, feed, at, json));
        }
        return read;
    }

    private static Feed feed(ProblemList problems, Feed feed, String at, boolean json) {
        PeriodOf period = feed.period() == null ? PeriodOf.LAST_COMPLETED : feed.period();
        boolean byColumn = period == PeriodOf.COLUMN;
        String periodAt = byColumn ? place(problems, at + "periodAt", feed.periodAt(), json) : null;
        problems.when(byColumn && periodAt == null, GeneralProblem.REQUIRED.at(at + "periodAt"));
        String value = place(problems, at + "value", feed.value(), json);
        String numerator = place(problems, at + "numerator", feed.numerator(), json);
        String denominator = place(problems, at + "denominator", feed.denominator(), json);
        problems.when(
                value == null && numerator == null && denominator == null,
                ConnectorProblem.VALUE_REQUIRED.at(at + "value"));
        problems.when(
                value != null && (numerator != null || denominator != null),
                ConnectorProblem.VALUE_REQUIRED
                        .saying("Name the value, or numerator and denominator, not both.")
                        .at(at + "value"));
        problems.when(numerator == null && denominator != null, GeneralProblem.REQUIRED.at(at + "numerator"));
        problems.when(numerator != null && denominator == null, GeneralProblem.REQUIRED.at(at + "denominator"));
        return new Feed(feed.metricId(), period, periodAt, value, numerator, denominator);
    }

    /** Nothing typed is no place. */
    private static @Nullable String place(ProblemList problems, String field, @Nullable String typed, boolean json) {
        String text = problems.optionalText(field, typed, LONGEST_PLACE);
        if (text.isEmpty()) {
            return null;
        }
        problems.when(json && !JsonRows.isPointer(text), ConnectorProblem.INVALID_POINTER.at(field));
        return text;
    }
}
