package io.cairn.metric;

import io.cairn.kernel.Ids;
import io.cairn.kernel.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The active metrics of people and teams, worst first. */
@Component
@Transactional(readOnly = true)
public class MetricConcerns {
    private static final String CONCERNING = """
             m.state = 'ACTIVE' and 'kpi' <> all ((select framework.unused())::text[])
             and (m.owner_id = any (:owners::uuid[])
                  or m.team_id = any (array(select l.team_id from organization.team_line l
                                             where l.above_id = any (:teams::uuid[]))))
            """;

    private final JdbcClient db;
    private final MetricReader reader;

    MetricConcerns(JdbcClient db, MetricReader reader) {
        this.db = db;
        this.reader = reader;
    }

    /** Those that one of these people owns, or that belong to one of these teams or a team below it. */
    public List<Metric> of(Collection<UUID> owners, Collection<UUID> teams, int most) {
        return db.sql(MetricReader.COLUMNS + MetricReader.FROM + " where " + CONCERNING + """
                         order by array_position(array['RED', 'AMBER', 'STALE', 'NO_DATA', 'MONITOR', 'GREEN'], m.status),
                                  m.score, m.name, m.id
                         limit :most
                        """)
                .param("owners", Ids.array(owners))
                .param("teams", Ids.array(teams))
                .param("most", most)
                .query(reader::metric)
                .list();
    }

    /** @param worst off target, the worst first */
    public record OffTarget(List<Metric> worst, Map<UUID, Metric> besides) {}

    private record Found(Metric metric, boolean worst) {}

    /**
     * Those that are off target among what the viewer owns and what belongs to the teams they lead; one statement.
     *
     * @param besides what is wanted whatever it says
     */
    public OffTarget offTarget(Viewer viewer, int most, Collection<UUID> besides) {
        List<UUID> led = viewer.teams().stream()
                .filter(Viewer.Team::leads)
                .map(Viewer.Team::id)
                .toList();
        List<Found> found = db.sql("""
                        with worst as materialized (
                            select m.id, m.score, m.name
                              from metric.metric m
                             where m.status = 'RED' and
                        """ + CONCERNING + """
                             order by m.score, m.name, m.id
                             limit :most)
                        """ + MetricReader.COLUMNS + ", w.id is not null as worst"
                        + MetricReader.FROM + """
                          left join worst w on w.id = m.id
                         where w.id is not null or m.id = any (:besides::uuid[])
                         order by w.score, w.name, w.id
                        """)
                .param("owners", Ids.array(List.of(viewer.id())))
                .param("teams", Ids.array(led))
                .param("besides", Ids.array(besides))
                .param("most", most)
                .query((row, number) -> new Found(reader.metric(row, number), row.getBoolean("worst")))
                .list();
        return new OffTarget(
                found.stream().filter(Found::worst).map(Found::metric).toList(),
                found.stream().map(Found::metric).collect(Collectors.toMap(Metric::id, Function.identity())));
    }
}
