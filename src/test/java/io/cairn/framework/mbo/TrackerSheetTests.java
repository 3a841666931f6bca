package io.cairn.framework.mbo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.incentive.Accelerator;
import io.cairn.incentive.Attainment;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.incentive.BonusSegment;
import io.cairn.incentive.Payout;
import io.cairn.incentive.PayoutLine;
import io.cairn.incentive.PayoutTerms;
import io.cairn.template.Cell;
import io.cairn.template.Filled;
import io.cairn.template.Variant;
import io.cairn.testing.LibreOffice;
import io.cairn.testing.Recalculated;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tracker's formulas pay what the calculator pays, with accelerators, gates, modifiers and caps in every order. */
class TrackerSheetTests {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final List<UUID> IDS = List.of(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3));
    private static final List<String> WEIGHTS = List.of("50", "30", "20");
    private static final List<String> BESIDE_A_POOL = List.of("60", "40", "0");

    @TempDir
    Path folder;

    /** @param actuals of three lines with a target of 100 each; null where nobody knows, and for the pool's */
    private record Case(
            PlanTerms terms,
            String gate,
            List<@Nullable String> actuals,
            @Nullable String pool) {}

    private static PlanTerms terms(
            @Nullable String cap, String modifier, boolean before, PlanTerms.Accelerator... accelerators) {
        return new PlanTerms(
                cap == null ? null : new BigDecimal(cap),
                new BigDecimal(modifier),
                before,
                null,
                List.of(accelerators),
                null,
                null,
                List.of());
    }

    private static PlanTerms.Accelerator of(@Nullable Integer line, String atLeast, String multiplier) {
        return new PlanTerms.Accelerator(
                line == null ? null : IDS.get(line),
                line == null ? null : "Line " + (line + 1),
                new BigDecimal(atLeast),
                new BigDecimal(multiplier));
    }

    private static ObjectiveTerms line(int place, boolean pool, List<String> weights) {
        return new ObjectiveTerms(
                IDS.get(place),
                "Line " + (place + 1),
                "",
                new BigDecimal(weights.get(place)),
                Measurement.QUANTITATIVE,
                pool ? ObjectiveScope.DISCRETIONARY : ObjectiveScope.INDIVIDUAL,
                "",
                "",
                AttainmentBasis.RATIO_TO_TARGET,
                "%",
                null,
                new BigDecimal("100"),
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

    private static Filled filled(Case plan) {
        List<ObjectiveTerms> objectives = new ArrayList<>();
        List<Assessed> said = new ArrayList<>();
        List<PayoutLine> scored = new ArrayList<>();
        for (int i = 0; i < IDS.size(); i++) {
            boolean pool = plan.pool() != null && i == 2;
            ObjectiveTerms line = line(i, pool, plan.pool() == null ? WEIGHTS : BESIDE_A_POOL);
            String actual = plan.actuals().get(i);
            Assessed value = actual == null ? Assessed.NONE : new Assessed(new BigDecimal(actual), null, "");
            Attainment reached = Reached.attainment(line, value);
            objectives.add(line);
            said.add(value);
            scored.add(
                    pool
                            ? new PayoutLine.Given(line.title(), new BigDecimal(plan.pool()))
                            : new PayoutLine.Scored(
                                    line.title(),
                                    line.weight(),
                                    Objects.requireNonNullElse(reached, Attainment.given(BigDecimal.ZERO)),
                                    Reached.curve(plan.terms(), line),
                                    null));
        }
        PlanTerms terms = plan.terms();
        Payout payout = Payout.of(
                new PayoutTerms(
                        List.of(BonusSegment.whole(new BigDecimal("7333.33"))),
                        scored,
                        terms.planCap(),
                        new BigDecimal(plan.gate()),
                        terms.modifier(),
                        terms.capBeforeModifier(),
                        terms.accelerators().stream()
                                .map(one -> new Accelerator(
                                        one.objectiveId() == null ? null : IDS.indexOf(one.objectiveId()),
                                        one.atLeast(),
                                        one.multiplier()))
                                .toList()),
                EURO);
        List<TrackerRows.Line> lines = new ArrayList<>();
        for (int i = 0; i < IDS.size(); i++) {
            Payout.Line paid = payout.lines().get(i);
            lines.add(new TrackerRows.Line(
                    objectives.get(i),
                    said.get(i),
                    new TrackerRows.Paid(paid.factor(), paid.amount().amount()),
                    false,
                    "",
                    "",
                    "",
                    ""));
        }
        var head = new TrackerRows.Head(
                "Ava",
                "Theo",
                "",
                PlanPeriod.QUARTER,
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 9, 30),
                "Active",
                null,
                0);
        return new TrackerRows(terms, EURO)
                .filled(Variant.LIVE, "Ava", "", head, lines, new TrackerRows.Pay(payout, new BigDecimal(plan.gate())));
    }

    private static final List<@Nullable String> GOOD = List.of("110", "103", "90");

    private static Map<String, Filled> plans() {
        List<@Nullable String> unknown = new ArrayList<>(List.of("110", "103"));
        unknown.add(null);
        Map<String, Case> plans = new LinkedHashMap<>();
        plans.put("none", new Case(terms("2.00", "1", false), "1", GOOD, null));
        plans.put("of_a_line", new Case(terms("2.00", "1", false, of(0, "1.1", "1.5")), "1", GOOD, null));
        plans.put("just_missed", new Case(terms("2.00", "1", false, of(0, "1.1001", "1.5")), "1", GOOD, null));
        // 1.1 × 50 % + 1.03 × 30 % + 0.9 × 20 % = 1.039
        plans.put("of_the_plan", new Case(terms("2.00", "1", false, of(null, "1.039", "1.25")), "1", GOOD, null));
        plans.put("plan_missed", new Case(terms("2.00", "1", false, of(null, "1.0391", "1.25")), "1", GOOD, null));
        plans.put(
                "several",
                new Case(
                        terms("2.00", "1.2", false, of(0, "1.05", "1.5"), of(1, "1.2", "3"), of(null, "1", "1.1")),
                        "1",
                        GOOD,
                        null));
        plans.put("cap_after", new Case(terms("1.3", "1.2", false, of(0, "1", "2")), "1", GOOD, null));
        plans.put("cap_before", new Case(terms("0.9", "1.2", true, of(0, "1", "2")), "1", GOOD, null));
        plans.put("no_cap", new Case(terms(null, "0.8", false, of(0, "1", "4")), "1", GOOD, null));
        plans.put("gate", new Case(terms("2.00", "1.2", false, of(0, "1", "1.5")), "0.5", GOOD, null));
        plans.put("shut", new Case(terms("2.00", "1.2", false, of(0, "1", "1.5")), "0", GOOD, null));
        plans.put(
                "unknown",
                new Case(terms("2.00", "1", false, of(2, "0.5", "2"), of(null, "0.8", "1.5")), "1", unknown, null));
        plans.put("pool", new Case(terms("2.00", "1", false, of(null, "0.86", "1.5")), "1", unknown, "400"));
        Map<String, Filled> files = new LinkedHashMap<>();
        plans.forEach((name, plan) -> files.put(name, filled(plan)));
        files.put("blank", new TrackerRows(TrackerSample.USUAL, EURO).blank());
        return files;
    }

    @Test
    void theSheetPaysWhatTheCalculatorPays() {
        Map<String, Filled> files = plans();
        assertThat(payout(files, "of_a_line")).isGreaterThan(payout(files, "none"));
        assertThat(payout(files, "just_missed")).isEqualByComparingTo(payout(files, "none"));
        assertThat(payout(files, "of_the_plan")).isGreaterThan(payout(files, "plan_missed"));
        assertThat(Recalculated.differences(new LibreOffice(folder), files)).isEmpty();
    }

    private static BigDecimal payout(Map<String, Filled> files, String name) {
        var row = Objects.requireNonNull(files.get(name))
                .sheets()
                .getFirst()
                .rows()
                .getFirst();
        return ((Cell.Figure) row.cells().get("payout")).value();
    }
}
