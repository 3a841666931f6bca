package io.cairn.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.cairn.agreement.Agreements;
import io.cairn.agreement.Offer;
import io.cairn.agreement.Parties;
import io.cairn.agreement.Party;
import io.cairn.agreement.Subject;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import io.cairn.testing.TestDatabase;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;

/** Walks over every table there is, so that none is forgotten. */
@CairnTest
@TestPropertySource(properties = "cairn.test=tables of its own database")
@DirtiesContext
class RowSecurityTests {
    /** Tables the application has no right to at all, and why. */
    private static final Map<String, String> OUT_OF_REACH = Map.of(
            "access.credential", "passwords are compared by a door, never read",
            "access.attempt", "failed sign-ins are counted by doors, before anybody is known",
            "cairn_history.flyway_schema_history", "the owner's list of migrations");

    /** Tables that are protected, but not by a key or as a directory, and how. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "web.idempotent_reply", "each person's own replies, by person; without a person there are none",
            "metric.upload", "each person's own file, by person; the system forgets what is old",
            "template.preview", "each person's own file, by person; the system goes on with it and forgets what is old",
            "template.preview_row", "what becomes of its rows, by the same person",
            "template.remembered", "which rows a person's files became, by that person");

    /** Tables whose rows are of one kind of audience by a check of their own. */
    private static final Set<String> OF_ONE_KIND = Set.of(
            "access.token",
            "access.list_member",
            "incentive.payout",
            "incentive.payout_line",
            "incentive.payout_terms",
            "incentive.payout_run",
            "incentive.payment",
            "incentive.payment_batch");

    @Autowired
    TestDatabase database;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    Agreements agreements;

    record Table(String name, boolean secured, boolean readable, boolean owned, List<String> policies) {
        boolean byKey() {
            return policies.stream().anyMatch(policy -> policy.contains("audience_id"));
        }

        boolean isDirectory() {
            return policies.stream().anyMatch(policy -> policy.contains("access.keys()")) && !byKey();
        }
    }

    Cast cast;

    /** At least one row for every protected table. */
    @BeforeEach
    void fill() {
        cast = company.cast();
        company.with(Role.CHAMP);
        var goal = objective("Keep what we have");
        var parent = objective("Grow in the north");
        var measure = goal.body().path("measures").get(0);
        String path = "/api/v1/measures/" + measure.path("id").asString();
        ok(api.post(cast.leader(), "/api/v1/goals/" + goal.id() + "/activation", null));
        ok(api.post(cast.head(), "/api/v1/goals/" + goal.id() + "/smart-attestation", null));
        ok(api.post(
                cast.member(), "/api/v1/smart-worksheets", Map.of("title", "Answer each call", "firstStep", "Ring")));
        ok(api.post(cast.leader(), "/api/v1/goals/" + goal.id() + "/initiatives", Map.of("title", "Call them")));
        ok(api.post(cast.leader(), path + "/check-ins", Map.of("value", 90, "confidence", 8)));
        ok(api.put(
                cast.leader(),
                "/api/v1/goals/" + goal.id() + "/parents/" + parent.id(),
                Map.of("kind", "CONTRIBUTES")));
        int version = api.get(cast.leader(), path).body().path("version").asInt();
        ok(api.patch(cast.leader(), path, Map.of("version", version, "target", 93)));
        metrics(goal.id());
        connector();
        pay();
        agreement();
        plan(goal.id());
        payouts();
        run("insert into framework.off (framework) values ('sevens') on conflict do nothing");
        run("insert into metric.upload (id, person_id, name, content, digest, uploaded_at) values (gen_random_uuid(), '"
                + cast.member().id() + "', 'values.csv', '', '', '2026-08-15')");
        run("insert into framework.off (framework) values ('hoshin') on conflict do nothing");
        run("with sent as (insert into template.preview (id, person_id, template, name, content, missing, sent_at)"
                + " values (gen_random_uuid(), '" + cast.member().id()
                + "', 'smart-worksheet', 'a.csv', '', 0, '2026-08-15') returning id, person_id)"
                + " insert into template.preview_row (preview_id, person_id, place, part, sheet, line, kind, about, cells,"
                + " refusals) select id, person_id, 0, 0, 'a', 1, 'NONE', '', '[]', '[]' from sent");
        run("insert into template.remembered (person_id, file, item_id, sheet, line, row_digest, version) values ('"
                + cast.member().id() + "', 'a', gen_random_uuid(), 'a', 1, '', 1)");
        run("insert into access.list_member (list_id, person_id, audience_id) select l, '"
                + cast.member().id() + "', access.key('list', l::text) from gen_random_uuid() as l");
    }

    private void metrics(UUID goal) {
        var metric = metric("Renewal rate", null);
        metric("Renewal rate, doubled", "2 * {" + metric.id() + "}");
        ok(api.post(
                cast.leader(),
                "/api/v1/metrics/" + metric.id() + "/measurements",
                Map.of("periodStart", "2026-08-03", "value", 80)));
        ok(api.put(cast.leader(), "/api/v1/goals/" + goal + "/guardrails/" + metric.id(), Map.of()));
        dashboard(metric.id());
    }

    private void agreement() {
        var parties = Parties.of(
                new Party(cast.member().id(), "employee"),
                new Party(cast.leader().id(), "manager"));
        var offer = Offer.of(
                Audience.pair(cast.member().id()),
                JsonNodeFactory.instance.objectNode().put("target", 5),
                "");
        Viewing.as(
                cast.leader(), () -> agreements.offer(cast.leader(), new Subject("plan", Ids.next()), parties, offer));
    }

    private void plan(UUID served) {
        var made = ok(api.post(
                cast.leader(),
                "/api/v1/mbo-plans",
                Map.of(
                        "employeeId",
                        cast.member().id(),
                        "startsOn",
                        "2026-07-01",
                        "pays",
                        false,
                        "objectives",
                        List.of(Map.of("title", "Win rate in the north", "supports", List.of(served))))));
        run(
                "insert into mbo.dispute (plan_id, number, raised_by, raised_on, reason, audience_kind, audience_id) values ('"
                        + made.id() + "', 1, '" + cast.member().id()
                        + "', '2026-08-15', 'No', 'pair', access.key('pair', '"
                        + cast.member().id() + "'))");
        run("insert into mbo.company_objective (id, title, starts_on, ends_on, basis) values (gen_random_uuid(),"
                + " 'Company revenue', '2026-07-01', '2026-09-30', 'BOOLEAN')");
    }

    private void dashboard(UUID metric) {
        var made = ok(api.post(
                cast.leader(),
                "/api/v1/dashboards",
                Map.of("name", "Mine", "audience", "EVERYONE", "tiles", List.of(Map.of("metricId", metric)))));
        run("insert into kpi.beginning (person_id, dashboard_id, audience_kind, audience_id) values ('"
                + cast.leader().id() + "', '" + made.id() + "', 'account', access.key('account', '"
                + cast.leader().id() + "'))");
    }

    private void pay() {
        Viewer comp = company.with(Role.COMP);
        ok(api.post(
                comp,
                "/api/v1/bonus-targets",
                Map.of("personId", cast.leader().id(), "amount", 1, "basis", "YEAR", "effectiveFrom", "2026-01-01")));
        ok(api.post(
                comp,
                "/api/v1/bonus-pools",
                Map.of(
                        "name",
                        "Third quarter",
                        "periodStart",
                        "2026-07-01",
                        "periodEnd",
                        "2026-09-30",
                        "currency",
                        "EUR",
                        "amount",
                        1000,
                        "holderId",
                        cast.leader().id())));
        var points = List.of(Map.of("attainment", 1, "payout", 1));
        ok(api.post(comp, "/api/v1/payout-curves", Map.of("name", "Of " + comp.name(), "points", points)));
    }

    /** A run that paid one payout of one line. */
    private void payouts() {
        UUID member = cast.member().id();
        UUID run = UUID.randomUUID();
        UUID payout = UUID.randomUUID();
        run("""
                insert into incentive.payout_run (id, name, period_start, period_end, currency, budget, created_at, audience_id)
                values ('%1$s', 'Third quarter', '2026-07-01', '2026-09-30', 'EUR', 10, '2026-10-01', access.key('pay', '%1$s'));
                insert into incentive.payout (id, plan_id, employee_id, period_start, period_end, currency, target_amount,
                    modifier, gate, total, capped, late_override, estimates_differ, kind, submitted_at, explanation, audience_id)
                values ('%2$s', gen_random_uuid(), '%3$s', '2026-07-01', '2026-09-30', 'EUR', 10, 1, 1, 10, false, false, false,
                    'PLAN', '2026-10-01', '{}', access.key('pay', '%3$s'));
                insert into incentive.payout_line (payout_id, position, amount, label, audience_id)
                values ('%2$s', 1, 10, 'All', access.key('pay', '%3$s'));
                insert into incentive.payout_terms (payout_id, explanation, audience_id)
                values ('%2$s', '{}', access.key('pair', '%3$s'));
                insert into incentive.payment_batch (run_id, number, payments, total, paid_at, audience_id)
                values ('%1$s', 1, 1, 10, '2026-10-02', access.key('pay', '%1$s'));
                insert into incentive.payment (payout_id, run_id, batch, person_id, person_name, person_email, amount, currency,
                    audience_id)
                values ('%2$s', '%1$s', 1, '%3$s', 'Member', 'member@example.com', 10, 'EUR', access.key('pay', '%3$s'))
                """.formatted(run, payout, member));
    }

    /** Its secret straight into the table: no key is set here. */
    private void connector() {
        var metric = metric("Revenue", null);
        var made = ok(api.post(
                cast.leader(),
                "/api/v1/connectors",
                Map.of(
                        "name",
                        "Shop",
                        "kind",
                        "HTTP",
                        "source",
                        Map.of("url", "http://127.0.0.1/"),
                        "feeds",
                        List.of(Map.of("metricId", metric.id(), "value", "/v")),
                        "enabled",
                        false)));
        ok(api.post(cast.leader(), "/api/v1/connectors/" + made.id() + "/run", null));
        run(
                "insert into connector.secret (connector_id, sealed, typed_by, audience_id) select id, 'x', owner_id, audience_id from connector.connector"
                        + " on conflict do nothing");
        run("insert into connector.allowed_host (host, added_at, added_by) select 'db.internal', '2026-01-01', id"
                + " from organization.person limit 1 on conflict do nothing");
    }

    private Api.Reply metric(String name, @Nullable String formula) {
        var body = new HashMap<String, Object>(Map.of(
                "name",
                name,
                "direction",
                "HIGHER",
                "frequency",
                "WEEKLY",
                "targets",
                List.of(Map.of("from", "2026-01-01", "target", 92))));
        body.put("formula", formula);
        return ok(api.post(cast.leader(), "/api/v1/metrics", body));
    }

    private Api.Reply objective(String title) {
        return ok(api.post(cast.leader(), "/api/v1/goals", """
                {"framework": "okr", "title": "%s", "cycleId": "%s", "ownerTeamId": "%s", "leadId": "%s",
                 "level": "TEAM", "horizon": "TACTICAL", "ambition": "ASPIRATIONAL",
                 "sharedTeamIds": ["%s"], "contributorIds": ["%s"],
                 "measures": [{"name": "Renewal rate", "kind": "INCREASE", "nature": "VALUE", "unit": "%%",
                               "baseline": 88, "target": 92, "comparator": "GE", "weight": 1},
                              {"name": "Time to escalation", "kind": "DECREASE", "nature": "VALUE", "unit": "h",
                               "baseline": 30, "target": 24, "comparator": "LE", "weight": 1}]}
                """.formatted(
                        title,
                        cast.quarter().id(),
                        cast.team().id(),
                        cast.leader().id(),
                        cast.department().id(),
                        cast.member().id())));
    }

    private static Api.Reply ok(Api.Reply reply) {
        assertThat(reply.status()).as(reply.raw().body()).isBetween(200, 299);
        return reply;
    }

    @Test
    void everyTableIsProtectedOrOutOfReach() {
        List<String> open = new ArrayList<>();
        for (Table table : tables()) {
            if (OUT_OF_REACH.containsKey(table.name())) {
                assertThat(table.readable()).as(table.name()).isFalse();
            } else if (!table.secured()
                    || !(table.byKey() || table.isDirectory() || OTHERWISE.containsKey(table.name()))) {
                open.add(table.name());
            }
            assertThat(table.owned())
                    .as(table.name() + " belongs to the application")
                    .isFalse();
        }
        assertThat(open).isEmpty();
    }

    @Test
    void twoPoliciesNeverAddUp() {
        var doubled = past("""
                select polrelid::regclass || ' ' || polcmd::text from pg_policy where polpermissive group by polrelid, polcmd having count(*) > 1
                """);
        assertThat(doubled).isEmpty();
    }

    @Test
    void nobodyReadsAnythingWithoutEntering() {
        for (Table table : tables(table -> table.byKey() || table.isDirectory())) {
            assertThat(rows(table))
                    .as(table.name() + " is empty, so it would prove nothing")
                    .isPositive();
            assertThatThrownBy(() -> db.sql("select count(*) from " + table.name())
                            .query(Long.class)
                            .single())
                    .as(table.name())
                    .rootCause()
                    .hasMessageContaining("access.enter was not called");
        }
    }

    @Test
    void ofTwoWhoShareNothingEachSeesOnlyTheirOwn() {
        for (Table table : tables(Table::byKey)) {
            long rows = rows(table);
            keys(table)
                    .forEach(key -> run("update " + table.name() + " set " + key + " = access.key('pair', '"
                            + cast.member().id() + "')"));
            assertThat(seen(cast.member(), table)).as(table.name()).isEqualTo(rows);
            assertThat(seen(cast.leader(), table))
                    .as(table.name() + " by the manager")
                    .isEqualTo(rows);
            assertThat(seen(cast.head(), table))
                    .as(table.name() + " by the manager's manager")
                    .isZero();
            assertThat(seen(cast.stranger(), table)).as(table.name()).isZero();
            assertThat(changed(cast.stranger(), table))
                    .as(table.name() + " changed")
                    .isZero();
        }
    }

    @Test
    void directoriesAreReadByAllAndWrittenByFew() {
        for (Table table : tables(Table::isDirectory)) {
            assertThat(seen(cast.stranger(), table)).as(table.name()).isEqualTo(rows(table));
            assertThat(changed(cast.stranger(), table))
                    .as(table.name() + " changed")
                    .isZero();
        }
    }

    @Test
    void toReadAWholeKindIsNoRightToWriteIt() {
        Viewer hr = company.with(Role.HR);
        Viewer comp = company.with(Role.COMP);
        for (Table table : tables(table -> table.byKey() && !OF_ONE_KIND.contains(table.name()))) {
            long rows = rows(table);
            for (String kind : List.of("pair", "pay")) {
                keyTo(kind, table);
                for (Viewer reader : kind.equals("pair") ? List.of(hr) : List.of(hr, comp)) {
                    String what = reader.name() + " in " + table.name();
                    assertThat(seen(reader, table)).as(what).isEqualTo(rows);
                    assertThat(changed(reader, table)).as(what).isZero();
                    assertThat(refusalOf(
                                    reader,
                                    "insert into " + table.name() + " select * from " + table.name() + " limit 1"))
                            .as(what)
                            .isEqualTo("42501");
                }
            }
        }
    }

    @Test
    void whoReadsAWholeKindTellsTheJournalOfItInTheirOwnNameOnly() {
        String line = """
                insert into audit.entry (id, recorded_at, actor_id, actor_name, action, subject_kind, subject_id, summary,
                                         audience_kind, audience_id)
                values (gen_random_uuid(), '2026-08-15T10:00:00Z', '%s', 'Somebody', 'tried', 'goal', gen_random_uuid(),
                        'tried it', 'pair', access.key('pair', '%s'))
                """;
        Viewer hr = company.with(Role.HR);
        UUID subject = cast.member().id();
        assertThat(refusalOf(hr, line.formatted(hr.id(), subject))).isNull();
        assertThat(refusalOf(hr, line.formatted(cast.leader().id(), subject))).isEqualTo("42501");
        Viewer stranger = cast.stranger();
        assertThat(refusalOf(stranger, line.formatted(stranger.id(), subject))).isEqualTo("42501");
    }

    /** A table of its own, as a later module would protect it, inside a transaction that is undone. */
    @Test
    void aTableSaysWhichRolesWriteTheKindsTheyRead() throws SQLException {
        Viewer comp = company.with(Role.COMP);
        Viewer hr = company.with(Role.HR);
        try (var connection = database.superuser().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    create table goal.payout (id int, audience_kind text not null, audience_id uuid not null);
                    select access.protect('goal.payout', '{COMP}')
                    """);
            statement.execute("set local role cairn_app");
            assertThat(writes(statement, comp, "pay")).isTrue();
            assertThat(writes(statement, hr, "pay")).isFalse();
            assertThat(writes(statement, comp, "pair")).isFalse();
            assertThat(writes(statement, cast.member(), "pay")).isTrue();
            assertThat(writes(statement, cast.stranger(), "pay")).isFalse();
            connection.rollback();
        }
    }

    private boolean writes(Statement statement, Viewer viewer, String kind) throws SQLException {
        statement.execute("select access.enter('" + viewer.id() + "')");
        statement.execute("savepoint before");
        try {
            statement.execute("insert into goal.payout values (1, '%s', access.key('%s', '%s'))"
                    .formatted(kind, kind, cast.member().id()));
            return true;
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).isEqualTo("42501");
            statement.execute("rollback to savepoint before");
            return false;
        }
    }

    /** The state PostgreSQL refuses the statement with, null when it does not. */
    private @Nullable String refusalOf(Viewer viewer, String sql) {
        return Viewing.as(
                viewer,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    status.setRollbackOnly();
                    try {
                        db.sql(sql).update();
                        return null;
                    } catch (DataAccessException refused) {
                        return refused.getRootCause() instanceof SQLException e ? e.getSQLState() : fail(refused);
                    }
                }));
    }

    private void keyTo(String kind, Table table) {
        for (String key : keys(table)) {
            run("update %s set %s = '%s', %s = access.key('%s', '%s')"
                    .formatted(
                            table.name(),
                            key.replace("_id", "_kind"),
                            kind,
                            key,
                            kind,
                            cast.member().id()));
        }
    }

    /** A link carries two keys, its child's and its parent's. */
    private List<String> keys(Table table) {
        return past("""
                select column_name from information_schema.columns
                 where table_schema || '.' || table_name = '%s' and column_name like '%%audience_id'
                """.formatted(table.name()));
    }

    private long seen(Viewer viewer, Table table) {
        return as(
                viewer,
                () -> db.sql("select count(*) from " + table.name())
                        .query(Long.class)
                        .single());
    }

    /** How many rows a delete would take; one that is not granted takes none. */
    private long changed(Viewer viewer, Table table) {
        boolean granted = db.sql("select has_table_privilege(:table, 'delete')")
                .param("table", table.name())
                .query(Boolean.class)
                .single();
        return granted
                ? as(viewer, () -> (long) db.sql("delete from " + table.name()).update())
                : 0;
    }

    private long as(Viewer viewer, java.util.function.Supplier<Long> work) {
        Long result = Viewing.as(
                viewer,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    Long found = work.get();
                    status.setRollbackOnly();
                    return found;
                }));
        return result == null ? fail("nothing came back") : result;
    }

    private List<Table> tables(Predicate<Table> wanted) {
        return tables().stream().filter(wanted).toList();
    }

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        try (var connection = database.superuser().connect();
                var rows = connection.createStatement().executeQuery("""
                        select n.nspname || '.' || c.relname as name, c.relrowsecurity as secured,
                               has_any_column_privilege('cairn_app', c.oid, 'select,insert,update,references')
                                   or has_table_privilege('cairn_app', c.oid, 'delete,truncate,trigger') as readable,
                               pg_get_userbyid(c.relowner) = 'cairn_app' as owned,
                               array(select coalesce(pg_get_expr(p.polqual, p.polrelid), '')
                                            || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')
                                       from pg_policy p where p.polrelid = c.oid) as policies
                          from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind in ('r', 'p', 'm', 'v', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                         order by 1
                        """)) {
            while (rows.next()) {
                tables.add(new Table(
                        rows.getString("name"),
                        rows.getBoolean("secured"),
                        rows.getBoolean("readable"),
                        rows.getBoolean("owned"),
                        List.of((String[]) rows.getArray("policies").getArray())));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThat(tables).hasSizeGreaterThan(15);
        return tables;
    }

    private long rows(Table table) {
        return Long.parseLong(past("select count(*)::text from " + table.name()).getFirst());
    }

    private List<String> past(String sql) {
        try (var connection = database.superuser().connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) {
        try (var connection = database.superuser().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
