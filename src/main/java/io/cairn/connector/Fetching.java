package io.cairn.connector;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Fetches rows from a source: within limits of place, time and size, and outside of any transaction. */
@Component
class Fetching {
    private static final Limits USUAL = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30));
    private final Reach reach;
    private final OwnDatabase own;
    private final Limits limits;

    /**
     * @param connect for connecting, and for any silence of an HTTP source
     * @param whole for everything
     */
    record Limits(Duration connect, Duration whole) {}

    /**
     * What is asked.
     *
     * @param places in a row; only JSON needs them
     * @param until the moment a Prometheus query is about
     * @param allowed private hosts that may be reached all the same
     */
    record Question(Source source, @Nullable String secret, List<String> places, Instant until, Set<String> allowed) {
        @Override
        public String toString() {
            return "Question[" + source + "]";
        }
    }

    @Autowired
    Fetching(OwnDatabase own) {
        this(new Reach(java.net.InetAddress::getAllByName), own, USUAL);
    }

    Fetching(Reach reach, OwnDatabase own, Limits limits) {
        this.reach = reach;
        this.own = own;
        this.limits = limits;
    }

    /** @throws io.cairn.kernel.ProblemException at the field that the failure speaks of */
    Rows fetch(Question question) {
        return Limited.within(limits.whole(), limited -> switch (question.source()) {
            case Source.Sql sql -> sql(sql, question, limited);
            case Source.Http http ->
                JsonRows.of(
                        JsonRows.read(answer(http.endpoint(), http.header(), question, limited)),
                        http.rows(),
                        question.places());
            case Source.Prometheus prometheus ->
                PrometheusRows.of(JsonRows.read(answer(
                        PrometheusRows.address(prometheus, question.until()), prometheus.header(), question, limited)));
        });
    }

    private Rows sql(Source.Sql sql, Question question, Limited limited) throws Exception {
        Destination destination = reach.pin(sql.host(), sql.port(), question.allowed(), "source.host");
        boolean postgres = sql.kind() == ConnectorKind.POSTGRESQL;
        if (postgres && own.isAt(destination, sql.database())) {
            throw ConnectorProblem.OWN_DATABASE.at("source.database").exception();
        }
        Wire wire = limited.holding(new Wire(destination, HttpAnswer.MOST_BYTES));
        Duration statement = limits.whole().minus(limits.connect());
        return new SqlRows(sql, wire, limits.connect(), statement)
                .read(question.secret(), connection -> postgres && own.isBehind(connection));
    }

    private byte[] answer(Endpoint endpoint, String header, Question question, Limited limited) {
        Destination destination = reach.pin(endpoint.host(), endpoint.port(), question.allowed(), "source.url");
        return new HttpAnswer(destination, limits.connect()).get(endpoint, header, question.secret(), limited);
    }
}
