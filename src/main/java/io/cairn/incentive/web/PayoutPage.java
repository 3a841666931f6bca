package io.cairn.incentive.web;

import io.cairn.incentive.PayoutKind;
import io.cairn.incentive.PayoutRecord;
import io.cairn.incentive.PayoutState;
import io.cairn.kernel.Display;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One payout line by line, and what was corrected of it since.
 *
 * @param adjustments of this payout, oldest first
 * @param form null for who may not correct it, or while it is not paid
 */
public record PayoutPage(
        PayoutRecord payout,
        List<PayoutRecord> adjustments,
        @Nullable AdjustmentForm form,
        @Nullable String held,
        boolean compensation,
        ZoneId zone,
        List<Problem> problems)
        implements FullPage {

    public String path() {
        return "/payouts/" + payout.id();
    }

    public String money(BigDecimal amount) {
        return Amounts.of(amount, payout.currency());
    }

    public String amount(BigDecimal amount) {
        return Amounts.plain(amount, payout.currency());
    }

    /** {@code +250.00}: a correction always shows its sign. */
    public String difference(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : "") + amount(amount);
    }

    public String percent(@Nullable BigDecimal ratio) {
        return ratio == null ? "" : Display.share(ratio) + " %";
    }

    /** Its title where the viewer may know it, else its number: compensation reads amounts, not goals. */
    public String name(PayoutRecord.Line line) {
        if (line.title() != null) {
            return line.title();
        }
        return line.label().isEmpty() ? "Objective " + line.position() : line.label();
    }

    public boolean isAdjustment() {
        return payout.kind() == PayoutKind.ADJUSTMENT;
    }

    /** With what is approved or paid of the corrections. */
    public BigDecimal standing() {
        return adjustments.stream()
                .filter(one -> one.state() == PayoutState.APPROVED || one.state() == PayoutState.PAID)
                .map(PayoutRecord::total)
                .reduce(payout.total(), BigDecimal::add);
    }

    /** What the total would be with what is typed. */
    public BigDecimal after() {
        return form == null ? standing() : standing().add(form.sum(payout.currency()));
    }

    public boolean corrected() {
        return standing().compareTo(payout.total()) != 0;
    }

    @Override
    public String title() {
        return (isAdjustment() ? "Adjustment for " : "Payout of ")
                + payout.employee().name();
    }

    @Override
    public Section section() {
        return compensation ? Section.PAY : Section.NONE;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }
}
