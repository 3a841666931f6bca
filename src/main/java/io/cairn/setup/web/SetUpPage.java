package io.cairn.setup.web;

import io.cairn.kernel.Problem;
import io.cairn.setup.Beginning;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
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

/** The first page an empty installation shows. */
public record SetUpPage(Beginning typed, List<Problem> problems) implements FullPage {
    private static final List<Option> ZONES = zonesOfTheWorld();
    private static final List<Option> CURRENCIES = currenciesInUse();

    @Override
    public String title() {
        return "Set up";
    }

    @Override
    public Section section() {
        return Section.NONE;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public List<Option> zones() {
        return ZONES;
    }

    public List<Option> currencies() {
        return CURRENCIES;
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
