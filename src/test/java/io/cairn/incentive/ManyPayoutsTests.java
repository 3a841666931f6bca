package io.cairn.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Viewing;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallPayroll;
import io.cairn.testing.SmallPayroll.Month;
import io.cairn.testing.Statements;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Ten thousand payouts take as many statements as ten, in a database of their own. */
@CairnTest
@TestPropertySource(properties = "cairn.test=many payouts")
@DirtiesContext
class ManyPayoutsTests {
    private static final int MANY = 10_000;

    @Autowired
    Api api;

    @Autowired
    SmallCompany company;

    @Autowired
    SmallPayroll payroll;

    @Autowired
    Statements statements;

    @Autowired
    Payments payments;

    @Test
    void manyAreReadApprovedAndPaidAsFewAre() throws Exception {
        Viewer comp = company.with(Role.COMP);
        int few = walk(comp, 10);
        assertThat(walk(comp, MANY)).isEqualTo(few).isLessThanOrEqualTo(12 * 3);
    }

    private int walk(Viewer comp, int payouts) throws Exception {
        Month month = SmallPayroll.month();
        payroll.many(company.person("Many", null, List.of()).id(), month, payouts);
        String path = "/api/v1/payout-runs/" + payroll.run(comp, month, "1").id();
        api.get(comp, path);
        var read = statements.during(() -> api.get(comp, path));
        var list = statements.during(() -> api.get(comp, path + "/payouts?limit=200"));
        var approved = statements.during(() -> api.post(comp, path + "/approval", Map.of("all", true)));
        assertThat(approved.result().body().path("done").size())
                .as(approved.result().raw().body().substring(0, 200))
                .isEqualTo(payouts);
        assertThat(List.of(read.count(), list.count(), approved.count())).allMatch(count -> count <= 12);
        var run = java.util.UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        var paid = Viewing.as(comp, () -> payments.pay(comp, run));
        assertThat(paid.payments()).isEqualTo(payouts);
        assertThat(paid.batches()).isEqualTo((payouts + Payments.BATCH - 1) / Payments.BATCH);
        return read.count() + list.count() + approved.count();
    }
}
