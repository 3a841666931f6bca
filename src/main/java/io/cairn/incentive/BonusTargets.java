package io.cairn.incentive;

import io.cairn.access.Audience;
import io.cairn.access.Viewing;
import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.framework.FrameworkProblem;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Money;
import io.cairn.kernel.Page;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Texts;
import io.cairn.organization.Organizations;
import io.cairn.organization.People;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people may earn, by day. Read by the person, their manager, HR and compensation; set by the last two. */
@Component
@Transactional
public class BonusTargets {
    private static final BigDecimal TOO_MUCH = new BigDecimal("1000000000000");
    private static final int LONGEST_NOTE = 2000;
    private static final String TARGET = """
            select b.id, b.person_id, p.name as person_name, b.amount, b.currency, b.basis, b.effective_from, b.note,
                   b.recorded_by, r.name as recorded_name, b.recorded_at,
                   exists (select 1 from incentive.bonus_target n
                            where n.person_id = b.person_id and n.effective_from = b.effective_from and n.id > b.id)
                       as superseded
              from incentive.bonus_target b
              join organization.person p on p.id = b.person_id
              left join organization.person r on r.id = b.recorded_by
            """;

    private final JdbcClient db;
    private final People people;
    private final Organizations organizations;
    private final Journal journal;
    private final DomainClock clock;

    BonusTargets(JdbcClient db, People people, Organizations organizations, Journal journal, DomainClock clock) {
        this.db = db;
        this.people = people;
        this.organizations = organizations;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Sets what holds from a day on; a second one for the same day takes the first one's place, which stays on record.
     *
     * @throws ProblemException OWN_PAY where somebody means themselves; FRAMEWORK_OFF for somebody's first where MBOs are not in
     *     use, while whoever has one may get another, because plans that run are still paid
     */
    public BonusTarget set(BonusTargetContent content) {
        PayKeepers.only();
        var texts = new Texts();
        var currency = currency(content.currency(), texts);
        var amount = amount(content.amount(), currency, texts);
        var note = texts.optional("note", content.note(), LONGEST_NOTE);
        var person = person(content.personId(), texts);
        if (content.basis() == null) {
            texts.add(GeneralProblem.REQUIRED.at("basis"));
        }
        if (content.effectiveFrom() == null) {
            texts.add(GeneralProblem.REQUIRED.at("effectiveFrom"));
        }
        texts.refuseIfAny();
        if (person.id().equals(Viewing.personId())) {
            throw IncentiveProblem.OWN_PAY.exception();
        }
        if (!Viewing.uses(PayKeepers.FRAMEWORK) && of(person.id()).isEmpty()) {
            throw FrameworkProblem.FRAMEWORK_OFF.exception();
        }
        var id = Ids.next();
        var key = Audience.pay(person.id());
        db.sql("""
                insert into incentive.bonus_target (id, person_id, amount, currency, basis, effective_from, note,
                                                    recorded_by, recorded_at, audience_kind, audience_id)
                values (:id, :person, :amount, :currency, :basis, :from, :note, :by, :at, :keyKind, :keyId)
                """)
                .param("id", id)
                .param("person", person.id())
                .param("amount", amount)
                .param("currency", currency.getCurrencyCode())
                .param("basis", Objects.requireNonNull(content.basis()).name())
                .param("from", content.effectiveFrom())
                .param("note", note)
                .param("by", Viewing.personId())
                .param("at", Timestamp.from(clock.instant()))
                .param("keyKind", key.kind().key())
                .param("keyId", key.id())
                .update();
        var made = one(id);
        journal.record(Entry.of("bonus-target.set", "bonus-target", id, "set the bonus target of " + person.name())
                .seenBy(key)
                .after(content));
        return made;
    }

    private Currency currency(@Nullable String code, Texts texts) {
        var usual = organizations.require().currency();
        if (code == null || code.isBlank()) {
            return usual;
        }
        var known = Money.currency(code);
        if (known == null) {
            texts.add(IncentiveProblem.CURRENCY_UNKNOWN.at("currency"));
            return usual;
        }
        return known;
    }

    private static BigDecimal amount(@Nullable BigDecimal amount, Currency currency, Texts texts) {
        if (amount == null) {
            texts.add(GeneralProblem.REQUIRED.at("amount"));
            return BigDecimal.ZERO;
        }
        if (amount.signum() < 0) {
            texts.add(IncentiveProblem.AMOUNT_NEGATIVE.at("amount"));
        } else if (amount.compareTo(TOO_MUCH) >= 0) {
            texts.add(GeneralProblem.INVALID
                    .saying("A bonus target is smaller than 1,000,000,000,000.")
                    .at("amount"));
        } else if (!Money.exact(amount, currency)) {
            texts.add(IncentiveProblem.AMOUNT_TOO_PRECISE.at("amount"));
        }
        return amount;
    }

    private PersonRef person(@Nullable UUID id, Texts texts) {
        if (id == null) {
            texts.add(GeneralProblem.REQUIRED.at("personId"));
            return new PersonRef(new UUID(0, 0), "");
        }
        var found = people.refs(List.of(id)).get(id);
        texts.unknown("personId", found != null);
        return found == null ? new PersonRef(id, "") : found;
    }

    private BonusTarget one(UUID id) {
        return db.sql(TARGET + " where b.id = :id")
                .param("id", id)
                .query(BonusTargets::target)
                .single();
    }

    /** Whether the viewer holds the key to this person's pay, whatever there is. */
    @Transactional(readOnly = true)
    public boolean readable(UUID person) {
        return db.sql("""
                select access.key('pay', :person::text) = any (access.keys()) or 'pay' = any (access.wide())
                """).param("person", person).query(Boolean.class).single();
    }

    /** Those the viewer may see, as they were recorded, newest first; of one person, or of all. */
    @Transactional(readOnly = true)
    public Page<BonusTarget> list(@Nullable UUID person, int limit, @Nullable UUID after) {
        List<BonusTarget> rows = db.sql(TARGET + """
                 where (:person::uuid is null or b.person_id = :person::uuid)
                   and (:after::uuid is null or b.id < :after::uuid)
                 order by b.id desc
                 limit :rows
                """)
                .param("person", person)
                .param("after", after)
                .param("rows", limit + 1)
                .query(BonusTargets::target)
                .list();
        return Page.of(rows, limit, target -> target.id().toString());
    }

    /** What held and will hold for somebody, latest day first, what was replaced left out. */
    @Transactional(readOnly = true)
    public List<BonusTarget> of(UUID person) {
        return of(List.of(person));
    }

    private List<BonusTarget> of(Collection<UUID> persons) {
        return db.sql(TARGET + """
                 where b.person_id = any (:persons::uuid[])
                   and not exists (select 1 from incentive.bonus_target n
                                    where n.person_id = b.person_id and n.effective_from = b.effective_from and n.id > b.id)
                 order by b.effective_from desc
                """)
                .param("persons", Ids.array(persons))
                .query(BonusTargets::target)
                .list();
    }

    /** Whether one that the viewer may see holds by the end of this day. */
    @Transactional(readOnly = true)
    public boolean heldBy(UUID person, LocalDate day) {
        return db.sql("""
                select exists (select 1 from incentive.bonus_target b where b.person_id = :person and b.effective_from <= :day)
                """)
                .param("person", person)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** What holds on a day; empty where the person has none that the viewer may see. */
    @Transactional(readOnly = true)
    public Optional<BonusTarget> on(UUID person, LocalDate day) {
        return of(person).stream()
                .filter(target -> !target.effectiveFrom().isAfter(day))
                .findFirst();
    }

    /** What holds in a period, nobody away. */
    @Transactional(readOnly = true, noRollbackFor = ProblemException.class)
    public Optional<TargetMoney> segments(UUID person, PayPeriod period) {
        return segments(person, period, List.of());
    }

    /**
     * What holds in a period, until the person left. Somebody hired within it has their first target from that day on.
     *
     * @param leave days that are not paid
     * @return empty where the person has no target that the viewer may see, or none on any of these days
     * @throws ProblemException CURRENCIES_DIFFER
     */
    @Transactional(readOnly = true, noRollbackFor = ProblemException.class)
    public Optional<TargetMoney> segments(UUID person, PayPeriod period, List<Proration.Leave> leave) {
        var left = people.find(person).map(found -> found.leftOn()).orElse(null);
        var holding = Holding.in(period, of(person), left, leave);
        if (holding.currencies().size() > 1) {
            throw IncentiveProblem.CURRENCIES_DIFFER.exception();
        }
        return holding.money();
    }

    /** A person's targets in a period are asked for. */
    public record Asked(UUID person, PayPeriod period) {}

    /**
     * The same for many, nobody away; left out where there is nothing, or where the currencies differ. Two statements, however
     * many.
     */
    @Transactional(readOnly = true)
    public Map<Asked, TargetMoney> segments(Collection<Asked> asked) {
        List<UUID> persons = asked.stream().map(Asked::person).distinct().toList();
        Map<UUID, List<BonusTarget>> targets = of(persons).stream()
                .collect(Collectors.groupingBy(target -> target.person().id()));
        Map<UUID, LocalDate> left = new HashMap<>();
        db.sql("""
                select p.id, p.left_on
                  from organization.person p
                 where p.id = any (:persons::uuid[]) and p.left_on is not null
                """).param("persons", Ids.array(persons)).query(row -> {
            left.put(row.getObject("id", UUID.class), row.getObject("left_on", LocalDate.class));
        });
        Map<Asked, TargetMoney> found = new HashMap<>();
        for (Asked one : asked) {
            List<BonusTarget> held = targets.getOrDefault(one.person(), List.of());
            Holding.in(one.period(), held, left.get(one.person()), List.of())
                    .money()
                    .ifPresent(money -> found.put(one, money));
        }
        return found;
    }

    /** Active people by name with what holds for them on a day. */
    @Transactional(readOnly = true)
    public List<PersonTarget> people(@Nullable String q, LocalDate day, int limit, int offset) {
        return db.sql("""
                select p.id, p.name, p.job_title, t.amount, t.currency, t.basis, t.effective_from
                  from organization.person p
                  left join lateral (
                       select b.amount, b.currency, b.basis, b.effective_from
                         from incentive.bonus_target b
                        where b.person_id = p.id and b.effective_from <= :day
                        order by b.effective_from desc, b.id desc
                        limit 1) t on true
                 where p.status = 'ACTIVE'
                   and (:q::text is null or position(lower(:q) in lower(p.name || ' ' || p.email)) > 0)
                 order by p.name, p.id
                 limit :limit offset :offset
                """)
                .param("q", q)
                .param("day", day)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new PersonTarget(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("job_title"),
                        money(row),
                        row.getString("basis") == null ? null : TargetBasis.valueOf(row.getString("basis")),
                        row.getObject("effective_from", LocalDate.class)))
                .list();
    }

    /** Somebody and the bonus target of the day; all three null where there is none. */
    public record PersonTarget(
            UUID id,
            String name,
            String jobTitle,
            @Nullable Money target,
            @Nullable TargetBasis basis,
            @Nullable LocalDate since) {}

    private static @Nullable Money money(ResultSet row) throws SQLException {
        var code = row.getString("currency");
        return code == null ? null : new Money(row.getBigDecimal("amount"), Currency.getInstance(code));
    }

    private static BonusTarget target(ResultSet row, int number) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        var by = row.getObject("recorded_by", UUID.class);
        return new BonusTarget(
                row.getObject("id", UUID.class),
                new PersonRef(row.getObject("person_id", UUID.class), row.getString("person_name")),
                new Money(row.getBigDecimal("amount"), currency).amount(),
                currency,
                TargetBasis.valueOf(row.getString("basis")),
                row.getObject("effective_from", LocalDate.class),
                row.getString("note"),
                by == null ? null : new PersonRef(by, row.getString("recorded_name")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("superseded"));
    }
}
