package io.cairn.journey;

import io.cairn.database.DatabaseLogin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Finds the demo's people and things by their words, past row security. */
record DemoIds(JdbcClient db) {
    static DemoIds in(DatabaseLogin login) {
        return new DemoIds(JdbcClient.create(new DriverManagerDataSource(login.url(), login.user(), login.password())));
    }

    String goal(String begins) {
        return one("select id from goal.goal where title like ? || '%'", begins);
    }

    String measure(String name) {
        return one("select id from goal.measure where name = ?", name);
    }

    String initiative(String title) {
        return one("select id from goal.initiative where title = ?", title);
    }

    String latestCheckIn(String email) {
        return one("""
                select c.entry_id from goal.check_in c join organization.person p on p.id = c.author_id
                 where p.email = ? order by c.recorded_at desc limit 1
                """, email);
    }

    String person(String email) {
        return one("select id from organization.person where email = ?", email);
    }

    String team(String name) {
        return one("select id from organization.team where name = ?", name);
    }

    String connector(String name) {
        return one("select id from connector.connector where name = ?", name);
    }

    String curve(String name) {
        return one("select id from incentive.payout_curve where name = ?", name);
    }

    String payoutRun(String name) {
        return one("select id from incentive.payout_run where name = ?", name);
    }

    /** One that is paid, and neither Noah's nor Kai's nor Lucy's nor of those they lead. */
    String paidPayout() {
        return one("""
                select p.id from incentive.payout p join organization.person e on e.id = p.employee_id
                 where p.state = ? and e.email not in ('noah@example.com', 'kai@example.com', 'lucy@example.com')
                   and p.manager_id not in (select id from organization.person
                                             where email in ('noah@example.com', 'kai@example.com', 'lucy@example.com'))
                 order by p.id limit 1
                """, "PAID");
    }

    String pool(String name) {
        return one("select id from incentive.pool where name = ?", name);
    }

    String cycle(String name) {
        return one("select id from cycle.cycle where name = ?", name);
    }

    String metric(String name) {
        return one("select id from metric.metric where name = ?", name);
    }

    String dashboard(String name) {
        return one("select id from kpi.dashboard where name = ?", name);
    }

    /** The plan of this person that ends last. */
    String plan(String email) {
        return one("""
                select p.id from mbo.plan p join organization.person e on e.id = p.employee_id
                 where e.email = ? order by p.ends_on desc, p.id limit 1
                """, email);
    }

    private String one(String sql, String words) {
        return db.sql(sql).param(words).query(String.class).single();
    }
}
