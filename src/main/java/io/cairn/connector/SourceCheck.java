package io.cairn.connector;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a connector's settings; what is wrong is told at {@code source.…}. */
final class SourceCheck {
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_QUERY = 10_000;
    private static final int A_YEAR_OF_HOURS = 366 * 24;
    private static final int A_WEEK_OF_MINUTES = 7 * 24 * 60;
    private static final Pattern READS =
            Pattern.compile("(select|with|values|table)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern WRITES_FILES = Pattern.compile("\\b(outfile|dumpfile)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Set<String> NOT_OURS = Set.of(
            "host",
            "connection",
            "content-length",
            "content-type",
            "transfer-encoding",
            "accept-encoding",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "proxy-authorization");

    private final ProblemList problems;

    SourceCheck(ProblemList problems) {
        this.problems = problems;
    }

    /** Null when something is wrong, which is then among the problems. */
    @Nullable
    Source read(ConnectorKind kind, Settings settings) {
        int before = problems.found().size();
        Source source =
                switch (kind) {
                    case POSTGRESQL -> sql(kind, settings, 5432);
                    case MARIADB -> sql(kind, settings, 3306);
                    case HTTP -> http(settings);
                    case PROMETHEUS -> prometheus(settings);
                };
        return problems.found().size() == before ? source : null;
    }

    private @Nullable Source sql(ConnectorKind kind, Settings given, int usualPort) {
        HostName host = host(given.host());
        int port = number("source.port", given.port(), usualPort, 1, 65_535);
        String database = problems.text("source.database", given.database(), LONGEST_NAME);
        String user = problems.text("source.user", given.user(), LONGEST_NAME);
        String query = query(given.query());
        boolean reads = READS.matcher(query).matches()
                && query.indexOf(';') < 0
                && !WRITES_FILES.matcher(query).find();
        problems.when(!query.isEmpty() && !reads, ConnectorProblem.ONE_QUERY.at("source.query"));
        Tls tls = given.tls() == null ? Tls.VERIFIED : given.tls();
        return host == null ? null : new Source.Sql(kind, host, port, database, user, tls, query);
    }

    private @Nullable Source http(Settings given) {
        Endpoint endpoint = endpoint(given.url());
        String rows = problems.optionalText("source.rows", given.rows(), 500);
        problems.when(!JsonRows.isPointer(rows), ConnectorProblem.INVALID_POINTER.at("source.rows"));
        String header = header(given.headerName());
        return endpoint == null ? null : new Source.Http(endpoint, header, rows);
    }

    private @Nullable Source prometheus(Settings given) {
        Endpoint base = endpoint(given.url());
        boolean hasQuery = base != null && base.target().indexOf('?') >= 0;
        problems.when(hasQuery, ConnectorProblem.INVALID_ADDRESS.at("source.url"));
        String query = query(given.query());
        String header = header(given.headerName());
        int hours = number("source.hours", given.hours(), 0, 0, A_YEAR_OF_HOURS);
        int step = number("source.stepMinutes", given.stepMinutes(), 60, 1, A_WEEK_OF_MINUTES);
        return base == null ? null : new Source.Prometheus(base, header, query, hours, step);
    }

    private @Nullable HostName host(@Nullable String typed) {
        String text = problems.text("source.host", typed, 255);
        Optional<HostName> host = HostName.of(text);
        problems.when(!text.isEmpty() && host.isEmpty(), ConnectorProblem.INVALID_HOST.at("source.host"));
        return host.orElse(null);
    }

    private @Nullable Endpoint endpoint(@Nullable String typed) {
        String text = problems.text("source.url", typed, Endpoint.LONGEST);
        Optional<Endpoint> endpoint = Endpoint.of(text);
        problems.when(!text.isEmpty() && endpoint.isEmpty(), ConnectorProblem.INVALID_ADDRESS.at("source.url"));
        return endpoint.orElse(null);
    }

    private String header(@Nullable String typed) {
        String name = problems.optionalText("source.headerName", typed, 100);
        boolean settable =
                name.isEmpty() || HEADER.matcher(name).matches() && !NOT_OURS.contains(name.toLowerCase(Locale.ROOT));
        problems.when(!settable, ConnectorProblem.INVALID_HEADER.at("source.headerName"));
        return name;
    }

    /** Over several lines, and without the semicolon people put at the end. */
    private String query(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip().replaceFirst("[;\\s]+\\z", "");
        problems.when(text.isEmpty(), GeneralProblem.REQUIRED.at("source.query"));
        problems.when(
                text.length() > LONGEST_QUERY,
                GeneralProblem.INVALID
                        .saying("Use at most " + LONGEST_QUERY + " characters.")
                        .at("source.query"));
        return text;
    }

    private int number(String field, @Nullable Integer given, int usual, int least, int most) {
        int number = given == null ? usual : given;
        problems.when(
                number < least || number > most,
                GeneralProblem.INVALID
                        .saying("Write a whole number from " + least + " to " + most + ".")
                        .at(field));
        return number;
    }
}
