package io.cairn.framework.mbo;

import io.cairn.incentive.Attainment;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.incentive.BonusSegment;
import io.cairn.incentive.Payout;
import io.cairn.incentive.PayoutLine;
import io.cairn.incentive.PayoutTerms;
import io.cairn.template.Filled;
import io.cairn.template.Variant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The account executive of the seeds in the third quarter (frameworks 6.1, D-MBO-1). */
final class TrackerSample {
    private static final UUID NONE = new UUID(0, 0);
    private static final BigDecimal TARGET = new BigDecimal("5000");
    static final PlanTerms USUAL =
            new PlanTerms(PlanTerms.USUAL_CAP, BigDecimal.ONE, false, null, List.of(), null, null, List.of());

    private TrackerSample() {}

    private record Given(ObjectiveTerms terms, String actual, String comment) {
        Assessed said() {
            return new Assessed(new BigDecimal(actual), null, "");
        }
    }

    static Filled filled() {
        List<Given> given = List.of(
                new Given(
                        line(
                                "Grow expansion revenue in assigned enterprise accounts by 15 % this quarter",
                                "60", AttainmentBasis.BASELINE_TO_TARGET, "EUR", "2000000", "2300000"),
                        "2240000",
                        "Two expansions moved to October."),
                new Given(
                        line(
                                "Raise the win rate in the territory",
                                "25",
                                AttainmentBasis.RATIO_TO_TARGET,
                                "%",
                                null,
                                "25"),
                        "26.25",
                        ""),
                new Given(
                        line("Sell the new products", "15", AttainmentBasis.RATIO_TO_TARGET, "%", null, "40"),
                        "36",
                        "Pilot customers decide in September."));
        Currency euro = Currency.getInstance("EUR");
        Payout payout = Payout.of(
                PayoutTerms.usual(
                        List.of(BonusSegment.whole(TARGET)),
                        given.stream().map(TrackerSample::scored).toList()),
                euro);
        List<TrackerRows.Line> lines = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Payout.Line paid = payout.lines().get(i);
            lines.add(new TrackerRows.Line(
                    given.get(i).terms(),
                    given.get(i).said(),
                    new TrackerRows.Paid(paid.factor(), paid.amount().amount()),
                    false,
                    i == 0 ? "Improve revenue retention across key accounts this quarter" : "",
                    given.get(i).comment(),
                    "",
                    "On track"));
        }
        var head = new TrackerRows.Head(
                "Ava",
                "Theo",
                "Account executive",
                PlanPeriod.QUARTER,
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 9, 30),
                PlanState.ACTIVE.label(),
                null,
                0);
        return new TrackerRows(USUAL, euro)
                .filled(Variant.SAMPLE, "Ava, Q3 2026", "", head, lines, new TrackerRows.Pay(payout, BigDecimal.ONE));
    }

    private static PayoutLine scored(Given given) {
        Attainment reached = Objects.requireNonNull(Reached.attainment(given.terms(), given.said()));
        return new PayoutLine.Scored(
                given.terms().title(), given.terms().weight(), reached, Reached.curve(USUAL, given.terms()), null);
    }

    private static ObjectiveTerms line(
            String title, String weight, AttainmentBasis basis, String unit, @Nullable String baseline, String target) {
        return new ObjectiveTerms(
                NONE,
                title,
                "",
                new BigDecimal(weight),
                Measurement.QUANTITATIVE,
                ObjectiveScope.INDIVIDUAL,
                "",
                "",
                basis,
                unit,
                baseline == null ? null : new BigDecimal(baseline),
                new BigDecimal(target),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of());
    }
}
