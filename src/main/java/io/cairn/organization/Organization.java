package io.cairn.organization;

import java.time.ZoneId;
import java.util.Currency;

/** The one organisation of this installation: its name, the zone its days turn in and the currency of its money. */
public record Organization(String name, ZoneId zone, Currency currency) {}
