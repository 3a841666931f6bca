package io.cairn.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.incentive.Proration.Employment;
import io.cairn.incentive.Proration.Held;
import io.cairn.incentive.Proration.Leave;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProrationTests {
    private static final PayPeriod QUARTER = period(PayPeriod.Kind.QUARTER, "2026-07-01", "2026-09-30");
    private static final PayPeriod YEAR = period(PayPeriod.Kind.YEAR, "2026-01-01", "2026-12-31");
    private static final Held THOUSAND = held("2020-01-01", "1000", TargetBasis.YEAR);
    private static final Held RAISE = held("2026-09-01", "1500", TargetBasis.YEAR);

    private static PayPeriod period(PayPeriod.Kind kind, String from, String to) {
        return new PayPeriod(kind, LocalDate.parse(from), LocalDate.parse(to));
    }

    private static Held held(String from, String amount, TargetBasis basis) {
        return new Held(LocalDate.parse(from), new BigDecimal(amount), basis);
    }

    private static List<String> cut(List<Held> held, PayPeriod period, Employment employment, Leave... leave) {
        return Proration.segments(Proration.stretches(held, period, employment, List.of(leave))).stream()
                .map(each -> "%s x %d/%d"
                        .formatted(each.target().stripTrailingZeros().toPlainString(), each.days(), each.periodDays()))
                .toList();
    }

    @Test
    void aRaiseMakesTwoSegmentsWhateverTheOrderTheyCameIn() {
        assertThat(cut(List.of(RAISE, THOUSAND), QUARTER, Employment.ALWAYS))
                .containsExactly("250 x 62/92", "375 x 30/92");
        assertThat(cut(List.of(THOUSAND, RAISE), YEAR, Employment.ALWAYS))
                .containsExactly("1000 x 243/365", "1500 x 122/365");
    }

    @Test
    void hireAndExitLeaveTheDaysBetween() {
        var target = List.of(held("2020-01-01", "5000", TargetBasis.QUARTER));
        assertThat(cut(target, QUARTER, new Employment(LocalDate.parse("2026-08-01"), null)))
                .containsExactly("5000 x 61/92");
        assertThat(cut(target, QUARTER, new Employment(null, LocalDate.parse("2026-07-01"))))
                .containsExactly("5000 x 1/92");
        assertThat(cut(target, QUARTER, new Employment(LocalDate.parse("2026-10-01"), null)))
                .isEmpty();
        assertThat(cut(List.of(held("2026-10-01", "20000", TargetBasis.YEAR)), YEAR, Employment.ALWAYS))
                .containsExactly("20000 x 92/365");
    }

    @Test
    void leaveTakesItsDaysOutOfTheMiddle() {
        var leave = new Leave(LocalDate.parse("2026-08-15"), LocalDate.parse("2026-09-10"));
        assertThat(cut(List.of(THOUSAND, RAISE), QUARTER, Employment.ALWAYS, leave))
                .containsExactly("250 x 45/92", "375 x 20/92");
        var all = new Leave(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"));
        assertThat(cut(List.of(THOUSAND), QUARTER, Employment.ALWAYS, all)).isEmpty();
    }

    @Test
    void aTargetOfAQuarterIsFourTimesThatOfAYear() {
        assertThat(cut(List.of(held("2020-01-01", "250", TargetBasis.QUARTER)), YEAR, Employment.ALWAYS))
                .containsExactly("1000 x 365/365");
        assertThat(TargetBasis.YEAR.of(new BigDecimal("0.01"), PayPeriod.Kind.QUARTER))
                .isEqualByComparingTo("0.0025");
        assertThat(TargetBasis.YEAR.of(new BigDecimal("1000"), PayPeriod.Kind.HALF))
                .isEqualByComparingTo("500");
    }

    @Test
    void aStretchOfTheTermsTakesWhatFallsIntoIt() {
        var stretches = Proration.stretches(List.of(THOUSAND, RAISE), QUARTER, Employment.ALWAYS, List.of());
        var until = Proration.between(stretches, LocalDate.parse("2026-07-01"), LocalDate.parse("2026-09-10"));
        var since = Proration.between(stretches, LocalDate.parse("2026-09-11"), LocalDate.parse("2026-09-30"));
        assertThat(Proration.segments(until)).extracting(BonusSegment::days).containsExactly(62, 10);
        assertThat(Proration.segments(since)).extracting(BonusSegment::days).containsExactly(20);
    }
}
