package io.cairn.incentive;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of a person's bonus targets holds in a period, by day. */
record Holding(List<Currency> currencies, List<Proration.Stretch> stretches) {
    static Holding in(PayPeriod period, List<BonusTarget> all, @Nullable LocalDate left, List<Proration.Leave> leave) {
        var targets = all.stream()
                .filter(target -> !target.effectiveFrom().isAfter(period.to()))
                .toList();
        var stretches = Proration.stretches(
                targets.stream().map(BonusTarget::held).toList(), period, new Proration.Employment(null, left), leave);
        var currencies = targets.stream()
                .filter(target -> stretches.stream().anyMatch(stretch -> heldAt(targets, target, stretch.from())))
                .map(BonusTarget::currency)
                .distinct()
                .toList();
        return new Holding(currencies, stretches);
    }

    Optional<TargetMoney> money() {
        return currencies.size() == 1
                ? Optional.of(new TargetMoney(currencies.getFirst(), stretches))
                : Optional.empty();
    }

    private static boolean heldAt(List<BonusTarget> latestFirst, BonusTarget target, LocalDate day) {
        return latestFirst.stream()
                .filter(each -> !each.effectiveFrom().isAfter(day))
                .findFirst()
                .filter(target::equals)
                .isPresent();
    }
}
