package io.cairn.metric;

import io.cairn.kernel.Ids;
import io.cairn.kernel.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The active metrics of people and teams, worst first. */
@Component
@Transactional(readOnly = true)
public class MetricConcerns {
    private static final String WORST_FIRST = """
             order by array_position(array['RED', 'AMBER', 'STALE', 'NO_DATA', 'MONITOR', 'GREEN'], m.status), m.score, m.name, m.id
             limit :most
            """;

    private final JdbcClient db;
    private final MetricReader reader;

    MetricConcerns(JdbcClient db, MetricReader reader) {
        this.db = db;
        this.reader = reader;
    }

    /** Those that one of these people owns, or that belong to one of these teams or a team below it. */
    public List<Metric> of(Collection<UUID> owners, Collection<UUID> teams, int most) {
        return find(owners, teams, false, most);
    }

    /** Those that are off target among what the viewer owns and what belongs to the teams they lead. */
    public List<Metric> offTarget(Viewer viewer, int most) {
        List<UUID> led = viewer.teams().stream()
                .filter(Viewer.Team::leads)
                .map(Viewer.Team::id)
                .toList();
        return find(List.of(viewer.id()), led, true, most);
    }

    private List<Metric> find(Collection<UUID> owners, Collection<UUID> teams, boolean offTarget, int most) {
        return db.sql(MetricReader.COLUMNS + MetricReader.FROM + """
                         where m.state = 'ACTIVE'
                           and (m.owner_id = any (:owners::uuid[])
                                or m.team_id = any (array(select l.team_id from organization.team_line l
                                                           where l.above_id = any (:teams::uuid[]))))
                           and (not :offTarget or m.status = 'RED')
                        """ + WORST_FIRST)
                .param("owners", Ids.array(owners))
                .param("teams", Ids.array(teams))
                .param("offTarget", offTarget)
                .param("most", most)
                .query(reader::metric)
                .list();
    }
}
