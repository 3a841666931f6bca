package io.cairn.organization;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemList;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What an administrator says of the organisation, as typed. */
public record OrganizationDetails(
        @Nullable String name,
        @Nullable String zone,
        @Nullable String currency,
        boolean individualGoals) {

    /** @throws io.cairn.kernel.ProblemException when the name is blank or the zone or currency is not known */
    Organization checked(int version) {
        var problems = new ProblemList();
        String text = problems.text("name", name, 200);
        ZoneId zoneId = ZoneId.of("UTC");
        Currency money = Currency.getInstance("EUR");
        try {
            zoneId = ZoneId.of(zone == null ? "" : zone.strip());
        } catch (DateTimeException unknown) {
            problems.add(GeneralProblem.INVALID
                    .saying("Write a time zone such as Europe/Berlin.")
                    .at("zone"));
        }
        try {
            money = Currency.getInstance(currency == null ? "" : currency.strip());
        } catch (IllegalArgumentException unknown) {
            problems.add(GeneralProblem.INVALID
                    .saying("Write a currency's three letters, such as EUR.")
                    .at("currency"));
        }
        problems.throwAny();
        return new Organization(text, zoneId, money, individualGoals, version);
    }
}
