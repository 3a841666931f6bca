package io.cairn.framework.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Viewing;
import io.cairn.framework.Visibility;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who learns what of a KPI, for every audience it can have, every role and every way to ask. */
@CairnTest
class MetricAudienceMatrixTests {
    /** Tables of a metric and the column that names it. */
    private static final Map<String, String> TABLES = Map.of(
            "metric.metric", "id",
            "metric.target", "metric_id",
            "metric.definition", "metric_id",
            "metric.measurement", "metric_id",
            "metric.alert", "metric_id",
            "audit.entry", "subject_id");

    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    Cast cast;
    Kpis kpis;
    Map<String, Viewer> viewers;
    String title;

    @BeforeEach
    void everybody() {
        cast = company.cast();
        kpis = new Kpis(api);
        title = "Matrix" + cast.team().id().toString().substring(24);
        viewers = new LinkedHashMap<>();
        viewers.put("employee", cast.member());
        viewers.put("manager", cast.leader());
        viewers.put("manager's manager", cast.head());
        viewers.put("colleague", cast.colleague());
        viewers.put("stranger", cast.stranger());
        viewers.put(
                "named", company.viewer(company.person("Named", null, List.of()).id()));
        for (Role role : Role.values()) {
            viewers.put(role.name(), company.with(role));
        }
    }

    private Set<String> readers(Visibility visibility) {
        return switch (visibility) {
            case PUBLIC_ORG -> viewers.keySet();
            case TEAM -> Set.of("employee", "manager", "manager's manager", "colleague", "EXEC", "CHAMP");
            case PRIVATE_PAIR_HR, PRIVATE_COMP -> Set.of("employee", "manager", "HR");
            case RESTRICTED_LIST -> Set.of("employee", "named", "HR");
        };
    }

    /** Of those who see it: its owner, who leads the owner or the team, the champion, executives. */
    private static final Set<String> WRITERS = Set.of("employee", "manager", "manager's manager", "EXEC", "CHAMP");

    @ParameterizedTest
    @EnumSource(names = "PRIVATE_COMP", mode = EnumSource.Mode.EXCLUDE)
    void everyWayToAskAnswersTheSamePeople(Visibility visibility) {
        UUID metric = metric(visibility);
        UUID dashboard =
                kpis.dashboard(cast.member(), title, Sharing.EVERYONE, metric).id();
        String base = "/api/v1/metrics/" + metric;
        viewers.forEach((who, viewer) -> {
            boolean reads = readers(visibility).contains(who);
            for (String path : List.of(
                    base,
                    base + "/measurements",
                    base + "/measurements?periodStart=2026-08-03",
                    base + "/series",
                    base + "/targets",
                    base + "/signals",
                    "/metrics/" + metric,
                    "/metrics/" + metric + "/explanation",
                    "/metrics/" + metric + "/values/2026-08-03")) {
                assertThat(api.get(viewer, path).status()).as(who + " " + path).isEqualTo(reads ? 200 : 404);
            }
            for (String path : List.of(
                    "/api/v1/metrics?q=" + title,
                    "/api/v1/metrics?owner=" + cast.member().id(),
                    "/api/v1/alerts?metricId=" + metric,
                    "/api/v1/journal?q=" + title,
                    "/api/v1/dashboards/" + dashboard,
                    "/metrics?q=" + title,
                    "/kpis?team=" + cast.team().id(),
                    "/kpis?person=" + cast.member().id(),
                    "/kpis/" + dashboard,
                    "/kpis/" + dashboard + "/wall",
                    "/hybrid?team=" + cast.team().id(),
                    "/teams/" + cast.team().id(),
                    "/people/" + cast.member().id())) {
                Reply reply = api.get(viewer, path);
                assertThat(reply.status()).as(who + " " + path).isEqualTo(200);
                boolean teams = path.contains("?team=") || path.contains("/teams/");
                boolean listed = reads && !(teams && visibility == Visibility.PRIVATE_PAIR_HR);
                String told = reply.raw().body();
                assertThat(told.contains(metric.toString()) || told.contains(title + " is ours"))
                        .as(who + " " + path)
                        .isEqualTo(listed);
            }
            if (!reads) {
                for (String path : List.of(
                        "/metrics/tree",
                        "/metrics/import/template",
                        "/metrics/entry",
                        "/alerts?show=ALL",
                        "/proposals",
                        "/")) {
                    assertThat(api.get(viewer, path).raw().body())
                            .as(who + " " + path)
                            .doesNotContain(title + " is", metric.toString());
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource(names = "PRIVATE_COMP", mode = EnumSource.Mode.EXCLUDE)
    void onlyThoseWhoAnswerForItWriteAndOthersLearnNothing(Visibility visibility) {
        UUID metric = metric(visibility);
        String base = "/api/v1/metrics/" + metric;
        String alert = api.get(cast.member(), "/api/v1/alerts?metricId=" + metric)
                .body()
                .at("/items/0/id")
                .asString();
        viewers.forEach((who, viewer) -> {
            boolean reads = readers(visibility).contains(who);
            if (reads && WRITERS.contains(who)) {
                return;
            }
            for (Reply refused : List.of(
                    api.patch(viewer, base, Map.of("name", "Taken over", "version", 1)),
                    api.post(viewer, base + "/measurements", Map.of("periodStart", "2026-08-10", "value", 1)),
                    api.post(viewer, base + "/targets", Map.of("from", "2026-01-01", "target", 1)),
                    api.post(viewer, "/api/v1/alerts/" + alert + "/acknowledgement", null))) {
                assertThat(refused.status()).as(who).isEqualTo(reads ? 403 : 404);
                assertThat(refused.code()).as(who).isEqualTo(reads ? "NOT_ALLOWED" : "NOT_FOUND");
            }
            Reply loaded = api.stream(
                    viewer,
                    "/api/v1/measurements",
                    "text/csv",
                    HttpRequest.BodyPublishers.ofString("metricId,periodStart,value\n" + metric + ",2026-08-10,1\n"));
            assertThat(loaded.status()).as(who).isEqualTo(422);
            if (!reads) {
                assertThat(loaded.raw().body()).doesNotContain(title);
                Map<String, Object> below = Kpis.with(Kpis.weekly("Below"), "parentId", metric);
                Map<String, Object> made = Kpis.with(Kpis.weekly("Made"), "formula", "{" + metric + "} * 2");
                for (Reply refused : List.of(
                        api.post(viewer, "/api/v1/metrics", below),
                        api.post(viewer, "/api/v1/metrics", made),
                        api.post(
                                viewer,
                                "/api/v1/dashboards",
                                Map.of("name", "Peep", "audience", "PRIVATE", "tiles", Kpis.tiles(metric))))) {
                    assertThat(refused.status()).as(who + refused.raw().body()).isEqualTo(422);
                    assertThat(refused.raw().body()).as(who).doesNotContain(title);
                }
            }
        });
        assertThat(api.get(cast.member(), base).body().path("version").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = "PRIVATE_COMP", mode = EnumSource.Mode.EXCLUDE)
    void theTablesThemselvesShowTheSame(Visibility visibility) {
        UUID metric = metric(visibility);
        viewers.forEach((who, viewer) -> {
            boolean reads = readers(visibility).contains(who);
            TABLES.forEach((table, column) -> {
                Long rows = Viewing.as(
                        viewer,
                        () -> transaction.execute(
                                status -> db.sql("select count(*) from " + table + " where " + column + " = :metric")
                                        .param("metric", metric)
                                        .query(Long.class)
                                        .single()));
                assertThat(rows).as(who + " " + table).matches(count -> reads ? count > 0 : count == 0);
            });
        });
    }

    /** One that turned red. */
    private UUID metric(Visibility visibility) {
        boolean own = visibility == Visibility.PRIVATE_PAIR_HR;
        Map<String, Object> body = Kpis.aimed(Kpis.weekly(title + " is ours"), 92, 88);
        body.put("audience", visibility);
        body.put("level", own ? "INDIVIDUAL" : "TEAM");
        if (!own) {
            body.put("teamId", cast.team().id());
        }
        if (visibility == Visibility.RESTRICTED_LIST) {
            body.put("readerIds", List.of(viewers.get("named").id()));
        }
        return kpis.metric(cast.member(), body, 95, 80);
    }
}
