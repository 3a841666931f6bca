package io.cairn.journey;

import static io.cairn.journey.Sample.Who.KAI;
import static io.cairn.journey.Sample.Who.NINA;
import static io.cairn.journey.Sample.Who.NOAH;
import static io.cairn.journey.Sample.hidden;
import static io.cairn.journey.Sample.only;
import static io.cairn.journey.Sample.open;

import io.cairn.journey.Sample.Who;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every address there is, at least once, with ids of the demo's company. */
final class SamplePages {
    private static final Set<Who> LEADER = Set.of(NOAH);
    private static final Set<Who> ADMINISTRATOR = Set.of(KAI);
    private static final Set<Who> COMPENSATION = Set.of(NINA);

    private final DemoIds ids;

    SamplePages(DemoIds ids) {
        this.ids = ids;
    }

    /** What has no page of its own. */
    static final Set<String> WITHOUT_PAGE = Set.of(
            "/error", // shown in place of other addresses: those below that refuse
            "/assets/**", // styles, script, fonts
            "/metrics/import/template", // a file
            "/payout-runs/{id}/export.csv", // a file
            "/templates/{key}/files/{file}", // a file
            "/templates/{key}/archives/{format}", // files
            "/payout-runs/{id}/export.xlsx", // a file
            "/plans/{plan}/statement.pdf", // a file
            "/plans/{plan}/statement.docx", // a file
            "/set-up" // leads away once it is done; its journey is SetUpJourneyTests'
            );

    /** The five that are used most. */
    List<String> main() {
        String retention = ids.goal("Improve revenue retention");
        return List.of("/", "/check-in", "/objectives", "/objectives/" + retention, "/people");
    }

    List<Sample> all(String oneTimeLink) {
        return Stream.of(
                        goals(),
                        figures(),
                        hybrid(),
                        frameworks(),
                        kpis(),
                        metrics(),
                        connectors(),
                        pay(),
                        plans(),
                        smart(),
                        organisation(),
                        administration(),
                        templates(),
                        access(oneTimeLink))
                .flatMap(List::stream)
                .toList();
    }

    private List<Sample> goals() {
        String retention = ids.goal("Improve revenue retention");
        String annual = ids.goal("Annual revenue");
        return List.of(
                Sample.all("/"),
                Sample.all("/check-in"),
                Sample.all("/objectives"),
                Sample.all("/objectives", "?cycle=" + ids.cycle("FY2026") + "&sort=HEALTH"),
                Sample.all("/objectives", "?q=no+such+words"),
                Sample.all("/goals/new"),
                Sample.all("/goals/new", "?answers=person.pay.teams&title=Improve+revenue+retention"),
                only(Set.of(NOAH, KAI, NINA), "/objectives/new", "?answers=person.pay&title=Win+the+north"),
                only(Set.of(NOAH, KAI, NINA), "/objectives/new"),
                Sample.all("/metrics/entry"),
                Sample.all("/metrics/entry", "?frequency=DAILY&q=no+such+words"),
                Sample.all("/metrics/import"),
                Sample.all("/objectives/{goal}", retention),
                Sample.all("/objectives/{goal}", retention, "?view=table"),
                Sample.all("/objectives/{goal}", annual),
                Sample.all("/objectives/{goal}", ids.goal("Keep our people growing")),
                Sample.all("/objectives/{goal}", ids.goal("Increase social media followers")),
                hidden("/objectives/{goal}", ids.goal("Launch a new product line")),
                Sample.all("/objectives/{goal}/check-ins", retention),
                only(LEADER, "/objectives/{id}/edit", retention),
                only(LEADER, "/objectives/{goal}/links/new", retention),
                only(LEADER, "/objectives/{goal}/links/{parent}", retention, annual),
                only(LEADER, "/objectives/{goal}/initiatives/new", retention),
                only(LEADER, "/initiatives/{id}/edit", ids.initiative("Visit each of the ten largest accounts")),
                only(LEADER, "/check-ins/{id}/edit", ids.latestCheckIn("noah@example.com")));
    }

    private List<Sample> hybrid() {
        return List.of(
                Sample.all("/hybrid"),
                Sample.all("/hybrid", "?team=" + ids.team("Customer Success") + "&cycle=" + ids.cycle("2026 Q3")),
                Sample.all("/hybrid/report"),
                Sample.all("/proposals"),
                only(LEADER, "/objectives/{goal}/guardrails/new", ids.goal("Improve revenue retention")));
    }

    private List<Sample> frameworks() {
        return List.of(
                Sample.all("/guide"),
                Sample.all("/guide", "?employees=48&functions=SALES&needs=CLEAR_ROLES&signals=LEAN"),
                Sample.all(
                        "/guide/answer",
                        "?employees=48&functions=SALES&functions=PRODUCT&needs=CLEAR_ROLES&needs=BRIDGE_COMPANY_AND_PERSON"),
                Sample.all("/frameworks"),
                Sample.all("/glossary"),
                Sample.all("/glossary/{word}", "key-result"),
                only(ADMINISTRATOR, "/administration/frameworks"));
    }

    private List<Sample> figures() {
        String retention = ids.goal("Improve revenue retention");
        String renewals = ids.measure("Renewal rate");
        return Stream.of(
                        Stream.of("progress", "expected", "pace", "grade", "health", "confidence")
                                .map(figure ->
                                        Sample.all("/objectives/{goal}/explanation", retention, "?figure=" + figure)),
                        Stream.of("value", "progress", "expected", "pace", "health", "confidence")
                                .map(figure ->
                                        Sample.all("/measures/{measure}/explanation", renewals, "?figure=" + figure)),
                        Stream.of(
                                Sample.all("/objectives/elapsed", "?cycle=" + ids.cycle("2026 Q3")),
                                Sample.all("/objectives/how-progress-works")))
                .flatMap(each -> each)
                .toList();
    }

    private List<Sample> kpis() {
        String monday = ids.dashboard("Revenue, every Monday");
        return List.of(
                Sample.all("/kpis"),
                Sample.all("/kpis", "?team=" + ids.team("Customer Success")),
                Sample.all("/kpis", "?person=" + ids.person("noah@example.com")),
                Sample.all("/kpis/new"),
                Sample.all("/kpis/{dashboard}", monday),
                Sample.all("/kpis/{dashboard}/wall", monday),
                only(LEADER, "/kpis/{dashboard}/edit", ids.dashboard("How Noah works")),
                Sample.all("/alerts"),
                Sample.all("/alerts", "?show=ALL&state=DONE"),
                Sample.all("/alerts/quality"),
                only(LEADER, "/alerts/why/{metric}", ids.metric("Customer retention")));
    }

    private List<Sample> metrics() {
        String retention = ids.metric("Customer retention");
        return Stream.concat(
                        Stream.of("status", "score", "change", "limits", "total")
                                .map(figure ->
                                        Sample.all("/metrics/{metric}/explanation", retention, "?figure=" + figure)),
                        Stream.of(
                                Sample.all("/metrics"),
                                Sample.all("/metrics", "?sort=NAME&status=RED"),
                                Sample.all("/metrics", "?q=no+such+words"),
                                Sample.all("/metrics/tree"),
                                Sample.all("/metrics/tree", "?from=" + ids.metric("Calls made")),
                                Sample.all("/metrics/new"),
                                Sample.all("/metrics/{metric}", retention),
                                Sample.all("/metrics/{metric}", retention, "?view=all"),
                                Sample.all("/metrics/{metric}", ids.metric("Net promoter score")),
                                Sample.all("/metrics/{metric}", ids.metric("Calls made")),
                                Sample.all("/metrics/{metric}/values/{period}", retention, "2026-08-03"),
                                only(LEADER, "/metrics/{metric}/edit", retention),
                                only(LEADER, "/metrics/{metric}/targets/year", retention)))
                .toList();
    }

    /** Noah's own; PlanPagesTests looks at all states, sides and writing. */
    private List<Sample> plans() {
        String kais = ids.plan("kai@example.com");
        String avas = ids.plan("ava@example.com");
        String none = ids.person("noah@example.com");
        return List.of(
                Sample.all("/plans"),
                Sample.all("/plans/team"),
                Sample.all("/plans/team", "?q=no+such+words&state=ACTIVE"),
                Sample.all("/plans/new"),
                Sample.of("/plans/{plan}", 404, Set.of(KAI), kais),
                hidden("/plans/{plan}", avas),
                Sample.of("/plans/{plan}/explanation", 404, Set.of(KAI), kais),
                Sample.of("/plans/{plan}/measurement", 404, Set.of(KAI), kais),
                Sample.of("/plans/{plan}/statement", 404, Set.of(KAI), kais),
                hidden("/plans/{plan}/statement", avas),
                Sample.of("/plans/{plan}/statement/explanation", 404, Set.of(KAI), kais, "?figure=ofTarget"),
                Sample.of("/plans/{plan}/what-if", 404, Set.of(KAI), kais, "?modifier=1.2"),
                hidden("/plans/{id}/edit", none),
                hidden("/plans/{id}/amendment", none),
                Sample.all("/company-objectives"),
                only(Set.of(), "/company-objectives/new"),
                hidden("/company-objectives/{id}/edit", none));
    }

    private List<Sample> smart() {
        String tickets = ids.goal("Answer tickets of enterprise customers");
        return List.of(
                Sample.all("/smart"),
                Sample.all("/smart/new", "?title=Be+better"),
                Sample.all("/smart/{goal}", tickets),
                hidden("/smart/{goal}", ids.goal("Make our newsletter better")),
                only(LEADER, "/smart/{goal}/edit", tickets));
    }

    private List<Sample> organisation() {
        String noah = ids.person("noah@example.com");
        return List.of(
                Sample.all("/people"),
                Sample.all("/people/{id}", noah),
                Sample.all("/people/{id}", ids.person("lucy@example.com")),
                Sample.all("/teams/{id}", ids.team("Customer Success")),
                Sample.all("/organisation"),
                Sample.all("/organisation", "?by=teams"),
                Sample.all("/organisation", "?from=" + noah),
                Sample.all("/cycles"),
                only(ADMINISTRATOR, "/cycles/new"),
                only(ADMINISTRATOR, "/cycles/{id}", ids.cycle("2026 Q3")),
                only(ADMINISTRATOR, "/cycles/years"),
                Sample.all("/journal"),
                Sample.all("/journal", "?goal=" + ids.goal("Improve revenue retention")));
    }

    private List<Sample> connectors() {
        String visits = ids.connector("Visits");
        return List.of(
                Sample.all("/connectors"),
                Sample.all("/connectors/new"),
                Sample.all("/connectors/new", "?kind=POSTGRESQL"),
                Sample.all("/connectors/new", "?kind=HTTP"),
                Sample.all("/connectors/new", "?kind=PROMETHEUS"),
                Sample.of("/connectors/{id}", 404, Set.of(NOAH, KAI), visits),
                only(ADMINISTRATOR, "/administration/allowed-hosts"));
    }

    private List<Sample> pay() {
        return List.of(
                Sample.of("/bonus-targets", 404, COMPENSATION),
                Sample.of("/bonus-targets", 404, COMPENSATION, "?q=no+such+words"),
                Sample.of("/bonus-targets/{person}", 404, COMPENSATION, ids.person("ava@example.com")),
                Sample.of("/bonus-targets/{person}", 404, Set.of(NOAH, NINA), ids.person("noah@example.com")),
                Sample.all("/payout-curves"),
                Sample.all("/payout-curves/{curve}", ids.curve("Flat start")),
                only(COMPENSATION, "/payout-curves/new"),
                Sample.of("/payouts/{id}", 404, COMPENSATION, ids.paidPayout()),
                Sample.of("/bonus-pools", 404, COMPENSATION),
                only(COMPENSATION, "/bonus-pools/new"),
                Sample.of("/bonus-pools/{pool}", 404, COMPENSATION, ids.pool("Third quarter, sales")),
                Sample.of("/payout-runs", 404, COMPENSATION),
                Sample.of("/payout-runs/{id}", 404, COMPENSATION, ids.payoutRun("Third quarter, euro")),
                Sample.of(
                        "/payout-runs/{id}",
                        404,
                        COMPENSATION,
                        ids.payoutRun("Third quarter, euro"),
                        "?q=no+such+words&state=PAID&flag=ANY"));
    }

    private List<Sample> templates() {
        return List.of(
                Sample.all("/templates"),
                Sample.all("/templates/{key}", "okr-planning-sheet", "?variant=LIVE"),
                Sample.all("/templates/{key}/return", "okr-planning-sheet"),
                hidden("/templates/{key}/return/{preview}", "okr-planning-sheet", ids.cycle("2026 Q3")),
                Sample.all("/templates/{key}", "kpi-dashboard"),
                Sample.all("/templates/{key}", "mbo-tracker", "?variant=LIVE"),
                Sample.all("/templates/{key}", "smart-worksheet", "?variant=BLANK"));
    }

    private List<Sample> administration() {
        String ava = ids.person("ava@example.com");
        return List.of(
                only(ADMINISTRATOR, "/administration/people"),
                only(ADMINISTRATOR, "/administration/people/new"),
                only(ADMINISTRATOR, "/administration/people/{id}", ava),
                only(ADMINISTRATOR, "/administration/people/{id}/departure", ava),
                only(ADMINISTRATOR, "/administration/teams"),
                only(ADMINISTRATOR, "/administration/teams/new"),
                only(ADMINISTRATOR, "/administration/teams/{id}", ids.team("Support")),
                only(ADMINISTRATOR, "/administration/organisation"),
                only(ADMINISTRATOR, "/administration/accounts"));
    }

    private static List<Sample> access(String oneTimeLink) {
        return List.of(
                Sample.outside("/sign-in"),
                open("/link/{secret}", oneTimeLink),
                Sample.missing("/link/{secret}", "cairn_forged"),
                Sample.all("/account"),
                open("/api"),
                hidden("/nowhere"));
    }
}
