package io.cairn.incentive.web;

import io.cairn.incentive.PaymentBatch;
import io.cairn.incentive.PayoutKind;
import io.cairn.incentive.PayoutRun;
import io.cairn.incentive.PayoutRunState;
import io.cairn.incentive.PayoutState;
import io.cairn.incentive.RunFilter;
import io.cairn.incentive.RunRow;
import io.cairn.incentive.RunTotals;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One payout run with its payouts.
 *
 * @param decides whether the viewer approves and pays, rather than looks on
 */
public record PayoutRunPage(
        PayoutRun run,
        List<RunRow> rows,
        RunFilter filter,
        @Nullable String nextUrl,
        List<PaymentBatch> batches,
        boolean decides,
        String reason,
        ZoneId zone,
        List<Problem> problems)
        implements FullPage {

    /** What is said beside a payout: a word and an icon. */
    public record Mark(String icon, String text) {}

    /** A state's part of the totals. */
    public record Figure(String label, RunTotals.Part part) {}

    public List<Figure> figures() {
        RunTotals totals = run.totals();
        return List.of(
                new Figure(PayoutState.SUBMITTED.label(), totals.submitted()),
                new Figure(PayoutState.APPROVED.label(), totals.approved()),
                new Figure(PayoutState.PAID.label(), totals.paid()),
                new Figure(PayoutState.REJECTED.label(), totals.rejected()));
    }

    public List<Mark> marks(RunRow row) {
        var marks = new ArrayList<Mark>();
        if (row.kind() == PayoutKind.ADJUSTMENT) {
            marks.add(new Mark("adjustments", PayoutKind.ADJUSTMENT.label()));
        }
        if (row.capped()) {
            marks.add(new Mark("minus", RunFilter.Flag.CAPPED.label()));
        }
        if (row.lateOverride()) {
            marks.add(new Mark("clock", RunFilter.Flag.LATE_OVERRIDE.label()));
        }
        if (row.estimatesDiffer()) {
            marks.add(new Mark("arrows-exchange", RunFilter.Flag.ESTIMATES_DIFFER.label()));
        }
        if (decides && row.yours() != null && open(row)) {
            marks.add(new Mark("lock", row.yours().equals("OWN_PAY") ? "Your own pay" : "For other eyes"));
        }
        return marks;
    }

    private static boolean open(RunRow row) {
        return row.state() == PayoutState.SUBMITTED || row.state() == PayoutState.APPROVED;
    }

    public boolean selectable(RunRow row) {
        return decides && run.open() && row.state() == PayoutState.SUBMITTED && row.yours() == null;
    }

    public boolean anySelectable() {
        return rows.stream().anyMatch(this::selectable);
    }

    public boolean payable() {
        return decides && run.open() && run.totals().approved().count() > 0;
    }

    public boolean interrupted() {
        return run.state() == PayoutRunState.PAYING;
    }

    /** How much of the budget is spoken for, as a share; once it is overdrawn, how much of the sum the budget covers. */
    public BigDecimal spent() {
        BigDecimal sum = run.totals().sum();
        BigDecimal whole = run.overBudget() ? sum : run.budget();
        BigDecimal part = run.overBudget() ? run.budget() : sum;
        return whole.signum() == 0 ? BigDecimal.ZERO : part.divide(whole, 4, RoundingMode.HALF_UP);
    }

    public String amount(BigDecimal amount) {
        return Amounts.plain(amount, run.currency());
    }

    public String money(BigDecimal amount) {
        return Amounts.of(amount, run.currency());
    }

    public boolean narrows() {
        return !filter.equals(RunFilter.ALL);
    }

    public static List<Option> states() {
        return Arrays.stream(PayoutState.values())
                .map(one -> new Option(one.name(), one.label()))
                .toList();
    }

    public static List<Option> flags() {
        return Arrays.stream(RunFilter.Flag.values())
                .map(one -> new Option(one.name(), one.label()))
                .toList();
    }

    public static List<Option> kinds() {
        return Arrays.stream(PayoutKind.values())
                .map(one -> new Option(one.name(), one.label()))
                .toList();
    }

    public String path() {
        return "/payout-runs/" + run.id();
    }

    @Override
    public String title() {
        return run.name();
    }

    @Override
    public Section section() {
        return Section.PAY;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }
}
