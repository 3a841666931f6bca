package io.cairn.incentive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.access.Viewing;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import io.cairn.testing.SmallPayroll;
import io.cairn.testing.SmallPayroll.Month;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Handing in, deciding under four eyes, paying and mending. */
@CairnTest
class DecidingPayoutTests {
    @Autowired
    Payouts payouts;

    @Autowired
    Payments payments;

    @Autowired
    PayoutRuns runs;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SmallCompany company;

    @Autowired
    SmallPayroll payroll;

    Cast cast;
    Viewer comp;
    Month month;

    @BeforeEach
    void people() {
        cast = company.cast();
        comp = company.with(Role.COMP);
        month = SmallPayroll.month();
    }

    @Test
    void aPlanIsHandedInOnce() {
        Submission submission = payroll.submission(cast.leader(), cast.member().id(), month, "1500", "2000");
        UUID first = Viewing.as(cast.leader(), () -> payouts.submit(submission));
        UUID again = Viewing.as(cast.leader(), () -> payouts.submit(submission));
        assertThat(again).isEqualTo(first);
        PayoutRecord kept = Viewing.as(cast.member(), () -> payouts.require(first));
        assertThat(kept.total()).isEqualByComparingTo("3500");
        assertThat(kept.lines())
                .extracting(line -> line.amount().toPlainString())
                .containsExactly("1500.00", "2000.00");
        assertThat(kept.state()).isEqualTo(PayoutState.SUBMITTED);
        assertThat(kept.submittedBy()).extracting("id").isEqualTo(cast.leader().id());
    }

    @Test
    void aRejectedPlanIsHandedInAnew() {
        Submission submission = payroll.submission(cast.leader(), cast.member().id(), month, "1500", "2000");
        UUID first = Viewing.as(cast.leader(), () -> payouts.submit(submission));
        as(comp, () -> payouts.reject(comp, first, "The win rate is not of this quarter."));
        UUID second = Viewing.as(cast.leader(), () -> payouts.submit(submission));
        assertThat(second).isNotEqualTo(first);
        List<PayoutRecord> all = Viewing.as(cast.member(), () -> payouts.ofPlan(submission.plan()));
        assertThat(all).extracting(PayoutRecord::state).containsExactly(PayoutState.SUBMITTED, PayoutState.REJECTED);
        assertThat(all.getLast().reason()).isEqualTo("The win rate is not of this quarter.");
    }

    @Test
    void nobodyDecidesAboutTheirOwnPayOrWhatTheyHadAHandIn() {
        Viewer manager = withComp(cast.leader());
        Viewer employee = withComp(cast.member());
        UUID payout = submitted();
        UUID scoredByComp =
                payroll.submitted(withComp(cast.colleague()), cast.colleague().id(), month, "1", "2");
        assertThat(approve(employee, payout).refused()).extracting("code").containsExactly("OWN_PAY");
        assertThat(approve(manager, payout).refused()).extracting("code").containsExactly("FOUR_EYES");
        assertThat(approve(manager, scoredByComp).refused()).extracting("code").containsExactly("FOUR_EYES");
        refused("OWN_PAY", () -> as(employee, () -> payouts.reject(employee, payout, "No.")));
        refused("FOUR_EYES", () -> as(manager, () -> payouts.reject(manager, payout, "No.")));
        assertThat(approve(comp, payout).done()).containsExactly(payout);
    }

    @Test
    void whoScoredStaysNearAfterTheManagerChanged() {
        Viewer scorer = withComp(cast.head());
        UUID payout = Viewing.asSystem("Test", () -> {
            Submission given = payroll.submission(cast.head(), cast.member().id(), month, "10", "20");
            return payouts.submit(given);
        });
        assertThat(approve(scorer, payout).refused()).extracting("code").containsExactly("FOUR_EYES");
    }

    @Test
    void whoeverReadsPayOnlyDoesNotDecideAndOthersAreNotToldOfIt() {
        UUID payout = submitted();
        Viewer hr = company.with(Role.HR);
        refused("NOT_ALLOWED", () -> approve(hr, payout));
        refused("NOT_ALLOWED", () -> approve(cast.leader(), payout));
        refused("NOT_ALLOWED", () -> approve(cast.member(), payout));
        for (Viewer other : List.of(
                cast.stranger(), cast.head(), cast.colleague(), company.with(Role.ADMIN), company.with(Role.EXEC))) {
            refused("NOT_FOUND", () -> approve(other, payout));
            refused("NOT_FOUND", () -> as(other, () -> payouts.reject(other, payout, "No.")));
            refused("NOT_FOUND", () -> Viewing.as(other, () -> payouts.require(payout)));
        }
    }

    @Test
    void manyAreApprovedAndEachOtherOneSaysWhyNot() {
        UUID fine = submitted();
        UUID rejected = submitted();
        as(comp, () -> payouts.reject(comp, rejected, "No."));
        UUID own = payroll.submitted(company.with(Role.HR, Role.COMP), comp.id(), month, "1", "1");
        UUID unknown = UUID.randomUUID();
        Decided decided = Viewing.as(comp, () -> payouts.approve(comp, List.of(own, fine, rejected, unknown)));
        assertThat(decided.done()).containsExactly(fine);
        assertThat(decided.refused())
                .extracting("payoutId", "code")
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(own, "OWN_PAY"),
                        org.assertj.core.groups.Tuple.tuple(rejected, "PAYOUT_STATE"),
                        org.assertj.core.groups.Tuple.tuple(unknown, "NOT_FOUND"));
    }

    @Test
    void aRejectionNeedsAReasonAndAStateThatAllowsIt() {
        UUID payout = submitted();
        refused("REQUIRED", () -> as(comp, () -> payouts.reject(comp, payout, "  ")));
        approve(comp, payout);
        refused("PAYOUT_STATE", () -> as(comp, () -> payouts.reject(comp, payout, "Too late.")));
    }

    @Test
    void whatIsNotExactIsNotHandedIn() {
        Submission good = payroll.submission(cast.leader(), cast.member().id(), month, "10", "20");
        refused("LINES_DO_NOT_ADD_UP", () -> submit(with(good, new BigDecimal("31"), good.lines())));
        Submission.Line line = good.lines().getFirst();
        var fine = new Submission.Line(line.goal(), line.weight(), null, null, new BigDecimal("10.001"));
        refused("AMOUNT_TOO_PRECISE", () -> submit(with(good, new BigDecimal("10.001"), List.of(fine))));
        refused("LINES_REQUIRED", () -> submit(with(good, BigDecimal.ZERO, List.of())));
    }

    @Test
    void nobodyIsPaidForAnObjectiveOfAnOkr() {
        Submission good = payroll.submission(cast.leader(), cast.member().id(), month, "10", "20");
        UUID okr = payroll.goal(cast.member().id(), false);
        var line = new Submission.Line(okr, new BigDecimal("100"), null, null, BigDecimal.TEN);
        refused("OKR_COMPENSATION_FORBIDDEN", () -> submit(with(good, BigDecimal.TEN, List.of(line))));
        UUID payout = submitted();
        assertThatThrownBy(() ->
                        payroll.owner("""
                        insert into incentive.payout_line (payout_id, position, goal_id, weight, amount, audience_id)
                        values ('%s', 3, '%s', 0, 0, access.key('pay', '%s'))
                        """.formatted(payout, okr, cast.member().id())))
                .hasMessageContaining("payout_line_goal_id_payable_fkey");
        assertThatThrownBy(() ->
                        payroll.owner("""
                        insert into incentive.payout_line (payout_id, position, goal_id, payable, weight, amount, audience_id)
                        values ('%s', 3, '%s', false, 0, 0, access.key('pay', '%s'))
                        """.formatted(payout, okr, cast.member().id())))
                .hasMessageContaining("payout_line_payable_check");
    }

    @Test
    void theLinesAlwaysMakeTheTotalAndStayOnceApproved() {
        UUID payout = submitted();
        String where = " where payout_id = '" + payout + "' and position = 1";
        assertThatThrownBy(() -> payroll.owner("update incentive.payout_line set amount = amount + 1" + where))
                .hasMessageContaining("do not add up");
        assertThatThrownBy(() -> payroll.owner("delete from incentive.payout_line" + where))
                .hasMessageContaining("do not add up");
        approve(comp, payout);
        assertThatThrownBy(() -> payroll.owner("update incentive.payout_line set weight = 61" + where))
                .hasMessageContaining("stay as they are");
        assertThatThrownBy(() -> payroll.owner("delete from incentive.payout_line" + where))
                .hasMessageContaining("stay as they are");
        assertThatThrownBy(() -> payroll.owner("update incentive.payout set total = 1 where id = '" + payout + "'"))
                .hasMessageContaining("as they were handed in");
        assertThatThrownBy(() -> payroll.owner("delete from incentive.payout where id = '" + payout + "'"))
                .hasMessageContaining("never deleted");
    }

    @Test
    void whatIsPaidStaysAndIsMendedByAnAdjustmentOfALaterRun() {
        UUID payout = submitted();
        PayoutRun run = payroll.run(comp, month, "10000");
        approve(comp, payout);
        Viewing.as(comp, () -> payments.pay(comp, run.id()));
        refused("PAYOUT_STATE", () -> as(comp, () -> payouts.reject(comp, payout, "No.")));
        assertThatThrownBy(() -> payroll.owner(
                        "update incentive.payout set state = 'APPROVED', paid_at = null where id = '" + payout + "'"))
                .hasMessageContaining("was decided");
        var content = new AdjustmentContent(
                "The win rate was 24 %.", List.of(new AdjustmentContent.Line(1, new BigDecimal("-250"), "Win rate")));
        PayoutRecord adjustment = Viewing.as(comp, () -> payouts.adjust(comp, payout, content));
        assertThat(adjustment.total()).isEqualByComparingTo("-250");
        assertThat(adjustment.lines().getFirst().goalId())
                .isEqualTo(Viewing.as(comp, () -> payouts.require(payout))
                        .lines()
                        .getFirst()
                        .goalId());
        refused("ADJUSTMENT_OPEN", () -> as(comp, () -> payouts.adjust(comp, payout, content)));
        assertThat(approve(comp, adjustment.id()).refused()).extracting("code").containsExactly("FOUR_EYES");
        Viewer other = company.with(Role.COMP);
        PayoutRun later = payroll.run(other, SmallPayroll.month(), "100");
        assertThat(rows(later)).extracting(RunRow::payoutId).contains(adjustment.id());
        assertThat(rows(run)).extracting(RunRow::payoutId).containsExactly(payout);
        Viewing.as(
                other, () -> runs.approve(other, later.id(), new PayoutRuns.Choice(List.of(adjustment.id()), false)));
        Viewing.as(other, () -> payments.pay(other, later.id()));
        assertThat(Viewing.as(
                        cast.member(), () -> payouts.ofPerson(cast.member().id())))
                .extracting(PayoutRecord::state)
                .containsExactly(PayoutState.PAID, PayoutState.PAID);
    }

    @Test
    void nobodyPaysMoreBackThanTheyGot() {
        UUID payout = submitted();
        approve(comp, payout);
        refused("PAYOUT_STATE", () -> as(comp, () -> payouts.adjust(comp, payout, one("5"))));
        Viewing.as(comp, () -> payments.pay(comp, List.of(payout)));
        refused("ADJUSTED_BELOW_ZERO", () -> as(comp, () -> payouts.adjust(comp, payout, one("-3500.01"))));
        refused("AMOUNT_TOO_PRECISE", () -> as(comp, () -> payouts.adjust(comp, payout, one("0.001"))));
        refused("ADJUSTS_NOTHING", () -> as(comp, () -> payouts.adjust(comp, payout, one("0.00"))));
        refused("INVALID", () -> as(comp, () -> payouts.adjust(comp, payout, one("1e400000000"))));
        var nowhere = new AdjustmentContent("Why", List.of(new AdjustmentContent.Line(9, BigDecimal.ONE, "Line")));
        refused("NO_SUCH_LINE", () -> as(comp, () -> payouts.adjust(comp, payout, nowhere)));
        refused("NOT_ALLOWED", () -> as(cast.leader(), () -> payouts.adjust(cast.leader(), payout, one("5"))));
        refused("NOT_FOUND", () -> as(cast.head(), () -> payouts.adjust(cast.head(), payout, one("5"))));
        PayoutRecord all = Viewing.as(comp, () -> payouts.adjust(comp, payout, one("-3500")));
        Viewer other = company.with(Role.COMP);
        as(other, () -> payouts.reject(other, all.id(), "It was right; other tests' runs would pay this."));
    }

    @Test
    void compensationReadsTheAmountButNotWhatItWasFor() {
        UUID payout = submitted();
        assertThat(Viewing.as(cast.leader(), () -> payouts.require(payout)).lines())
                .extracting(PayoutRecord.Line::title)
                .containsOnly("Keep the secret account");
        assertThat(Viewing.as(comp, () -> payouts.require(payout)).lines())
                .extracting(PayoutRecord.Line::title)
                .containsOnlyNulls();
    }

    /** Not by leaving something out: with compensation's keys no table of pay holds what an attainment was worked out from. */
    @Test
    void compensationFindsNoTermsInTheTablesThemselves() {
        UUID payout = submitted();
        assertThat(tablesWith("Baseline 52.25", cast.member())).containsExactly("incentive.payout_terms");
        assertThat(tablesWith("Baseline 52.25", cast.leader())).containsExactly("incentive.payout_terms");
        assertThat(tablesWith("Baseline 52.25", comp)).isEmpty();
        assertThat(tablesWith(payout.toString(), comp)).contains("incentive.payout", "incentive.payout_line");
        assertThat(Viewing.as(cast.leader(), () -> payouts.require(payout))
                        .explanation()
                        .toString())
                .contains("Baseline 52.25");
        assertThat(Viewing.as(comp, () -> payouts.require(payout)).explanation().toString())
                .contains("Two lines.")
                .doesNotContain("Baseline");
    }

    private List<String> tablesWith(String text, Viewer viewer) {
        return Viewing.as(
                viewer,
                () -> transaction.execute(status -> db
                        .sql(
                                "select schemaname || '.' || tablename from pg_tables where schemaname = 'incentive' order by 1")
                        .query(String.class)
                        .list()
                        .stream()
                        .filter(table -> db.sql(
                                        "select exists (select 1 from " + table + " as t where t::text like :text)")
                                .param("text", "%" + text + "%")
                                .query(Boolean.class)
                                .single())
                        .toList()));
    }

    private static AdjustmentContent one(String amount) {
        return new AdjustmentContent(
                "Why", List.of(new AdjustmentContent.Line(null, new BigDecimal(amount), "Correction")));
    }

    private List<RunRow> rows(PayoutRun run) {
        return Viewing.as(comp, () -> runs.rows(comp, run.id(), RunFilter.ALL, 200, null))
                .items();
    }

    private UUID submitted() {
        return payroll.submitted(cast.leader(), cast.member().id(), month, "1500", "2000");
    }

    private UUID submit(Submission submission) {
        return Viewing.as(cast.leader(), () -> payouts.submit(submission));
    }

    private static Submission with(Submission good, BigDecimal total, List<Submission.Line> lines) {
        return new Submission(
                UUID.randomUUID(),
                good.employee(),
                good.manager(),
                good.scoredBy(),
                good.periodStart(),
                good.periodEnd(),
                good.currency(),
                good.target(),
                good.modifier(),
                good.gate(),
                good.planCap(),
                total,
                lines,
                false,
                false,
                false,
                good.explanation(),
                good.terms());
    }

    private Decided approve(Viewer viewer, UUID payout) {
        return Viewing.as(viewer, () -> payouts.approve(viewer, List.of(payout)));
    }

    /** The same person with the duty of compensation. */
    private Viewer withComp(Viewer viewer) {
        company.give(viewer.id(), Role.COMP);
        return company.viewer(viewer.id());
    }

    private static void as(Viewer viewer, Runnable work) {
        Viewing.as(viewer, () -> {
            work.run();
            return "";
        });
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.first().code()).isEqualTo(code));
    }
}
