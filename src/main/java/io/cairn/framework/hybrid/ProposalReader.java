package io.cairn.framework.hybrid;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Decimals;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Page;
import io.cairn.kernel.PersonRef;
import io.cairn.metric.Metric;
import io.cairn.metric.Metrics;
import io.cairn.metric.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads proposals with their metrics, two statements however many; row security leaves out what the viewer may not see. */
@Component
@Transactional(readOnly = true)
public class ProposalReader {
    private static final int SHOWN_DECIMALS = 6;
    private static final int MOST_TOLD = 500;

    private static final String SELECT = """
            select p.id, p.metric_id, p.trigger, p.period_start, p.period_end, p.value, p.suggested_objective, p.suggested_name,
                   p.baseline, p.target, p.comparator, p.stretch, c.id as cycle_id, c.name as cycle_name,
                   c.starts_on as cycle_starts_on, c.ends_on as cycle_ends_on, p.state, p.raised_on, p.decided_on,
                   d.id as decided_by_id, d.name as decided_by_name, p.reason, g.id as objective_id, g.title as objective_title,
                   p.recovered_on, p.recovered_after, p.version
              from hybrid.proposal p
              join metric.metric m on m.id = p.metric_id
              left join cycle.cycle c on c.id = p.cycle_id
              left join organization.person d on d.id = p.decided_by
              left join goal.goal g on g.id = p.objective_id
            """;

    private final JdbcClient db;
    private final Metrics metrics;

    ProposalReader(JdbcClient db, Metrics metrics) {
        this.db = db;
        this.metrics = metrics;
    }

    /** Which proposals are wanted; null means any. */
    public record Wanted(
            @Nullable ProposalState state,
            @Nullable UUID metric,
            @Nullable UUID owner) {
        public static final Wanted ANY = new Wanted(null, null, null);

        public static Wanted in(ProposalState state) {
            return new Wanted(state, null, null);
        }
    }

    /** @throws io.cairn.kernel.ProblemException NOT_FOUND where the viewer may not see it */
    public Proposal one(UUID proposal) {
        List<Row> rows = db.sql(SELECT + " where p.id = :id")
                .param("id", proposal)
                .query(ProposalReader::row)
                .list();
        return whole(rows).stream().findFirst().orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    /** Newest first. */
    public Page<Proposal> find(Wanted wanted, int limit, @Nullable UUID after) {
        List<Row> rows = db.sql(SELECT + """
                         where (:state::text is null or p.state = :state)
                           and (:metric::uuid is null or p.metric_id = :metric)
                           and (:owner::uuid is null or m.owner_id = :owner)
                           and (:after::uuid is null or p.id < :after)
                         order by p.id desc
                         limit :rows
                        """)
                .param("state", wanted.state() == null ? null : wanted.state().name())
                .param("metric", wanted.metric())
                .param("owner", wanted.owner())
                .param("after", after)
                .param("rows", limit + 1)
                .query(ProposalReader::row)
                .list();
        return Page.of(whole(rows), limit, proposal -> proposal.id().toString());
    }

    /** The newest that are decided, the latest decision first. */
    public List<Proposal> decided(int most) {
        return whole(db.sql(SELECT + " where p.state <> 'OPEN' order by p.decided_on desc, p.id desc limit :most")
                .param("most", most)
                .query(ProposalReader::row)
                .list());
    }

    /** Those raised from one day to another, earliest first; null means any day. */
    public List<Proposal> raised(@Nullable LocalDate first, @Nullable LocalDate last) {
        return whole(db.sql(SELECT + """
                         where (:first::date is null or p.raised_on >= :first)
                           and (:last::date is null or p.raised_on <= :last)
                         order by p.raised_on desc, p.id desc
                         limit :most
                        """)
                .param("first", first)
                .param("last", last)
                .param("most", MOST_TOLD)
                .query(ProposalReader::row)
                .list());
    }

    /** The open one of each of these metrics that has one. */
    public Map<UUID, Proposal> open(Collection<UUID> metricIds) {
        if (metricIds.isEmpty()) {
            return Map.of();
        }
        return whole(db.sql(SELECT + " where p.state = 'OPEN' and p.metric_id = any (:metrics::uuid[])")
                        .param("metrics", Ids.array(metricIds))
                        .query(ProposalReader::row)
                        .list())
                .stream()
                .collect(Collectors.toMap(proposal -> proposal.metric().id(), Function.identity()));
    }

    private List<Proposal> whole(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, Metric> about = metrics
                .of(rows.stream().map(Row::metric).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Metric::id, Function.identity()));
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(about.get(row.metric())).map(row.make()))
                .toList();
    }

    private record Row(UUID metric, Function<Metric, Proposal> make) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Trigger trigger = Trigger.valueOf(row.getString("trigger"));
        Period period = new Period(
                row.getObject("period_start", LocalDate.class), row.getObject("period_end", LocalDate.class));
        BigDecimal value = Decimals.plain(row.getBigDecimal("value").setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP));
        String objective = row.getString("suggested_objective");
        SuggestedKeyResult keyResult = new SuggestedKeyResult(
                row.getString("suggested_name"),
                Decimals.plain(row.getBigDecimal("baseline")),
                Decimals.plain(row.getBigDecimal("target")),
                Comparator.valueOf(row.getString("comparator")),
                Decimals.plainOrNull(row.getBigDecimal("stretch")));
        Proposal.InCycle cycle = cycle(row);
        ProposalState state = ProposalState.valueOf(row.getString("state"));
        LocalDate raisedOn = row.getObject("raised_on", LocalDate.class);
        LocalDate decidedOn = row.getObject("decided_on", LocalDate.class);
        UUID decider = row.getObject("decided_by_id", UUID.class);
        PersonRef decidedBy = decider == null
                ? null
                : new PersonRef(decider, Objects.requireNonNull(row.getString("decided_by_name")));
        String reason = row.getString("reason");
        UUID objectiveId = row.getObject("objective_id", UUID.class);
        String objectiveTitle = row.getString("objective_title");
        LocalDate recoveredOn = row.getObject("recovered_on", LocalDate.class);
        Integer recoveredAfter = row.getObject("recovered_after", Integer.class);
        int version = row.getInt("version");
        return new Row(
                row.getObject("metric_id", UUID.class),
                metric -> new Proposal(
                        id,
                        new Proposal.Named(metric.id(), metric.name()),
                        trigger,
                        period,
                        value,
                        objective,
                        keyResult,
                        cycle,
                        metric.sheet().owner(),
                        state,
                        raisedOn,
                        decidedOn,
                        decidedBy,
                        reason,
                        objectiveId,
                        objectiveTitle,
                        recoveredOn,
                        recoveredAfter,
                        version,
                        metric));
    }

    private static Proposal.@Nullable InCycle cycle(ResultSet row) throws SQLException {
        UUID id = row.getObject("cycle_id", UUID.class);
        return id == null
                ? null
                : new Proposal.InCycle(
                        id,
                        row.getString("cycle_name"),
                        row.getObject("cycle_starts_on", LocalDate.class),
                        row.getObject("cycle_ends_on", LocalDate.class));
    }
}
