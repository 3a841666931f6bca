package io.cairn.organization;

import io.cairn.web.part.Option;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The time zones and currencies a form offers. */
public final class OrganizationChoices {
    private static final List<Option> ZONES = zonesOfTheWorld();
    private static final List<Option> CURRENCIES = currenciesInUse();

    private OrganizationChoices() {}

    public static List<Option> zones() {
        return ZONES;
    }

    public static List<Option> currencies() {
        return CURRENCIES;
    }

    /** The same with the one that is set, should it not be among them: saving another field must not change it. */
    public static List<Option> with(List<Option> options, String value) {
        boolean known = value.isEmpty()
                || options.stream().anyMatch(option -> option.value().equals(value));
        return known
                ? options
                : Stream.concat(Stream.of(new Option(value, value)), options.stream())
                        .toList();
    }

    private static List<Option> zonesOfTheWorld() {
        Stream<String> places = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.matches(
                        "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                .sorted();
        return Stream.concat(Stream.of("UTC"), places)
                .map(zone -> new Option(zone, zone.replace('_', ' ')))
                .toList();
    }

    private static List<Option> currenciesInUse() {
        return Arrays.stream(Locale.getISOCountries())
                .map(country -> currencyOf(country))
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .map(money -> new Option(
                        money.getCurrencyCode(),
                        money.getCurrencyCode() + " · " + money.getDisplayName(Locale.ENGLISH)))
                .toList();
    }

    private static @Nullable Currency currencyOf(String country) {
        return Currency.getInstance(Locale.of("", country));
    }
}
