package io.cairn.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes as many metrics as are wanted, each with a target and weekly values up to August 2026. */
public final class ManyMetrics {
    private ManyMetrics() {}

    /** Straight into the tables, because it is about how much there is, not about how it came. */
    public static List<UUID> fill(TestDatabase database, UUID owner, int metrics, int weeks) throws SQLException {
        try (Connection connection = database.superuser().connect()) {
            List<UUID> made = metrics(connection, owner, metrics);
            values(connection, made, weeks);
            try (var analyze = connection.createStatement()) {
                analyze.execute("analyze metric.metric");
                analyze.execute("vacuum analyze metric.measurement");
            }
            return made;
        }
    }

    private static List<UUID> metrics(Connection connection, UUID owner, int count) throws SQLException {
        List<UUID> made = new ArrayList<>();
        try (var insert = connection.prepareStatement("""
                with made as (
                    insert into metric.metric (id, name, state, decimals, direction, frequency, time_aggregation,
                                               org_aggregation, level, owner_id, visibility, audience_kind, audience_id)
                    select gen_random_uuid(), 'Metric ' || n, 'ACTIVE', 1, 'HIGHER', 'WEEKLY', 'LAST', 'SUM', 'ORG', ?,
                           'PUBLIC_ORG', 'everyone', access.key('everyone', '')
                      from generate_series(1, ?) as n
                 returning id),
                targets as (
                    insert into metric.target (metric_id, id, from_on, target, comparator, recorded_at, audience_kind,
                                               audience_id)
                    select made.id, gen_random_uuid(), '2020-01-01', 500, 'GE', '2026-01-01', 'everyone',
                           access.key('everyone', '')
                      from made)
                select id from made order by id
                """)) {
            insert.setObject(1, owner);
            insert.setInt(2, count);
            var rows = insert.executeQuery();
            while (rows.next()) {
                made.add(rows.getObject(1, UUID.class));
            }
        }
        return made;
    }

    private static void values(Connection connection, List<UUID> metrics, int weeks) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into metric.measurement (metric_id, period_start, revision, period_end, value, status, source,
                                                recorded_at, audience_kind, audience_id)
                select m.id, w.start::date, 1, w.start::date + 6, (hashtext(m.id::text || w.start) & 1023)::numeric, 'FINAL',
                       'API', '2026-08-01', 'everyone', access.key('everyone', '')
                  from unnest(?::uuid[]) as m (id)
                 cross join generate_series(date '2026-08-03' - 7 * (? - 1), date '2026-08-03', interval '7 days') as w (start)
                """)) {
            insert.setArray(1, connection.createArrayOf("uuid", metrics.toArray()));
            insert.setInt(2, weeks);
            if (weeks > 0) {
                insert.executeUpdate();
            }
        }
    }
}
