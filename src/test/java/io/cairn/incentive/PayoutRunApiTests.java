package io.cairn.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Viewing;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import io.cairn.testing.SmallPayroll;
import io.cairn.testing.SmallPayroll.Month;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A run from its opening to its files, and who may know of it. */
@CairnTest
class PayoutRunApiTests {
    private static final String RUNS = "/api/v1/payout-runs";

    @Autowired
    Api api;

    @Autowired
    SmallCompany company;

    @Autowired
    SmallPayroll payroll;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Payouts payouts;

    Cast cast;
    Viewer comp;
    Viewer hr;
    Month month;

    @BeforeEach
    void people() {
        cast = company.cast();
        comp = company.with(Role.COMP);
        hr = company.with(Role.HR);
        month = SmallPayroll.month();
    }

    private Map<String, Object> content(Object budget) {
        return Map.of(
                "name",
                "Run",
                "periodStart",
                month.start(),
                "periodEnd",
                month.end(),
                "currency",
                "eur",
                "budget",
                budget);
    }

    @Test
    void compensationOpensARunAndSeesWhatWasHandedInAgainstTheBudget() {
        payroll.submitted(cast.leader(), cast.member().id(), month, "1500", "2000");
        payroll.submitted(cast.leader(), cast.colleague().id(), month, "100.10", "0");
        var other = SmallPayroll.month();
        payroll.submitted(cast.leader(), cast.colleague().id(), other, "7", "7");
        var run = api.post(comp, RUNS, content(3600));
        assertThat(run.status()).as(run.raw().body()).isEqualTo(201);
        assertThat(run.body().at("/totals/submitted/count").asInt()).isEqualTo(2);
        assertThat(run.body().path("totals").path("sum").decimalValue()).isEqualByComparingTo("3600.10");
        assertThat(run.body().path("overBudget").asBoolean()).isTrue();
        assertThat(run.body().path("left").decimalValue()).isEqualByComparingTo("-0.10");
        var list = api.get(hr, RUNS + "/" + run.id() + "/payouts?q=" + "Member");
        assertThat(list.body().path("items").size()).isEqualTo(1);
        assertThat(list.body().at("/items/0/total").decimalValue()).isEqualByComparingTo("3500.00");
        assertThat(list.raw().body()).doesNotContain("secret");
    }

    @Test
    void whatIsWrongWithARunStandsBesideItsField() {
        var wrong = api.post(
                comp,
                RUNS,
                Map.of(
                        "name",
                        " ",
                        "periodStart",
                        "2026-02-01",
                        "periodEnd",
                        "2026-01-01",
                        "currency",
                        "XAU",
                        "budget",
                        -1));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().path("errors").toString())
                .contains("REQUIRED", "RUN_PERIOD", "CURRENCY_UNKNOWN", "AMOUNT_NEGATIVE");
        assertThat(api.post(comp, RUNS, content(new BigDecimal("0.001"))).code())
                .isEqualTo("AMOUNT_TOO_PRECISE");
        assertThat(api.post(comp, RUNS, content(new BigDecimal("1e30"))).code()).isEqualTo("INVALID");
        assertThat(api.post(comp, RUNS, content(10)).status()).isEqualTo(201);
        var again = api.post(comp, RUNS, content(10));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("RUN_OVERLAPS");
        assertThat(api.post(hr, RUNS, content(10)).status()).isEqualTo(403);
    }

    @Test
    void aRunIsApprovedPaidAndClosed() {
        UUID first = payroll.submitted(cast.leader(), cast.member().id(), month, "1500", "2000");
        UUID second = payroll.submitted(cast.leader(), cast.colleague().id(), month, "100", "1");
        String path = RUNS + "/" + api.post(comp, RUNS, content(5000)).id();
        assertThat(api.post(comp, path + "/payment", null).code()).isEqualTo("NOTHING_TO_PAY");
        var rejected = api.post(
                comp, path + "/rejection", Map.of("payoutIds", List.of(second), "reason", "Not of this period."));
        assertThat(rejected.body().path("done").size()).isEqualTo(1);
        assertThat(api.post(comp, path + "/approval", Map.of()).code()).isEqualTo("CHOOSE_PAYOUTS");
        assertThat(api.post(comp, path + "/rejection", Map.of("all", true)).code())
                .isEqualTo("REQUIRED");
        UUID elsewhere = payroll.submitted(cast.leader(), cast.colleague().id(), SmallPayroll.month(), "1", "1");
        var decided = api.post(comp, path + "/approval", Map.of("payoutIds", List.of(first, second, elsewhere)));
        assertThat(decided.body().path("done").size()).isEqualTo(1);
        assertThat(decided.body().path("refused").toString()).contains("PAYOUT_STATE", "NOT_IN_RUN");
        var paid = api.post(comp, path + "/payment", null);
        assertThat(paid.status()).as(paid.raw().body()).isEqualTo(200);
        assertThat(paid.body().path("payments").asInt()).isEqualTo(1);
        assertThat(paid.text("state")).isEqualTo("CLOSED");
        assertThat(api.post(comp, path + "/payment", null).code()).isEqualTo("RUN_STATE");
        assertThat(api.post(comp, path + "/approval", Map.of("all", true)).code())
                .isEqualTo("RUN_STATE");
        assertThat(api.get(hr, path).body().at("/totals/paid/count").asInt()).isEqualTo(1);
        var own =
                api.get(cast.member(), "/api/v1/payouts?person=" + cast.member().id());
        assertThat(own.body().at("/items/0/state").asString()).isEqualTo("PAID");
        assertThat(own.body().at("/items/0/runId").isNull()).isTrue();
        assertThat(api.get(hr, path + "/payouts?state=PAID")
                        .body()
                        .at("/items/0/batch")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whoMayNotPaySomeLeavesThemToOthers() {
        company.give(cast.leader().id(), Role.COMP);
        Viewer manager = company.viewer(cast.leader().id());
        UUID led = payroll.submitted(cast.leader(), cast.member().id(), month, "1", "2");
        UUID other = payroll.submitted(cast.head(), cast.leader().id(), month, "3", "4");
        UUID free = payroll.submitted(
                company.with(Role.HR, Role.COMP), cast.stranger().id(), month, "5", "6");
        String path = RUNS + "/" + api.post(comp, RUNS, content(100)).id();
        assertThat(api.post(comp, path + "/approval", Map.of("all", true))
                        .body()
                        .path("done")
                        .size())
                .isEqualTo(3);
        var paid = api.post(manager, path + "/payment", null);
        assertThat(paid.body().path("payments").asInt()).isEqualTo(1);
        assertThat(paid.text("state")).isEqualTo("OPEN");
        assertThat(paid.body().path("refused").toString())
                .contains(led.toString(), "FOUR_EYES", other.toString(), "OWN_PAY")
                .doesNotContain(free.toString());
        assertThat(api.post(manager, path + "/payment", null).code()).isEqualTo("NOTHING_TO_PAY");
        assertThat(api.post(comp, path + "/payment", null).text("state")).isEqualTo("CLOSED");
    }

    @Test
    void forOthersThereIsNoRun() {
        payroll.submitted(cast.leader(), cast.member().id(), month, "1500", "2000");
        String path = RUNS + "/" + api.post(comp, RUNS, content(5000)).id();
        for (Viewer other : List.of(
                cast.member(),
                cast.leader(),
                cast.head(),
                cast.stranger(),
                company.with(Role.ADMIN),
                company.with(Role.EXEC),
                company.with(Role.CHAMP))) {
            assertThat(api.get(other, RUNS).body().path("items").size()).isZero();
            for (String read : List.of("", "/payouts", "/export", "/export.csv", "/export.xlsx", "/export?batch=1")) {
                assertThat(api.get(other, path + read).status()).as(read).isEqualTo(404);
            }
            assertThat(api.post(other, path + "/payment", null).code()).isEqualTo("NOT_FOUND");
            assertThat(api.post(other, path + "/approval", Map.of("all", true)).code())
                    .isEqualTo("NOT_FOUND");
            assertThat(api.post(other, path + "/rejection", Map.of("all", true, "reason", "x"))
                            .code())
                    .isEqualTo("NOT_FOUND");
            assertThat(api.post(other, RUNS, content(5000)).code()).isEqualTo("NOT_FOUND");
            assertThat(api.get(other, "/api/v1/journal?subjectKind=payout-run")
                            .body()
                            .path("items")
                            .size())
                    .isZero();
            for (String table : List.of("payout_run", "payment_batch")) {
                assertThat(count(other, table)).as(table).isZero();
            }
        }
        for (Viewer outside : List.of(
                cast.head(), cast.stranger(), cast.colleague(), company.with(Role.ADMIN), company.with(Role.EXEC))) {
            for (String table : List.of("payout", "payout_line", "payment")) {
                assertThat(count(outside, table)).as(table).isZero();
            }
            assertThat(api.get(outside, "/api/v1/payouts").body().path("items").size())
                    .isZero();
            assertThat(api.get(outside, "/api/v1/journal?subjectKind=payout")
                            .body()
                            .path("items")
                            .size())
                    .isZero();
        }
        for (String write : List.of("/payment", "/approval", "/rejection")) {
            assertThat(api.post(hr, path + write, write.equals("/payment") ? null : Map.of("all", true))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(count(hr, "payout_run")).isPositive();
    }

    @Test
    void aNewManagerSeesPayoutsFromThatMomentAndTheOldOneNoLonger() {
        UUID payout = payroll.submitted(cast.leader(), cast.member().id(), month, "1", "2");
        assertThat(api.get(cast.leader(), "/api/v1/payouts/" + payout).status()).isEqualTo(200);
        Viewer admin = company.with(Role.ADMIN);
        String person = "/api/v1/people/" + cast.member().id();
        int version = api.get(admin, person).body().path("version").asInt();
        assertThat(api.patch(
                                admin,
                                person,
                                Map.of(
                                        "version",
                                        version,
                                        "managerId",
                                        cast.head().id()))
                        .status())
                .isEqualTo(200);
        assertThat(api.get(cast.leader(), "/api/v1/payouts/" + payout).status()).isEqualTo(404);
        assertThat(api.get(cast.head(), "/api/v1/payouts/" + payout).status()).isEqualTo(200);
    }

    @Test
    void onlyCompensationWritesWhatHumanResourcesReadToo() {
        UUID payout = payroll.submitted(cast.leader(), cast.member().id(), month, "1", "2");
        for (Viewer other : List.of(hr, cast.member(), cast.leader(), company.with(Role.ADMIN))) {
            assertThat(update(other, payout)).as(other.name()).isZero();
        }
        assertThat(update(comp, payout)).isEqualTo(1);
    }

    private int update(Viewer viewer, UUID payout) {
        Integer changed = Viewing.as(
                viewer,
                () -> transaction.execute(status -> {
                    status.setRollbackOnly();
                    return db.sql("update incentive.payout set version = version + 1 where id = :id")
                            .param("id", payout)
                            .update();
                }));
        return changed == null ? -1 : changed;
    }

    private long count(Viewer viewer, String table) {
        Long found = Viewing.as(
                viewer,
                () -> transaction.execute(status -> db.sql("select count(*) from incentive." + table)
                        .query(Long.class)
                        .single()));
        return found == null ? -1 : found;
    }

    @Test
    void anAdjustmentIsHandedInOverTheApi() {
        UUID payout = payroll.submitted(cast.leader(), cast.member().id(), month, "10", "20");
        Viewing.as(comp, () -> payouts.approve(comp, List.of(payout)));
        String path = "/api/v1/payouts/" + payout + "/adjustment";
        var body = Map.of("reason", "Late.", "lines", List.of(Map.of("line", 2, "amount", -5.5, "label", "Win rate")));
        assertThat(api.post(comp, path, body).code()).isEqualTo("PAYOUT_STATE");
        api.post(comp, RUNS, content(100));
        String run = RUNS + "/" + api.get(comp, RUNS).body().at("/items/0/id").asString();
        assertThat(api.post(comp, run + "/payment", null).status()).isEqualTo(200);
        assertThat(api.post(comp, path, Map.of()).body().path("errors").toString())
                .contains("reason", "LINES_REQUIRED");
        assertThat(api.post(comp, path, Map.of("reason", "x", "lines", List.of(Map.of())))
                        .status())
                .isEqualTo(422);
        var made = api.post(comp, path, body);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        assertThat(made.body().path("total").decimalValue()).isEqualByComparingTo("-5.50");
        assertThat(made.text("adjustmentReason")).isEqualTo("Late.");
        assertThat(api.get(cast.member(), "/api/v1/payouts")
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(2);
        Viewer other = company.with(Role.COMP);
        Viewing.as(other, () -> {
            payouts.reject(other, made.id(), "It was right; other tests' runs would pay this.");
            return made;
        });
    }

    @Test
    void nothingIsApprovedIntoARunThatSomebodyIsClosing() throws Exception {
        UUID run = api.post(comp, RUNS, content(1)).id();
        var approving = new AtomicReference<CompletableFuture<Reply>>();
        payroll.submitted(cast.leader(), cast.member().id(), month, "1500", "2000");
        Viewing.as(
                comp,
                () -> transaction.execute(begun -> {
                    db.sql("update incentive.payout_run set state = 'CLOSED', closed_at = now() where id = :run")
                            .param("run", run)
                            .update();
                    approving.set(CompletableFuture.supplyAsync(
                            () -> api.post(comp, RUNS + "/" + run + "/approval", Map.of("all", true))));
                    assertThat(approving.get())
                            .failsWithin(Duration.ofMillis(400))
                            .withThrowableOfType(TimeoutException.class);
                    return true;
                }));
        assertThat(approving.get().get(10, TimeUnit.SECONDS).code()).isEqualTo("RUN_STATE");
    }
}
