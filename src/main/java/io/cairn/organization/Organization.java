package io.cairn.organization;

import java.time.ZoneId;
import java.util.Currency;

/**
 * The one organisation of this installation.
 *
 * @param zone where its days turn
 * @param currency of its money
 * @param individualGoals whether people, and not only teams, may own OKRs
 */
public record Organization(String name, ZoneId zone, Currency currency, boolean individualGoals, int version) {}
