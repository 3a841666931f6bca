package io.cairn.incentive;

import io.cairn.access.Audience;
import io.cairn.access.Viewing;
import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Money;
import io.cairn.kernel.Page;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import io.cairn.organization.People;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Pools for discretionary objectives: compensation makes them, their holders give them out. Source: frameworks 2.3. */
@Component
@Transactional
public class Pools {
    private static final BigDecimal TOO_MUCH = new BigDecimal("1000000000000");
    private static final String POOL = """
            select p.id, p.name, p.period_start, p.period_end, p.currency, p.amount, p.version,
                   h.id as holder_id, h.name as holder
              from incentive.pool p
              join organization.person h on h.id = p.holder_id
            """;

    private final JdbcClient db;
    private final People people;
    private final Journal journal;
    private final DomainClock clock;
    private final PoolSpending spending;

    Pools(JdbcClient db, People people, Journal journal, DomainClock clock, PoolSpending spending) {
        this.db = db;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
        this.spending = spending;
    }

    /** Those the viewer may see: their own, all of them for compensation; newest first. */
    @Transactional(readOnly = true)
    public Page<Pool> list(int limit, @Nullable UUID before) {
        List<Pool> rows = db.sql(
                        POOL + " where (:before::uuid is null or p.id < :before) order by p.id desc limit :rows")
                .param("before", before)
                .param("rows", limit + 1)
                .query(Pools::pool)
                .list();
        return Page.of(spent(rows), limit, pool -> pool.id().toString());
    }

    /** @throws ProblemException NOT_FOUND where the viewer may not see it */
    @Transactional(readOnly = true)
    public Pool get(UUID pool) {
        List<Pool> found = db.sql(POOL + " where p.id = :id")
                .param("id", pool)
                .query(Pools::pool)
                .list();
        if (found.isEmpty()) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        return spent(found).getFirst();
    }

    /** The pools out of which this person gives for a plan that ends on a day; newest first. */
    @Transactional(readOnly = true)
    public List<Pool> heldBy(UUID person, LocalDate planEndsOn) {
        return spent(db.sql(POOL + """
                 where p.holder_id = :person and :day between p.period_start and p.period_end
                 order by p.id desc
                 limit 50
                """)
                .param("person", person)
                .param("day", planEndsOn)
                .query(Pools::pool)
                .list());
    }

    /** Nobody else gives out of these pools or changes them until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<UUID> pools) {
        db.sql("""
                select count(pg_advisory_xact_lock(hashtextextended('pool ' || x.pool, 0)))
                  from (select u.pool from unnest(:pools::uuid[]) as u (pool) order by u.pool) x
                """).param("pools", Ids.array(pools)).query().singleRow();
    }

    private List<Pool> spent(List<Pool> pools) {
        if (pools.isEmpty()) {
            return pools;
        }
        Map<UUID, BigDecimal> given = spending.of(pools.stream().map(Pool::id).toList());
        return pools.stream()
                .map(pool -> pool.spent(given.getOrDefault(pool.id(), BigDecimal.ZERO)))
                .toList();
    }

    /** @throws ProblemException NOT_ALLOWED, OWN_PAY for a pool of one's own, or what is wrong with the content */
    public Pool create(Viewer viewer, PoolContent content) {
        if (!viewer.is(Role.COMP)) {
            throw GeneralProblem.NOT_ALLOWED.saying("Compensation makes pools.").exception();
        }
        Texts texts = new Texts();
        String name = texts.needed("name", content.name(), 1, 200);
        Currency currency = checked(content, texts);
        texts.refuseIfAny();
        UUID holder = Objects.requireNonNull(content.holderId());
        if (holder.equals(viewer.id())) {
            throw IncentiveProblem.OWN_PAY.exception();
        }
        UUID id = Ids.next();
        Audience key = Audience.list(id);
        share(id, holder);
        db.sql("""
                insert into incentive.pool (id, name, period_start, period_end, currency, amount, holder_id, created_by,
                                            created_at, audience_kind, audience_id)
                values (:id, :name, :from, :to, :currency, :amount, :holder, :by, :at, :keyKind, :keyId)
                """)
                .param("id", id)
                .param("name", name)
                .param("from", content.periodStart())
                .param("to", content.periodEnd())
                .param("currency", Objects.requireNonNull(currency).getCurrencyCode())
                .param("amount", content.amount())
                .param("holder", holder)
                .param("by", Viewing.personId())
                .param("at", Timestamp.from(clock.instant()))
                .param("keyKind", key.kind().key())
                .param("keyId", key.id())
                .update();
        journal.record(Entry.of("pool.made", "pool", id, "made the pool “" + name + "”")
                .seenBy(key)
                .after(content));
        return get(id);
    }

    /**
     * Corrects a pool; another holder gives out what is left of it.
     *
     * @param change what its content becomes
     * @param version the version that was read
     * @throws ProblemException NOT_FOUND, NOT_ALLOWED, OWN_PAY, STALE_VERSION; POOL_BELOW_AWARDED, POOL_CURRENCY_FIXED and what
     *     else is wrong with the content
     */
    public Pool edit(Viewer viewer, UUID id, UnaryOperator<PoolContent> change, int version) {
        get(id);
        if (!viewer.is(Role.COMP)) {
            throw GeneralProblem.NOT_ALLOWED
                    .saying("Compensation changes pools.")
                    .exception();
        }
        lock(List.of(id));
        Pool before = get(id);
        if (before.version() != version) {
            throw GeneralProblem.STALE_VERSION.problem().with("current", before).exception();
        }
        PoolContent content = change.apply(before.content());
        Texts texts = new Texts();
        String name = texts.needed("name", content.name(), 1, 200);
        Currency currency = checked(content, texts);
        given(before, content, texts);
        texts.refuseIfAny();
        UUID holder = Objects.requireNonNull(content.holderId());
        if (holder.equals(viewer.id()) || before.holder().id().equals(viewer.id())) {
            throw IncentiveProblem.OWN_PAY.exception();
        }
        db.sql("""
                update incentive.pool
                   set name = :name, period_start = :from, period_end = :to, currency = :currency, amount = :amount,
                       holder_id = :holder, version = version + 1
                 where id = :id
                """)
                .param("id", id)
                .param("name", name)
                .param("from", content.periodStart())
                .param("to", content.periodEnd())
                .param("currency", Objects.requireNonNull(currency).getCurrencyCode())
                .param("amount", content.amount())
                .param("holder", holder)
                .update();
        share(id, holder);
        journal.record(Entry.of("pool.changed", "pool", id, "changed the pool “" + name + "”")
                .seenBy(Audience.list(id))
                .before(before.content())
                .after(content));
        return get(id);
    }

    /** What was given stays covered, in the money it was given in. */
    private static void given(Pool before, PoolContent content, Texts texts) {
        if (before.awarded().signum() == 0) {
            return;
        }
        if (content.amount() != null && content.amount().compareTo(before.awarded()) < 0) {
            texts.add(IncentiveProblem.POOL_BELOW_AWARDED.at("amount"));
        }
        if (content.currency() != null && !before.currency().equals(content.currency())) {
            texts.add(IncentiveProblem.POOL_CURRENCY_FIXED.at("currency"));
        }
    }

    /** Its holder and compensation read it. */
    private void share(UUID pool, UUID holder) {
        db.sql("select access.share_list(:list, :holder, '{}', '{COMP}')")
                .param("list", pool)
                .param("holder", new UUID[] {holder})
                .query()
                .singleRow();
    }

    private @Nullable Currency checked(PoolContent content, Texts texts) {
        LocalDate from = content.periodStart();
        LocalDate to = content.periodEnd();
        if (from == null) {
            texts.add(GeneralProblem.REQUIRED.at("periodStart"));
        }
        if (to == null) {
            texts.add(GeneralProblem.REQUIRED.at("periodEnd"));
        }
        if (from != null && to != null && to.isBefore(from)) {
            texts.add(GeneralProblem.INVALID
                    .saying("The end lies before the start.")
                    .at("periodEnd"));
        }
        String code = content.currency();
        Currency currency = code == null ? null : Money.currency(code);
        if (code == null || code.isBlank()) {
            texts.add(GeneralProblem.REQUIRED.at("currency"));
        } else if (currency == null) {
            texts.add(IncentiveProblem.CURRENCY_UNKNOWN.at("currency"));
        }
        amount(content.amount(), currency, texts);
        UUID holder = content.holderId();
        if (holder == null) {
            texts.add(GeneralProblem.REQUIRED.at("holderId"));
        } else {
            texts.unknown("holderId", people.find(holder).isPresent());
        }
        return currency;
    }

    private static void amount(@Nullable BigDecimal amount, @Nullable Currency currency, Texts texts) {
        if (amount == null) {
            texts.add(GeneralProblem.REQUIRED.at("amount"));
        } else if (amount.signum() < 0 || amount.compareTo(TOO_MUCH) >= 0) {
            texts.add(GeneralProblem.INVALID
                    .saying("An amount of money, 0 or more.")
                    .at("amount"));
        } else if (currency != null && !Money.exact(amount, currency)) {
            texts.add(IncentiveProblem.AMOUNT_TOO_PRECISE.at("amount"));
        }
    }

    private static Pool pool(ResultSet row, int number) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        BigDecimal amount = new Money(row.getBigDecimal("amount"), currency).amount();
        return new Pool(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("period_start", LocalDate.class),
                row.getObject("period_end", LocalDate.class),
                currency.getCurrencyCode(),
                amount,
                BigDecimal.ZERO,
                amount,
                new PersonRef(row.getObject("holder_id", UUID.class), row.getString("holder")),
                row.getInt("version"));
    }
}
