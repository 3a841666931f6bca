package io.cairn.incentive;

import java.util.Currency;
import java.util.List;

/** The bonus targets that hold in a period, cut by day, all of one currency. */
public record TargetMoney(Currency currency, List<Proration.Stretch> stretches) {}
