package io.cairn.framework.mbo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Viewing;
import io.cairn.incentive.Payouts;
import io.cairn.kernel.Arithmetic;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Explained;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A plan's statement: to the cent, derived in every figure, and never more than its reader may know. */
@CairnTest
class StatementTests {
    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    DomainClock clock;

    @Autowired
    PlanDay day;

    @Autowired
    Statements statements;

    @Autowired
    Payouts payouts;

    private PaidPlan ava() {
        return new PaidPlan(company, api, clock, day);
    }

    private Statement seen(Viewer viewer, PaidPlan plan) {
        return Viewing.as(viewer, () -> statements.of(plan.id));
    }

    private static List<String> amounts(JsonNode statement) {
        List<String> amounts = new ArrayList<>();
        for (JsonNode version : statement.at("/versions")) {
            for (JsonNode line : version.at("/lines")) {
                amounts.add(line.at("/amount").decimalValue().toPlainString());
            }
        }
        return amounts;
    }

    @Test
    void theThirdQuarterOfAvaIsExactToTheCentAndProjectedFromHerCheckIns() {
        PaidPlan plan = ava();
        plan.checkIn("2240000", "26.25", "36");
        Reply read = plan.statement(plan.cast.member());
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text("stage")).isEqualTo("PROJECTED");
        assertThat(amounts(read.body())).containsExactly("1500.00", "1562.50", "562.50");
        assertThat(read.raw().body()).contains("\"total\":3625.00").contains("\"targetBonus\":5000.00");
        assertThat(read.body().at("/ofTarget").decimalValue()).isEqualByComparingTo("0.725");
        assertThat(read.body().at("/versions/0/lines/0/settled").asBoolean()).isFalse();
        assertThat(read.body().at("/versions/0/lines/0/reached").decimalValue()).isEqualByComparingTo("2240000");
        assertThat(read.body().at("/versions/0/lines/1/factor").decimalValue()).isEqualByComparingTo("1.25");
        assertThat(read.body().at("/versions/0/lines/1/met").asBoolean()).isTrue();
    }

    @Test
    void beforeAnyValueItSaysSoAndPaysNothing() {
        PaidPlan plan = ava();
        Statement statement = seen(plan.cast.member(), plan);
        assertThat(statement.total()).isEqualByComparingTo("0");
        assertThat(statement.versions().getFirst().lines()).allMatch(line -> !line.settled() && line.reached() == null);
    }

    @Test
    void everyFigureIsMadeAgainFromItsOwnArithmetic() {
        PaidPlan plan = amended();
        plan.score("2290001", "27.77");
        derives(seen(plan.cast.member(), plan));
        plan.handIn();
        derives(seen(plan.cast.member(), plan));
        derives(seen(plan.comp, plan));
    }

    private static void derives(Statement statement) {
        assertThat(statement.path()).hasSizeGreaterThan(4);
        for (Statement.PathStep step : statement.path()) {
            gives(statement, step.name(), step.money());
        }
        gives(statement, "total", statement.total());
        gives(statement, "newTotal", statement.newTotal());
        gives(statement, "ofTarget", statement.ofTarget());
        for (Statement.Version version : statement.versions()) {
            gives(statement, "targetBonus" + version.mark(), version.target());
            gives(statement, "planFactor" + version.mark(), version.factor());
            for (Statement.Line line : version.lines()) {
                gives(statement, "attainment" + line.mark(), line.attainment());
                gives(statement, "factor" + line.mark(), line.factor());
                gives(statement, "amount" + line.mark(), line.amount());
            }
        }
    }

    private static void gives(Statement statement, String figure, BigDecimal shown) {
        Explained<BigDecimal> explained = Statements.explain(statement, figure);
        String result = figure.equals("rounded") ? "total" : figure;
        assertThat(Arithmetic.evaluate(explained).get(result)).as(figure).isEqualByComparingTo(explained.value());
        assertThat(explained.value().setScale(12, java.math.RoundingMode.HALF_UP))
                .as(figure)
                .isEqualByComparingTo(shown.setScale(12, java.math.RoundingMode.HALF_UP));
    }

    /** Two versions of the terms and a raise in the second. */
    private PaidPlan amended() {
        PaidPlan plan = new PaidPlan(company, api, clock, day, List.of(PaidPlan.growth(60), PaidPlan.winRate(40)));
        plan.step(
                plan.cast.leader(),
                "amendment",
                Map.of(
                        "effectiveFrom", "2026-08-16",
                        "reason", "Two accounts moved",
                        "objectives", List.of(with(plan, 0, 50), with(plan, 1, 50))));
        plan.step(plan.cast.member(), "acceptance", Map.of());
        plan.target("6000", "2026-09-01");
        return plan;
    }

    private static Map<String, Object> with(PaidPlan plan, int index, int weight) {
        var content = new java.util.HashMap<>(index == 0 ? PaidPlan.growth(weight) : PaidPlan.winRate(weight));
        content.put("id", plan.plan().at("/objectives/" + index + "/id").asString());
        return content;
    }

    @Test
    void eachVersionOfTheTermsHasItsDaysAndEachTargetItsStretch() {
        PaidPlan plan = amended();
        plan.score("2300000", "25");
        JsonNode read = plan.statement(plan.cast.leader()).body();
        assertThat(read.at("/versions").size()).isEqualTo(2);
        assertThat(read.at("/versions/0/days").asInt()).isEqualTo(46);
        assertThat(read.at("/versions/0/segments").size()).isEqualTo(1);
        assertThat(read.at("/versions/1/segments/0/to").asString()).isEqualTo("2026-08-31");
        assertThat(read.at("/versions/1/segments/1/days").asInt()).isEqualTo(30);
        assertThat(amounts(read)).containsExactly("1500.00", "1000.00", "1413.04", "1413.04");
        assertThat(read.at("/total").decimalValue()).isEqualByComparingTo("5326.08");
    }

    @Test
    void whatWasHandedInIsShownWhateverChangesLater() {
        PaidPlan plan = ava();
        plan.score("2240000", "26.25", "36");
        assertThat(plan.statement(plan.cast.member()).text("stage")).isEqualTo("SCORED");
        plan.handIn();
        JsonNode before = plan.statement(plan.cast.member()).body();
        assertThat(before.at("/stage").asString()).isEqualTo("WAITS");
        plan.target("9000", "2026-07-02");
        JsonNode after = plan.statement(plan.cast.member()).body();
        assertThat(after).isEqualTo(before);
        assertThat(after.at("/total").decimalValue()).isEqualByComparingTo("3625");
        plan.pay();
        JsonNode paid = plan.statement(plan.cast.member()).body();
        assertThat(paid.at("/stage").asString()).isEqualTo("PAID");
        assertThat(paid.at("/since").asString()).isEqualTo("2026-09-17");
        assertThat(paid.at("/versions")).isEqualTo(before.at("/versions"));
        assertThat(paid.at("/explanation")).isEqualTo(before.at("/explanation"));
    }

    @Test
    void adjustmentsAreLinesOfTheirOwnAndCountOnceApproved() {
        PaidPlan plan = ava();
        plan.score("2240000", "26.25", "36");
        plan.handIn();
        plan.pay();
        String payout = api.get(plan.comp, "/api/v1/payouts?plan=" + plan.id)
                .body()
                .at("/items/0/id")
                .asString();
        Reply made = api.post(
                plan.comp,
                "/api/v1/payouts/" + payout + "/adjustment",
                Map.of(
                        "reason",
                        "The win rate was corrected",
                        "lines",
                        List.of(Map.of("line", 2, "amount", new BigDecimal("-312.50"), "label", "Win rate"))));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        Statement open = seen(plan.cast.member(), plan);
        assertThat(open.adjustments()).singleElement().matches(each -> !each.counts());
        assertThat(open.newTotal()).isEqualByComparingTo("3625");
        Viewer other = company.with(Role.COMP);
        Viewing.as(other, () -> {
            payouts.approveOne(other, made.id());
            return made;
        });
        Statement mended = seen(plan.cast.member(), plan);
        assertThat(mended.total()).isEqualByComparingTo("3625");
        assertThat(mended.newTotal()).isEqualByComparingTo("3312.50");
        assertThat(Arithmetic.evaluate(Statements.explain(mended, "newTotal")).get("newTotal"))
                .isEqualByComparingTo("3312.50");
    }

    @Test
    void compensationReadsAmountsAndNeitherTitlesNorTerms() {
        PaidPlan plan = ava();
        plan.score("2240000", "26.25", "36");
        assertThat(plan.statement(plan.comp).status()).isEqualTo(404);
        plan.handIn();
        Reply read = plan.statement(plan.comp);
        assertThat(read.status()).isEqualTo(200);
        assertThat(amounts(read.body())).containsExactly("1500.00", "1562.50", "562.50");
        assertThat(read.body().at("/versions/0/lines/0/objective").asString()).isEqualTo("Objective 1");
        assertThat(read.raw().body())
                .doesNotContain("expansion", "territory", "new products")
                .doesNotContain("2300000", "2240000", "2000000", "26.25", "BASELINE", "aseline");
        assertThat(read.body().at("/versions/0/lines/0/goalId").isNull()).isTrue();
    }

    @Test
    void nobodyElseLearnsThatThereIsOne() {
        PaidPlan plan = ava();
        for (boolean handedIn : new boolean[] {false, true}) {
            if (handedIn) {
                plan.score("2240000", "26.25", "36");
                plan.handIn();
            }
            Stream.of(
                            plan.cast.colleague(),
                            plan.cast.head(),
                            plan.cast.stranger(),
                            company.with(Role.ADMIN),
                            company.with(Role.EXEC))
                    .forEach(other -> assertThat(plan.statement(other).status()).isEqualTo(404));
            for (Viewer reader : List.of(plan.cast.member(), plan.cast.leader(), plan.hr)) {
                Reply read = plan.statement(reader);
                assertThat(read.status()).isEqualTo(200);
                assertThat(read.raw().body()).contains(PaidPlan.TITLE);
            }
        }
    }

    @Test
    void aFormerManagerReadsNothingAndTheNewOneEverything() {
        PaidPlan plan = ava();
        Viewer successor = company.viewer(
                company.person("Successor", plan.cast.head().id(), List.of()).id());
        Reply moved = api.patch(
                company.with(Role.ADMIN),
                "/api/v1/people/" + plan.cast.member().id(),
                Map.of("managerId", successor.id(), "version", 1));
        assertThat(moved.status()).as(moved.raw().body()).isEqualTo(200);
        assertThat(plan.statement(plan.cast.leader()).status()).isEqualTo(404);
        assertThat(plan.statement(successor).status()).isEqualTo(200);
    }

    @Test
    void aPlanWithoutABonusSaysWhy() {
        PaidPlan plan = ava();
        Reply made = api.post(
                plan.cast.leader(),
                "/api/v1/mbo-plans",
                Map.of(
                        "employeeId",
                        plan.cast.colleague().id(),
                        "startsOn",
                        "2026-07-01",
                        "pays",
                        true,
                        "objectives",
                        List.of(PaidPlan.growth(100))));
        Reply refused = api.get(plan.cast.leader(), "/api/v1/mbo-plans/" + made.id() + "/statement");
        assertThat(refused.code()).isEqualTo("BONUS_TARGET_MISSING");
    }

    @Test
    void whatIfIsAnsweredByTheSameCalculator() {
        PaidPlan plan = ava();
        plan.checkIn("2240000", "26.25", "36");
        Statements.Asking asking = Viewing.as(plan.cast.member(), () -> statements.asking(plan.id));
        assertThat(asking.of(WhatIf.Question.NOTHING).total()).isEqualByComparingTo("3625");
        WhatIf known = asking.of(WhatIf.Question.NOTHING);
        var reached = new WhatIf.Question(
                Map.of(known.lines().getFirst().objectiveId(), BigDecimal.ONE), new BigDecimal("1.2"));
        WhatIf asked = asking.of(reached);
        assertThat(asked.total()).isEqualByComparingTo("6150.00");
        assertThat(asked.projected()).isEqualByComparingTo("3625");
        assertThat(Arithmetic.evaluate(asked.explanation()).get("total")).isEqualByComparingTo("6150");
        assertThat(seen(plan.cast.member(), plan).total()).isEqualByComparingTo("3625");
    }
}
