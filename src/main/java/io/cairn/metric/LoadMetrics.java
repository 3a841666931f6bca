package io.cairn.metric;

import io.cairn.access.Audience;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The metrics a person sees, as a load needs them: found by id or name, with whether the person may enter their values. */
final class LoadMetrics {
    private final Map<UUID, Known> byId = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private @Nullable Map<String, Known> byName;

    /**
     * A metric that rows may name.
     *
     * @param refusal why it takes no values from this person; null where it does
     */
    record Known(
            UUID id,
            String name,
            String unit,
            ValueTerms terms,
            @Nullable Problem refusal,
            Audience key) {}

    private LoadMetrics() {}

    /** In one statement, as the viewer. */
    static LoadMetrics read(JdbcClient db, Viewer viewer) {
        LoadMetrics found = new LoadMetrics();
        boolean all = viewer.isAny(Role.EXEC, Role.CHAMP);
        db.sql("""
                select m.id, m.name, m.unit, m.frequency, m.time_aggregation, m.state, m.audience_kind, m.audience_id,
                       m.formula is not null or m.adds_up as computed,
                       :all or m.owner_id = access.person()
                       or m.owner_id in (select r.person_id from organization.reporting_line r
                                          where r.manager_id = access.person())
                       or coalesce(m.team_id in (
                              select l.team_id from organization.team_line l join organization.team led on led.id = l.above_id
                               where led.leader_id = access.person()), false) as mine
                  from metric.metric m
                """).param("all", all).withFetchSize(5000).query(row -> {
            Known known = known(row);
            found.byId.put(known.id(), known);
        });
        return found;
    }

    private static Known known(ResultSet row) throws SQLException {
        String unit = row.getString("unit");
        return new Known(
                row.getObject("id", UUID.class),
                row.getString("name"),
                unit,
                new ValueTerms(
                        Frequency.valueOf(row.getString("frequency")),
                        Aggregation.valueOf(row.getString("time_aggregation")),
                        unit.equals("%")),
                refusal(row),
                Audience.of(row.getString("audience_kind"), row.getObject("audience_id", UUID.class)));
    }

    private static @Nullable Problem refusal(ResultSet row) throws SQLException {
        if (!row.getBoolean("mine")) {
            return GeneralProblem.NOT_ALLOWED.problem();
        }
        if (!row.getString("state").equals(MetricState.ACTIVE.name())) {
            return MetricProblem.METRIC_NOT_ACTIVE.problem();
        }
        return row.getBoolean("computed") ? MetricProblem.METRIC_IS_COMPUTED.problem() : null;
    }

    @Nullable
    Known find(UUID id) {
        return byId.get(id);
    }

    /** @throws io.cairn.kernel.ProblemException METRIC_AMBIGUOUS where several that the person sees have the name */
    @Nullable
    Known named(String name) {
        String folded = folded(name);
        Known found = names().get(folded);
        if (ambiguous.contains(folded)) {
            throw MetricProblem.METRIC_AMBIGUOUS.exception();
        }
        return found;
    }

    private Map<String, Known> names() {
        Map<String, Known> names = byName;
        if (names == null) {
            names = new HashMap<>();
            for (Known known : byId.values()) {
                String folded = folded(known.name());
                if (names.put(folded, known) != null) {
                    ambiguous.add(folded);
                }
            }
            byName = names;
        }
        return names;
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
