package io.cairn.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Tokens;
import io.cairn.access.Viewing;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Departure;
import io.cairn.organization.Departures;
import io.cairn.organization.People;
import io.cairn.organization.PeopleRegister;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import io.cairn.testing.SmallPayroll;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Plants a word of its own in everything private that the program keeps, with amounts nobody else has, and knows who may read
 * what. The employee changed managers while the plan ran; the old one still leads the team.
 */
class PrivateThings {
    private static final String PLANS = "/api/v1/mbo-plans/";

    private final SmallCompany company;
    private final SmallPayroll payroll;
    private final PeopleRegister register;
    private final People people;
    private final Departures departures;
    private final DomainClock clock;
    private final Tokens tokens;
    private final Api api;

    PrivateThings(
            SmallCompany company,
            SmallPayroll payroll,
            PeopleRegister register,
            People people,
            Departures departures,
            DomainClock clock,
            Tokens tokens,
            Api api) {
        this.company = company;
        this.payroll = payroll;
        this.register = register;
        this.people = people;
        this.departures = departures;
        this.clock = clock;
        this.tokens = tokens;
        this.api = api;
    }

    /** What is kept from others, and from whom it is not. */
    enum Secret {
        PLAN("employee", "manager", "HR"),
        /** A draft nobody signed. */
        DRAFT_PLAN("employee", "manager", "HR"),
        PAY("employee", "manager", "HR", "COMP"),
        POOL("manager", "COMP"),
        RUN("HR", "COMP"),
        PAIR_GOAL("employee", "manager", "HR"),
        DRAFT_GOAL("old manager", "named"),
        KPI("colleague", "named", "HR"),
        DASHBOARD("colleague"),
        CONNECTOR("colleague", "ADMIN");

        final Set<String> readers;

        Secret(String... readers) {
            this.readers = Set.of(readers);
        }

        /** The word that stands in it and nowhere else. */
        String word() {
            return "Zeugma" + name().toLowerCase(java.util.Locale.ROOT).replace("_", "");
        }
    }

    /** Everybody who walks, by what they are to the employee. */
    final Map<String, Viewer> people() {
        return walkers;
    }

    private @Nullable String departedSecret;

    /** Of who can ask for none any more. */
    Optional<String> secret(String name) {
        return name.equals("departed") ? Optional.ofNullable(departedSecret) : Optional.empty();
    }

    private final Map<String, Viewer> walkers = new LinkedHashMap<>();

    /** What else tells of a secret: amounts as they are written and printed. */
    final Map<Secret, Set<String>> amounts = new EnumMap<>(Map.of(
            Secret.PLAN, Set.of("8642975.31", "8,642,975.31", "7531864.29", "7,531,864.29"),
            Secret.PAY, Set.of("7391.37", "7,391.37", "1357.91", "2468.13"),
            Secret.POOL, Set.of("48613.29"),
            Secret.RUN, Set.of("913574.61", "913,574.61"),
            Secret.KPI, Set.of("83.471962")));

    /** By kind of thing, as the addresses name them. */
    final Map<String, Map<UUID, Secret>> ids = new HashMap<>();

    /** What everybody may see, for addresses of directories. */
    final Map<String, UUID> open = new HashMap<>();

    private Cast cast;

    private void keep(String kind, Secret secret, UUID id) {
        ids.computeIfAbsent(kind, none -> new LinkedHashMap<>()).put(id, secret);
    }

    /** Those who walk, and what is public. */
    void people(SmallCompany.Cast given) {
        cast = given;
        walkers.put("employee", cast.member());
        walkers.put(
                "manager",
                company.viewer(
                        company.person("Manager", cast.head().id(), List.of()).id()));
        walkers.put("old manager", cast.leader());
        walkers.put("manager's manager", cast.head());
        walkers.put("colleague", cast.colleague());
        walkers.put(
                "named", company.viewer(company.person("Named", null, List.of()).id()));
        for (Role role : Role.values()) {
            walkers.put(role.name(), company.with(role));
        }
        walkers.put("stranger", cast.stranger());
        Viewer departed = company.viewer(company.person(
                        "Departed", cast.leader().id(), List.of(cast.team().id()))
                .id());
        departedSecret = Viewing.as(
                departed, () -> tokens.issue(departed, "Walk", 1).secret().text());
        walkers.put("departed", departed);
        Viewing.asSystem(
                "Test",
                () -> departures.leave(
                        departed.id(), new Departure(null, cast.head().id())));
        open.put("person", cast.stranger().id());
        open.put("team", cast.team().id());
        open.put("cycle", cast.quarter().id());
        openThings();
    }

    void plant() {
        plan();
        draft();
        pay();
        goals();
        kpi();
        clock.moveTo(SmallCompany.MID_QUARTER);
    }

    private Viewer who(String name) {
        return java.util.Objects.requireNonNull(walkers.get(name), name);
    }

    /** Compensation reads a payout with the bare ids of its plan and objectives, an administrator what connectors feed. */
    Set<String> readersOfId(String kind, Secret secret) {
        if (kind.equals("metric")) {
            return Set.of("colleague", "named", "HR", "ADMIN");
        }
        boolean paid = secret == Secret.PLAN && (kind.equals("plan") || kind.equals("goal"));
        return paid ? Secret.PAY.readers : secret.readers;
    }

    private void openThings() {
        open.put(
                "curve",
                ok(api.post(
                                who("COMP"),
                                "/api/v1/payout-curves",
                                Map.of(
                                        "name",
                                        "Of " + who("COMP").name(),
                                        "points",
                                        List.of(Map.of("attainment", 1, "payout", 1)))))
                        .id());
        open.put(
                "company objective",
                ok(api.post(
                                who("HR"),
                                "/api/v1/company-objectives",
                                Map.of(
                                        "title", "Revenue of the company",
                                        "startsOn", "2026-07-01",
                                        "endsOn", "2026-09-30",
                                        "basis", "BOOLEAN")))
                        .id());
        Map<String, Object> body = objective("What all may see", cast.leader());
        UUID goal = ok(api.post(cast.leader(), "/api/v1/goals", body)).id();
        ok(api.post(cast.leader(), "/api/v1/goals/" + goal + "/activation", null));
        open.put("goal", goal);
    }

    private Map<String, Object> objective(String title, Viewer lead) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "framework",
                "okr",
                "title",
                title,
                "why",
                title,
                "cycleId",
                cast.quarter().id(),
                "leadId",
                lead.id(),
                "level",
                "TEAM",
                "horizon",
                "TACTICAL",
                "ambition",
                "ASPIRATIONAL"));
        body.put("ownerTeamId", cast.team().id());
        body.put("measures", new ArrayList<>(List.of(measure(title), measure(title + " again"))));
        return body;
    }

    private static Map<String, Object> measure(String name) {
        return Map.of(
                "name",
                name,
                "kind",
                "INCREASE",
                "nature",
                "VALUE",
                "unit",
                "%",
                "baseline",
                40,
                "target",
                44,
                "comparator",
                "GE",
                "weight",
                1);
    }

    /** From the draft to the payment, with everything that can be said on the way. */
    private void plan() {
        String word = Secret.PLAN.word();
        String paid = Secret.PAY.word();
        ok(api.post(
                who("COMP"),
                "/api/v1/bonus-targets",
                Map.of(
                        "personId",
                        cast.member().id(),
                        "amount",
                        new BigDecimal("7391.37"),
                        "currency",
                        "EUR",
                        "basis",
                        "QUARTER",
                        "effectiveFrom",
                        "2026-07-01",
                        "note",
                        paid + " note")));
        Reply made = ok(api.post(
                cast.leader(),
                "/api/v1/mbo-plans",
                Map.of(
                        "employeeId",
                        cast.member().id(),
                        "startsOn",
                        "2026-07-01",
                        "endsOn",
                        "2026-09-30",
                        "objectives",
                        List.of(
                                Map.of(
                                        "title",
                                        word + " revenue",
                                        "why",
                                        word + " why",
                                        "category",
                                        word + " category",
                                        "segment",
                                        word + " segment",
                                        "weight",
                                        60,
                                        "basis",
                                        "RATIO_TO_TARGET",
                                        "target",
                                        new BigDecimal("8642975.31"),
                                        "unit",
                                        "EUR"),
                                Map.of(
                                        "title",
                                        word + " steps",
                                        "weight",
                                        40,
                                        "basis",
                                        "MILESTONE",
                                        "milestones",
                                        List.of(Map.of("name", word + " step")))))));
        String plan = PLANS + made.id() + "/";
        keep("plan", Secret.PLAN, made.id());
        ok(api.post(cast.leader(), plan + "submission", Map.of("comment", word + " offered")));
        Reply agreed = ok(api.post(cast.member(), plan + "acceptance", Map.of("comment", word + " accepted")));
        JsonNode lines = agreed.body().path("objectives");
        UUID first = UUID.fromString(lines.at("/0/id").asString());
        UUID second = UUID.fromString(lines.at("/1/id").asString());
        UUID measure = UUID.fromString(lines.at("/0/measureId").asString());
        keep("goal", Secret.PLAN, first);
        keep("measure", Secret.PLAN, measure);
        Reply said = ok(api.post(
                cast.member(),
                "/api/v1/measures/" + measure + "/check-ins",
                Map.of("value", new BigDecimal("7531864.29"), "confidence", 7, "note", word + " check-in")));
        keep("check-in", Secret.PLAN, said.id());
        Viewing.asSystem(
                "Test",
                () -> register.move(
                        cast.member().id(),
                        people.require(cast.member().id()).version(),
                        who("manager").id()));
        Viewer manager = who("manager");
        ok(api.post(
                manager,
                plan + "amendment",
                Map.of(
                        "effectiveFrom",
                        "2026-08-20",
                        "reason",
                        word + " amended",
                        "comment",
                        word + " change",
                        "modifier",
                        1.01)));
        ok(api.post(cast.member(), plan + "acceptance", Map.of("comment", word + " signed again")));
        ok(api.post(
                cast.member(),
                plan + "measurement",
                Map.of(
                        "objectives",
                        List.of(Map.of("objectiveId", first, "value", 9, "comment", word + " estimate")))));
        clock.moveTo(Instant.parse("2026-09-17T10:00:00Z"));
        payroll.owner("update mbo.plan set state = 'MEASURE' where id = '" + made.id() + "'");
        ok(api.post(
                manager,
                plan + "scoring",
                Map.of(
                        "objectives",
                        List.of(
                                Map.of(
                                        "objectiveId",
                                        first,
                                        "value",
                                        new BigDecimal("7531864.29"),
                                        "comment",
                                        word + " scored"),
                                Map.of("objectiveId", second, "value", 100)))));
        ok(api.post(cast.member(), plan + "dispute", Map.of("reason", word + " disputed")));
        ok(api.post(who("HR"), plan + "resolution", Map.of("resolution", word + " resolved")));
        ok(api.post(manager, plan + "payout-submission", null));
        ok(api.post(who("COMP"), plan + "rejection", Map.of("reason", paid + " rejected")));
        ok(api.post(manager, plan + "payout-submission", null));
        Reply approved = ok(api.post(who("COMP"), plan + "approval", Map.of()));
        ok(api.post(who("COMP"), plan + "payment", null));
        UUID payout = UUID.fromString(approved.text("payoutId"));
        keep("payout", Secret.PAY, payout);
        Reply adjusted = ok(api.post(
                who("COMP"),
                "/api/v1/payouts/" + payout + "/adjustment",
                Map.of(
                        "reason",
                        paid + " adjusted",
                        "lines",
                        List.of(Map.of("line", 1, "amount", new BigDecimal("-1.23"), "label", paid + " label")))));
        keep("payout", Secret.PAY, adjusted.id());
        // Other tests' runs would pay it.
        payroll.owner("update incentive.payout set state = 'REJECTED', reason = '" + paid + "' where id = '"
                + adjusted.id() + "'");
    }

    private void draft() {
        String word = Secret.DRAFT_PLAN.word();
        Reply made = ok(api.post(
                who("manager"),
                "/api/v1/mbo-plans",
                Map.of(
                        "employeeId",
                        cast.member().id(),
                        "startsOn",
                        "2026-10-01",
                        "endsOn",
                        "2026-12-31",
                        "pays",
                        false,
                        "objectives",
                        List.of(Map.of("title", word + " draft", "supports", List.of(id("goal")))))));
        keep("plan", Secret.DRAFT_PLAN, made.id());
    }

    private UUID id(String kind) {
        return java.util.Objects.requireNonNull(open.get(kind), kind);
    }

    private void pay() {
        Viewer comp = who("COMP");
        Reply pool = ok(api.post(
                comp,
                "/api/v1/bonus-pools",
                Map.of(
                        "name",
                        Secret.POOL.word(),
                        "periodStart",
                        "2026-07-01",
                        "periodEnd",
                        "2026-09-30",
                        "currency",
                        "EUR",
                        "amount",
                        new BigDecimal("48613.29"),
                        "holderId",
                        who("manager").id())));
        keep("pool", Secret.POOL, pool.id());
        var month = SmallPayroll.month();
        Reply run = ok(api.post(
                comp,
                "/api/v1/payout-runs",
                Map.of(
                        "name",
                        Secret.RUN.word(),
                        "periodStart",
                        month.start(),
                        "periodEnd",
                        month.end(),
                        "currency",
                        "EUR",
                        "budget",
                        new BigDecimal("913574.61"))));
        keep("run", Secret.RUN, run.id());
        keep(
                "payout",
                Secret.PAY,
                payroll.submitted(who("manager"), cast.member().id(), month, "1357.91", "2468.13"));
        keep("bonus target", Secret.PAY, cast.member().id());
    }

    private void goals() {
        String pair = Secret.PAIR_GOAL.word();
        Map<String, Object> body = objective(pair, cast.member());
        body.remove("ownerTeamId");
        body.put("framework", "test-private-pair-hr");
        body.put("ownerPersonId", cast.member().id());
        goal(Secret.PAIR_GOAL, cast.member(), body, true);
        Map<String, Object> draft = objective(Secret.DRAFT_GOAL.word(), cast.leader());
        draft.put("contributorIds", List.of(who("named").id()));
        goal(Secret.DRAFT_GOAL, cast.leader(), draft, false);
    }

    private void goal(Secret secret, Viewer by, Map<String, Object> body, boolean begins) {
        Reply made = ok(api.post(by, "/api/v1/goals", body));
        UUID measure = UUID.fromString(made.body().at("/measures/0/id").asString());
        keep("goal", secret, made.id());
        keep("measure", secret, measure);
        Reply work = ok(
                api.post(by, "/api/v1/goals/" + made.id() + "/initiatives", Map.of("title", secret.word() + " work")));
        keep("initiative", secret, work.id());
        if (begins) {
            ok(api.post(by, "/api/v1/goals/" + made.id() + "/activation", null));
            Reply said = ok(api.post(
                    by,
                    "/api/v1/measures/" + measure + "/check-ins",
                    Map.of("value", 41, "confidence", 7, "note", secret.word() + " said")));
            keep("check-in", secret, said.id());
        }
    }

    private void kpi() {
        Viewer owner = cast.colleague();
        String word = Secret.KPI.word();
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                word,
                "unit",
                "%",
                "decimals",
                2,
                "direction",
                "HIGHER",
                "frequency",
                "WEEKLY",
                "definition",
                word + " definition",
                "audience",
                "RESTRICTED_LIST",
                "level",
                "TEAM"));
        body.put("teamId", cast.team().id());
        body.put("readerIds", List.of(who("named").id()));
        body.put("targets", List.of(Map.of("from", "2025-01-01", "target", 92, "amberAt", 88)));
        UUID metric = ok(api.post(owner, "/api/v1/metrics", body)).id();
        keep("metric", Secret.KPI, metric);
        ok(api.post(
                owner,
                "/api/v1/metrics/" + metric + "/measurements",
                List.of(
                        Map.of("periodStart", "2026-07-27", "value", 95),
                        Map.of(
                                "periodStart",
                                "2026-08-03",
                                "value",
                                new BigDecimal("83.471962"),
                                "note",
                                word + " value"))));
        Reply board = ok(api.post(
                owner,
                "/api/v1/dashboards",
                Map.of(
                        "name",
                        Secret.DASHBOARD.word(),
                        "audience",
                        "PRIVATE",
                        "tiles",
                        List.of(Map.of("metricId", metric)))));
        keep("dashboard", Secret.DASHBOARD, board.id());
        Reply connector = ok(api.post(
                owner,
                "/api/v1/connectors",
                Map.of(
                        "name",
                        Secret.CONNECTOR.word(),
                        "kind",
                        "HTTP",
                        "source",
                        Map.of("url", "http://127.0.0.1/"),
                        "feeds",
                        List.of(Map.of("metricId", metric, "value", "/v")),
                        "enabled",
                        false)));
        keep("connector", Secret.CONNECTOR, connector.id());
    }

    private static Reply ok(Reply reply) {
        assertThat(reply.status())
                .as(reply.raw().uri() + " " + reply.raw().body())
                .isBetween(200, 299);
        return reply;
    }

    static UUID random() {
        return Ids.next();
    }
}
