package io.cairn.incentive;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Money;
import io.cairn.kernel.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A checked adjustment: the payout it mends with its figures, and lines that are differences. */
record Adjustment(String reason, Submission submission, List<PayoutStore.Line> lines) {
    private static final int MOST_LINES = 100;
    private static final int LABEL = 200;
    private static final int MONEY_DIGITS = 13;

    /** @param adjusted what earlier adjustments of it add up to */
    static Adjustment of(PayoutRecord paid, AdjustmentContent content, BigDecimal adjusted) {
        Texts texts = new Texts();
        String reason = texts.needed("reason", content.reason(), 1, Payouts.REASON);
        var currency = Currency.getInstance(paid.currency());
        List<PayoutStore.Line> lines = new ArrayList<>();
        for (AdjustmentContent.Line line :
                content.lines() == null ? List.<AdjustmentContent.Line>of() : content.lines()) {
            lines.add(line(paid, currency, line, lines.size(), texts));
        }
        if (lines.isEmpty()) {
            texts.add(PayoutProblem.LINES_REQUIRED.at("lines"));
        } else if (lines.size() > MOST_LINES) {
            texts.add(PayoutProblem.TOO_MANY_LINES.at("lines"));
        }
        BigDecimal total = lines.stream().map(PayoutStore.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (paid.total().add(adjusted).add(total).signum() < 0) {
            texts.add(PayoutProblem.ADJUSTED_BELOW_ZERO.at("lines"));
        }
        texts.refuseIfAny();
        return new Adjustment(reason, submission(paid, currency, total, reason), lines);
    }

    private static PayoutStore.Line line(
            PayoutRecord paid, Currency currency, AdjustmentContent.Line given, int index, Texts texts) {
        String field = "lines[" + index + "].";
        String label = texts.needed(field + "label", given.label(), 1, LABEL);
        BigDecimal amount = given.amount();
        boolean exact = false;
        if (amount == null) {
            texts.add(GeneralProblem.REQUIRED.at(field + "amount"));
        } else if (amount.signum() == 0) {
            texts.add(PayoutProblem.ADJUSTS_NOTHING.at(field + "amount"));
        } else if ((long) amount.precision() - amount.scale() > MONEY_DIGITS) {
            texts.add(GeneralProblem.INVALID.at(field + "amount"));
        } else if (!Money.exact(amount, currency)) {
            texts.add(IncentiveProblem.AMOUNT_TOO_PRECISE.at(field + "amount"));
        } else {
            exact = true;
        }
        Optional<PayoutRecord.Line> mended = paid.lines().stream()
                .filter(line -> given.line() != null && line.position() == given.line())
                .findFirst();
        if (given.line() != null && mended.isEmpty()) {
            texts.add(PayoutProblem.NO_SUCH_LINE.at(field + "line"));
        }
        return new PayoutStore.Line(
                index + 1,
                mended.map(PayoutRecord.Line::goalId).orElse(null),
                BigDecimal.ZERO,
                null,
                null,
                amount != null && exact ? amount : BigDecimal.ZERO,
                label);
    }

    private static Submission submission(PayoutRecord paid, Currency currency, BigDecimal total, String reason) {
        return new Submission(
                paid.planId(),
                paid.employee().id(),
                paid.manager() == null ? null : paid.manager().id(),
                paid.scoredBy() == null ? null : paid.scoredBy().id(),
                paid.periodStart(),
                paid.periodEnd(),
                currency,
                paid.targetAmount(),
                paid.modifier(),
                paid.gate(),
                paid.planCap(),
                total,
                List.of(),
                false,
                false,
                false,
                Map.of("adjusts", paid.id(), "reason", reason),
                null);
    }
}
