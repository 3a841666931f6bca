package io.cairn.organization;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemList;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads and sets what the organisation is called, where its days turn and what its money is. */
@Component
@Transactional
public class Organizations {
    /** There is one row; the journal needs an id for it. */
    private static final UUID SUBJECT = new UUID(0, 0);

    private final JdbcClient db;
    private final DomainClock clock;
    private final Journal journal;

    Organizations(JdbcClient db, DomainClock clock, Journal journal) {
        this.db = db;
        this.clock = clock;
        this.journal = journal;
    }

    /** Readable by anybody, signed in or not; empty before the first set-up. */
    @Transactional(readOnly = true)
    public Optional<Organization> find() {
        return db.sql("select o.name, o.zone, o.currency from access.organization() as o")
                .query((row, number) -> new Organization(
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        Currency.getInstance(row.getString("currency"))))
                .optional();
    }

    /** @throws io.cairn.kernel.ProblemException when the name is blank or the zone or currency is not known */
    public Organization set(@Nullable String name, @Nullable String zone, @Nullable String currency) {
        Administrators.only();
        Organization organization = checked(name, zone, currency);
        db.sql("""
                insert into organization.organization (name, zone, currency) values (:name, :zone, :currency)
                on conflict (id) do update
                   set name = excluded.name, zone = excluded.zone, currency = excluded.currency,
                       version = organization.version + 1
                """)
                .param("name", organization.name())
                .param("zone", organization.zone().getId())
                .param("currency", organization.currency().getCurrencyCode())
                .update();
        clock.in(organization.zone());
        journal.record(Entry.of("organization.set", "organization", SUBJECT, "set up " + organization.name())
                .everyone()
                .after(organization));
        return organization;
    }

    private static Organization checked(@Nullable String name, @Nullable String zone, @Nullable String currency) {
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
        return new Organization(text, zoneId, money);
    }
}
