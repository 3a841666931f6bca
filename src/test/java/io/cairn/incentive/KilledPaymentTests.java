package io.cairn.incentive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.access.Viewing;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.CairnTest;
import io.cairn.testing.ChildProgram;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallPayroll;
import io.cairn.testing.SmallPayroll.Month;
import io.cairn.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A payment that is killed in the middle loses nobody and pays nobody twice when somebody goes on with it. */
@CairnTest
@TestPropertySource(properties = "cairn.test=killed payments")
@DirtiesContext
@Tag("processes")
class KilledPaymentTests {
    private static final int MANY = 6_000;

    @Autowired
    Payments payments;

    @Autowired
    PayoutRuns runs;

    @Autowired
    PayoutRunFiles files;

    @Autowired
    SmallCompany company;

    @Autowired
    SmallPayroll payroll;

    @Autowired
    TestDatabase database;

    @Test
    void aKilledRunGoesOnWhereItWas() throws Exception {
        Viewer comp = company.with(Role.COMP);
        PayoutRun run = approved(comp, MANY);
        var login = database.application();
        Map<Integer, List<?>> before = new HashMap<>();
        try (var program = ChildProgram.start(
                Map.of(),
                PayingProgram.class,
                login.url(),
                login.user(),
                login.password(),
                comp.id().toString(),
                run.id().toString())) {
            program.waitFor("paying");
            while (counted("payment_batch", run) < 2) {
                assertThat(program.output()).doesNotContain("paid ").doesNotContain("Exception");
                Thread.sleep(1);
            }
            program.kill();
        }
        long paid = counted("payment", run);
        assertThat(paid).as("killed in the middle").isBetween(2L * Payments.BATCH, (long) MANY - 1);
        assertThat(paid).isEqualTo(counted("payout where state = 'PAID' and ", run));
        assertThat(now(comp, run).state()).isEqualTo(PayoutRunState.PAYING);
        long batches = counted("payment_batch", run);
        for (int batch = 1; batch <= batches; batch++) {
            before.put(batch, rows(comp, run, batch));
        }

        var rest = Viewing.as(comp, () -> payments.pay(comp, run.id()));

        assertThat(rest.payments()).isEqualTo(MANY - paid);
        assertThat(rest.state()).isEqualTo(PayoutRunState.CLOSED);
        everybodyIsPaidOnce(run, MANY);
        before.forEach((batch, was) -> assertThat(rows(comp, run, batch)).isEqualTo(was));
        assertThat(counted("select count(*) from audit.entry e join incentive.payment y on y.payout_id = e.subject_id"
                        + " where e.action = 'payout.paid' and y.run_id = '" + run.id() + "'"))
                .isEqualTo(MANY);
    }

    private List<?> rows(Viewer comp, PayoutRun run, int batch) {
        return Viewing.as(comp, () -> files.batch(comp, run.id(), batch)).rows();
    }

    @Test
    void twoWhoPayAtOnceTakeTurns() throws Exception {
        Viewer comp = company.with(Role.COMP);
        Viewer other = company.with(Role.COMP);
        PayoutRun run = approved(comp, 2_000);
        List<Long> made = new ArrayList<>();
        try (var both = Executors.newFixedThreadPool(2)) {
            var results = List.of(comp, other).stream()
                    .map(payer -> both.submit(() -> Viewing.as(payer, () -> pay(payer, run.id()))))
                    .toList();
            for (var result : results) {
                made.add(result.get());
            }
        }
        assertThat(made.stream().mapToLong(Long::longValue).sum()).isEqualTo(2_000);
        everybodyIsPaidOnce(run, 2_000);
    }

    private long pay(Viewer payer, UUID run) {
        try {
            return payments.pay(payer, run).payments();
        } catch (io.cairn.kernel.ProblemException late) {
            assertThat(late.first().code()).isEqualTo("RUN_STATE");
            return 0;
        }
    }

    @Test
    void theTableItselfRefusesASecondPayment() throws Exception {
        Viewer comp = company.with(Role.COMP);
        PayoutRun run = approved(comp, 1);
        Viewing.as(comp, () -> payments.pay(comp, run.id()));
        assertThatThrownBy(() -> payroll.owner("""
                        insert into incentive.payment (payout_id, person_id, person_name, person_email, amount, currency,
                                                       audience_id)
                        select payout_id, person_id, person_name, person_email, amount, currency, audience_id
                          from incentive.payment where run_id = '%s'
                        """.formatted(run.id()))).hasMessageContaining("payment_pkey");
    }

    private void everybodyIsPaidOnce(PayoutRun run, long payouts) throws SQLException {
        assertThat(counted("payment", run)).isEqualTo(payouts);
        assertThat(counted("payout where state = 'PAID' and ", run)).isEqualTo(payouts);
        assertThat(counted("payout where state <> 'PAID' and ", run)).isZero();
        assertThat(summed("payments", run)).isEqualTo(payouts);
        assertThat(summed("total", run)).isEqualTo(payouts);
    }

    private PayoutRun approved(Viewer comp, int payouts) {
        Month month = SmallPayroll.month();
        payroll.many(company.person("Many", null, List.of()).id(), month, payouts);
        PayoutRun run = payroll.run(comp, month, "1");
        Viewing.as(comp, () -> runs.approve(comp, run.id(), new PayoutRuns.Choice(List.of(), true)));
        return run;
    }

    private PayoutRun now(Viewer comp, PayoutRun run) {
        return Viewing.as(comp, () -> runs.require(comp, run.id()));
    }

    private long counted(String from, PayoutRun run) throws SQLException {
        String where = from.contains(" where ") ? from : from + " where ";
        return counted("select count(*) from incentive.%s run_id = '%s'".formatted(where, run.id()));
    }

    private long summed(String column, PayoutRun run) throws SQLException {
        return counted(
                "select sum(%s)::bigint from incentive.payment_batch where run_id = '%s'".formatted(column, run.id()));
    }

    private long counted(String sql) throws SQLException {
        try (var connection = database.owner().connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
