package io.cairn.organization;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads and sets what the organisation is called, where its days turn, what its money is and what it allows. */
@Component
@Transactional
public class Organizations {
    /** There is one row; the journal needs an id for it. */
    private static final UUID SUBJECT = new UUID(0, 0);

    private final JdbcClient db;
    private final DomainClock clock;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    Organizations(JdbcClient db, DomainClock clock, Journal journal, ApplicationEventPublisher events) {
        this.db = db;
        this.clock = clock;
        this.journal = journal;
        this.events = events;
    }

    /** Readable by anybody, signed in or not; empty before the first set-up. */
    @Transactional(readOnly = true)
    public Optional<Organization> find() {
        return db.sql("""
                select o.name, o.zone, o.currency, o.individual_goals, o.version from access.organization() as o
                """)
                .query((row, number) -> new Organization(
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        Currency.getInstance(row.getString("currency")),
                        row.getBoolean("individual_goals"),
                        row.getInt("version")))
                .optional();
    }

    /** @throws io.cairn.kernel.ProblemException NOT_FOUND before the first set-up */
    @Transactional(readOnly = true)
    public Organization require() {
        return find().orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    /** @throws io.cairn.kernel.ProblemException when the name is blank or the zone or currency is not known */
    public Organization set(@Nullable String name, @Nullable String zone, @Nullable String currency) {
        Administrators.only();
        Organization organization = new OrganizationDetails(name, zone, currency, false).checked(1);
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

    /** @throws io.cairn.kernel.ProblemException also STALE_VERSION, with the newer one */
    public Organization edit(OrganizationDetails details, int version) {
        Administrators.only();
        Organization before = require();
        Organization after = details.checked(version + 1);
        if (write(after, version) == 0) {
            throw GeneralProblem.STALE_VERSION.problem().with("current", before).exception();
        }
        journal.record(Entry.of("organization.changed", "organization", SUBJECT, "changed the organisation’s settings")
                .everyone()
                .before(before)
                .after(after));
        if (!before.zone().equals(after.zone())) {
            clock.in(after.zone());
            events.publishEvent(new ZoneChanged(before.zone(), after.zone()));
        }
        return after;
    }

    private int write(Organization after, int version) {
        return db.sql("""
                update organization.organization
                   set name = :name, zone = :zone, currency = :currency, individual_goals = :individualGoals,
                       version = version + 1
                 where version = :version
                """)
                .param("name", after.name())
                .param("zone", after.zone().getId())
                .param("currency", after.currency().getCurrencyCode())
                .param("individualGoals", after.individualGoals())
                .param("version", version)
                .update();
    }
}
