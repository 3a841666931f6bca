package io.cairn.incentive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.access.Audience;
import io.cairn.access.Viewing;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CairnTest
class BonusTargetTests {
    private static final String PATH = "/api/v1/bonus-targets";
    private static final PayPeriod QUARTER =
            new PayPeriod(PayPeriod.Kind.QUARTER, LocalDate.parse("2026-07-01"), LocalDate.parse("2026-09-30"));

    @Autowired
    Api api;

    @Autowired
    SmallCompany company;

    @Autowired
    BonusTargets targets;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    Cast cast;
    Viewer comp;
    Viewer hr;

    @BeforeEach
    void begin() {
        cast = company.cast();
        comp = company.with(Role.COMP);
        hr = company.with(Role.HR);
    }

    private static Map<String, Object> content(UUID person, Object amount, String from) {
        return new HashMap<>(Map.of(
                "personId", person, "amount", amount, "currency", "EUR", "basis", "YEAR", "effectiveFrom", from));
    }

    private Api.Reply set(Viewer viewer, UUID person, Object amount, String from) {
        return api.post(viewer, PATH, content(person, amount, from));
    }

    private List<String> listed(Viewer viewer, UUID person) {
        return api.get(viewer, PATH + "?person=" + person)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("amount") + " "
                        + item.path("effectiveFrom").asString() + " " + item.path("superseded"))
                .toList();
    }

    @Test
    void theirOwnManagerHrAndCompensationReadItAndNobodyElse() {
        var member = cast.member().id();
        var made = set(comp, member, 20000, "2026-01-01");
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        for (Viewer reader : List.of(cast.member(), cast.leader(), comp, hr)) {
            assertThat(listed(reader, member)).as(reader.name()).containsExactly("20000.00 2026-01-01 false");
        }
        var admin = company.with(Role.ADMIN);
        for (Viewer other : List.of(cast.head(), cast.colleague(), cast.stranger(), admin)) {
            assertThat(listed(other, member)).as(other.name()).isEmpty();
            assertThat(api.get(other, PATH).raw().body())
                    .as(other.name())
                    .isEqualTo(
                            api.get(other, PATH + "?person=" + other.id()).raw().body());
        }
    }

    @Test
    void theJournalTellsOfItOnlyWhoHoldsTheKey() {
        var made = set(comp, cast.member().id(), 31234, "2026-01-01");
        for (Viewer reader : List.of(cast.member(), cast.leader(), comp, hr)) {
            assertThat(journal(reader)).as(reader.name()).contains(made.id().toString());
        }
        for (Viewer other : List.of(cast.head(), cast.stranger(), company.with(Role.ADMIN))) {
            assertThat(journal(other)).as(other.name()).doesNotContain(made.id().toString(), "31234");
        }
    }

    private String journal(Viewer viewer) {
        return api.get(viewer, "/api/v1/journal?subjectKind=bonus-target").raw().body();
    }

    @Test
    void onlyHrAndCompensationSetItAndNeverTheirOwn() {
        var member = cast.member().id();
        for (Viewer other :
                List.of(cast.member(), cast.leader(), cast.head(), cast.stranger(), company.with(Role.ADMIN))) {
            var refused = set(other, member, 1, "2026-01-01");
            assertThat(refused.status() + " " + refused.code()).isEqualTo("403 NOT_ALLOWED");
        }
        for (Viewer keeper : List.of(comp, hr)) {
            var own = set(keeper, keeper.id(), 1, "2026-01-01");
            assertThat(own.status() + " " + own.code()).isEqualTo("403 OWN_PAY");
        }
        assertThat(set(hr, comp.id(), 1, "2026-01-01").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "amount, -1, AMOUNT_NEGATIVE",
        "amount, 10.001, AMOUNT_TOO_PRECISE",
        "amount, 1000000000000, INVALID",
        "amount, , REQUIRED",
        "currency, EURO, CURRENCY_UNKNOWN",
        "currency, XAU, CURRENCY_UNKNOWN",
        "basis, , REQUIRED",
        "effectiveFrom, , REQUIRED",
        "personId, , REQUIRED",
        "personId, 0199b6a4-7c00-7000-8000-000000000001, INVALID"
    })
    void whatIsWrongIsSaidAtItsField(String field, String value, String code) {
        var content = content(cast.member().id(), 1, "2026-01-01");
        content.put(field, field.equals("amount") && value != null ? new java.math.BigDecimal(value) : value);
        var refused = api.post(comp, PATH, content);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo(code);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void aCurrencyHasItsOwnDecimals() {
        var content = content(cast.member().id(), new java.math.BigDecimal("0.5"), "2026-01-01");
        content.put("currency", "JPY");
        assertThat(api.post(comp, PATH, content).body().at("/errors/0/code").asString())
                .isEqualTo("AMOUNT_TOO_PRECISE");
        content.put("currency", "kwd");
        content.put("amount", new java.math.BigDecimal("0.125"));
        var made = api.post(comp, PATH, content);
        assertThat(made.text("currency") + " " + made.body().path("amount")).isEqualTo("KWD 0.125");
    }

    @Test
    void aLaterEntryForTheSameDayTakesThePlaceOfTheFirst() {
        var member = cast.member().id();
        set(comp, member, 1000, "2020-01-01");
        set(comp, member, 1400, "2026-09-01");
        set(comp, member, 1500, "2026-09-01");
        assertThat(listed(comp, member))
                .containsExactly("1500.00 2026-09-01 false", "1400.00 2026-09-01 true", "1000.00 2020-01-01 false");
        assertThat(segments(member, List.of())).containsExactly("250 x 62/92", "375 x 30/92");
        Viewing.as(comp, () -> {
            assertThat(targets.on(member, LocalDate.parse("2026-08-31"))
                            .orElseThrow()
                            .amount())
                    .isEqualTo("1000.00");
            assertThat(targets.on(member, LocalDate.parse("2026-09-01"))
                            .orElseThrow()
                            .amount())
                    .isEqualTo("1500.00");
            return null;
        });
    }

    private List<String> segments(UUID person, List<Proration.Leave> leave) {
        return Viewing.as(comp, () -> targets.segments(person, QUARTER, leave)).stream()
                .flatMap(money -> Proration.segments(money.stretches()).stream())
                .map(each -> "%s x %d/%d"
                        .formatted(each.target().stripTrailingZeros().toPlainString(), each.days(), each.periodDays()))
                .toList();
    }

    @Test
    void whoLeavesEarnsUntilThen() {
        var member = cast.member().id();
        set(comp, member, 1000, "2020-01-01");
        var admin = company.with(Role.ADMIN);
        var gone = api.post(
                admin,
                "/api/v1/people/" + member + "/departure",
                Map.of("on", "2026-07-31", "handOverTo", cast.leader().id()));
        assertThat(gone.status()).as(gone.raw().body()).isEqualTo(200);
        assertThat(segments(member, List.of())).containsExactly("250 x 31/92");
    }

    @Test
    void aPeriodIsOfOneCurrencyWhateverCameBefore() {
        var member = cast.member().id();
        set(comp, member, 1000, "2020-01-01");
        var dollars = content(member, 1200, "2026-07-01");
        dollars.put("currency", "USD");
        assertThat(api.post(comp, PATH, dollars).status()).isEqualTo(201);
        assertThat(segments(member, List.of())).containsExactly("300 x 92/92");
        dollars.put("effectiveFrom", "2026-08-01");
        dollars.put("currency", "GBP");
        assertThat(api.post(comp, PATH, dollars).status()).isEqualTo(201);
        assertThatThrownBy(() -> segments(member, List.of()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.first().code()).isEqualTo("CURRENCIES_DIFFER"));
    }

    @Test
    void withoutTheKeyThereIsNoTarget() {
        var member = cast.member().id();
        set(comp, member, 1000, "2020-01-01");
        assertThat(Viewing.as(cast.head(), () -> targets.segments(member, QUARTER)))
                .isEmpty();
        assertThat(Viewing.as(cast.leader(), () -> targets.segments(member, QUARTER)))
                .isPresent();
    }

    /** The database says so itself, whatever the program asks. */
    @Test
    void theTableTakesNoPayFromThoseWhoMayNotSetIt() {
        var member = cast.member().id();
        assertThat(inserted(comp, member, comp.id(), Audience.pay(member))).isTrue();
        assertThat(inserted(hr, member, hr.id(), Audience.pay(member))).isTrue();
        assertThat(inserted(comp, member, hr.id(), Audience.pay(member)))
                .as("in another's name")
                .isFalse();
        assertThat(inserted(comp, member, comp.id(), Audience.pay(comp.id())))
                .as("under another key")
                .isFalse();
        assertThat(inserted(comp, comp.id(), comp.id(), Audience.pay(comp.id())))
                .as("one's own")
                .isFalse();
        assertThat(inserted(cast.member(), member, member, Audience.pay(member)))
                .as("the employee")
                .isFalse();
        assertThat(inserted(cast.leader(), member, cast.leader().id(), Audience.pay(member)))
                .as("the manager")
                .isFalse();
    }

    private boolean inserted(Viewer viewer, UUID person, UUID by, Audience key) {
        return Boolean.TRUE.equals(Viewing.as(
                viewer,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    status.setRollbackOnly();
                    try {
                        return db.sql("""
                        insert into incentive.bonus_target (id, person_id, amount, currency, basis, effective_from,
                                                            recorded_by, recorded_at, audience_kind, audience_id)
                        values (gen_random_uuid(), :person, 1, 'EUR', 'YEAR', '2026-01-01', :by, '2026-01-01', 'pay', :key)
                        """)
                                        .param("person", person)
                                        .param("by", by)
                                        .param("key", key.id())
                                        .update()
                                == 1;
                    } catch (org.springframework.dao.DataAccessException refused) {
                        return false;
                    }
                })));
    }
}
