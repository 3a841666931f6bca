package io.cairn.framework.mbo;

import io.cairn.goal.Level;
import io.cairn.incentive.Attainment;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.incentive.Payout;
import io.cairn.incentive.PayoutCurve;
import io.cairn.kernel.Money;
import io.cairn.template.Cell;
import io.cairn.template.Filled;
import io.cairn.template.SheetForm;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRows;
import io.cairn.template.TemplateForm;
import io.cairn.template.Variant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan as the rows of its tracker; computed columns hold what the calculator says. */
final class TrackerRows {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final TemplateForm form = TrackerForm.form();
    private final PlanTerms terms;
    private final Currency currency;
    private final Map<String, List<String>> names = new LinkedHashMap<>();

    TrackerRows(PlanTerms terms, Currency currency) {
        this.terms = terms;
        this.currency = currency;
    }

    /** Who and when; {@code id} is null in a sample. */
    record Head(
            String employee,
            String manager,
            String role,
            PlanPeriod period,
            LocalDate startsOn,
            LocalDate endsOn,
            String state,
            @Nullable UUID id,
            int version) {}

    /**
     * A line with what is known of it.
     *
     * @param paid null while nobody knows what is paid
     * @param split whether several versions of the terms share it, so that no formula gives its money
     */
    record Line(
            ObjectiveTerms terms,
            Assessed said,
            @Nullable Paid paid,
            boolean split,
            String supports,
            String employeeComment,
            String managerComment,
            String state) {}

    /** @param factor null for what a pool gives */
    record Paid(@Nullable BigDecimal factor, BigDecimal amount) {}

    /** What the whole plan pays; null where it pays nothing. */
    record Pay(Payout payout, BigDecimal gate) {
        BigDecimal target() {
            return payout.parts().stream().map(Payout.Part::target).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    TrackerRows choosing(String column, List<String> from) {
        names.put(column, from);
        return this;
    }

    Filled filled(Variant variant, String about, String subject, Head head, List<Line> lines, @Nullable Pay pay) {
        return new Filled(
                form,
                variant,
                about,
                subject,
                currency.getCurrencyCode(),
                List.of(plan(head, lines, pay), objectives(lines, head), curve(), accelerators(lines)));
    }

    /** Nothing but what is usual: the curve, the caps. */
    Filled blank() {
        SheetRow usual = usual().with("weights", BigDecimal.ZERO)
                .with("factor", BigDecimal.ZERO)
                .with("applied", BigDecimal.ONE)
                .with("paid", BigDecimal.ZERO)
                .with("scale", BigDecimal.ONE)
                .with("payout", BigDecimal.ZERO)
                .done();
        return new Filled(
                form,
                Variant.BLANK,
                "",
                "",
                currency.getCurrencyCode(),
                List.of(
                        rows(TrackerForm.PLAN, List.of(usual)),
                        rows(TrackerForm.OBJECTIVES, List.of()),
                        curve(),
                        accelerators(List.of())));
    }

    private SheetRow.Making usual() {
        return SheetRow.row()
                .with("planCap", terms.planCap())
                .with("modifier", terms.modifier())
                .with("capBeforeModifier", terms.capBeforeModifier() ? "YES" : "NO")
                .with("gate", BigDecimal.ONE)
                .with("stepped", terms.curveOrUsual().stepped() ? "YES" : "NO")
                .with("decimals", Money.decimals(currency));
    }

    private SheetRows plan(Head head, List<Line> lines, @Nullable Pay pay) {
        SheetRow.Making row = usual().with("employee", head.employee())
                .with("manager", head.manager())
                .with("role", head.role())
                .with("period", head.period())
                .with("startsOn", head.startsOn())
                .with("endsOn", head.endsOn())
                .with("state", head.state())
                .with("weights", weights(lines))
                .with("id", head.id())
                .with("version", head.id() == null ? null : head.version());
        if (pay != null) {
            pay(row, pay);
        }
        return rows(TrackerForm.PLAN, List.of(row.done()));
    }

    private static void pay(SheetRow.Making row, Pay pay) {
        row.with("targetBonus", pay.target())
                .with("gate", pay.gate())
                .with("payout", pay.payout().total().amount());
        if (pay.payout().parts().size() == 1) {
            Payout.Part part = pay.payout().parts().getFirst();
            row.with("factor", part.factor())
                    .with("applied", part.modifier())
                    .with("paid", part.paid())
                    .with("scale", part.scale());
        } else {
            // each version of the terms has its own; the lines hold the money
            row.fixed("factor", null).fixed("applied", null).fixed("paid", null).fixed("scale", null);
        }
    }

    private static BigDecimal weights(List<Line> lines) {
        return lines.stream()
                .map(line -> line.terms().weight().divide(HUNDRED))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private SheetRows objectives(List<Line> lines, Head head) {
        List<SheetRow> rows = new ArrayList<>();
        BigDecimal weighted = BigDecimal.ZERO;
        BigDecimal paid = BigDecimal.ZERO;
        for (Line line : lines) {
            BigDecimal factor = line.paid() == null ? null : line.paid().factor();
            BigDecimal counted = factor == null
                    ? null
                    : factor.multiply(line.terms().weight()).divide(HUNDRED);
            rows.add(row(rows.size() + 1, line, counted, head));
            weighted = weighted.add(Objects.requireNonNullElse(counted, BigDecimal.ZERO));
            paid = line.paid() == null ? paid : paid.add(line.paid().amount());
        }
        return rows(TrackerForm.OBJECTIVES, rows)
                .totalling(Map.of(
                        "weight", new Cell.Figure(weights(lines)),
                        "weighted", new Cell.Figure(weighted),
                        "payout", new Cell.Figure(paid)));
    }

    private SheetRow row(int number, Line line, @Nullable BigDecimal weighted, Head head) {
        ObjectiveTerms of = line.terms();
        SheetRow.Making row = SheetRow.row()
                .with("number", number)
                .with("title", of.title())
                .with("supports", line.supports())
                .with("measurement", of.measurement())
                .with("scope", of.scope())
                .with("basis", of.basis())
                .with("unit", of.unit())
                .with("baseline", of.baseline())
                .with("threshold", of.threshold())
                .with("target", of.target())
                .with("maximum", of.maximum())
                .with("actual", actual(of, line.said()))
                .with("attainment", attained(of, line.said()))
                .with("weight", of.weight().divide(HUNDRED))
                .with("cap", of.objectiveCap())
                .with("thresholdAt", limit(of, of.threshold()))
                .with("maximumAt", limit(of, of.maximum()))
                .with("employeeComment", line.employeeComment())
                .with("managerComment", line.managerComment())
                .with("state", line.state());
        if (head.id() != null) {
            row.with("id", of.id()).with("version", head.version());
        }
        paid(row, line, weighted);
        return row.done();
    }

    private static void paid(SheetRow.Making row, Line line, @Nullable BigDecimal weighted) {
        boolean given = line.terms().scope() == ObjectiveScope.DISCRETIONARY;
        // of what nobody knows yet the sheet says nothing, where the calculator pays nothing
        boolean unknown = !given && !line.split() && attained(line.terms(), line.said()) == null;
        Paid paid = unknown ? null : line.paid();
        if (line.split() || given || line.terms().curve() != null) {
            row.fixed("factor", paid == null ? null : paid.factor());
        } else {
            row.with("factor", paid == null ? null : paid.factor());
        }
        row.with("weighted", unknown ? null : weighted);
        BigDecimal amount = paid == null ? null : paid.amount();
        if (line.split() || given) {
            row.fixed("payout", amount);
        } else {
            row.with("payout", amount);
        }
    }

    /** As the sheet's formula takes it: of milestones the share done in percent, of levels the score. */
    static @Nullable BigDecimal actual(ObjectiveTerms terms, Assessed said) {
        return terms.basis() == AttainmentBasis.RUBRIC
                ? terms.levels().stream()
                        .filter(level -> level.name().equals(said.level()))
                        .map(Level::score)
                        .findFirst()
                        .orElse(null)
                : said.value();
    }

    private static @Nullable BigDecimal attained(ObjectiveTerms terms, Assessed said) {
        Attainment reached = Reached.attainment(terms, said);
        return reached == null ? null : reached.value();
    }

    private static @Nullable BigDecimal limit(ObjectiveTerms terms, @Nullable BigDecimal value) {
        return value == null || !terms.isNumeric() ? null : attained(terms, new Assessed(value, null, ""));
    }

    private SheetRows curve() {
        List<SheetRow> points = new ArrayList<>();
        for (PayoutCurve.Point point : terms.curveOrUsual().points()) {
            points.add(SheetRow.row()
                    .with("attained", point.attainment())
                    .with("pays", point.payout())
                    .done());
        }
        return rows(TrackerForm.CURVE, points);
    }

    private SheetRows accelerators(List<Line> lines) {
        List<SheetRow> rows = new ArrayList<>();
        for (PlanTerms.Accelerator one : terms.accelerators()) {
            int place = place(lines, one.objectiveId());
            if (one.objectiveId() == null || place >= 0) {
                BigDecimal attained = place < 0 ? attained(lines) : attained(lines.get(place));
                boolean reached = attained.compareTo(one.atLeast()) >= 0;
                rows.add(SheetRow.row()
                        .with("number", place < 0 ? null : place + 1)
                        .with("waitsFor", place < 0 ? "The whole plan" : one.objective())
                        .with("atLeast", one.atLeast())
                        .with("multiplier", one.multiplier())
                        .with("attained", attained)
                        .with("multiplies", reached ? one.multiplier() : BigDecimal.ONE)
                        .done());
            }
        }
        return rows(TrackerForm.ACCELERATORS, rows);
    }

    private static int place(List<Line> lines, @Nullable UUID objective) {
        return lines.stream().map(line -> line.terms().id()).toList().indexOf(objective);
    }

    /** By weight; what a pool gives has none. */
    private static BigDecimal attained(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.terms().scope() != ObjectiveScope.DISCRETIONARY)
                .map(line -> attained(line).multiply(line.terms().weight()).divide(HUNDRED))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal attained(Line line) {
        return Objects.requireNonNullElse(attained(line.terms(), line.said()), BigDecimal.ZERO);
    }

    private SheetRows rows(String sheet, List<SheetRow> rows) {
        SheetForm of = form.sheet(sheet);
        Map<String, List<String>> lists = new LinkedHashMap<>(names);
        lists.keySet().removeIf(column -> of.column(column).isEmpty());
        return SheetRows.of(of, rows).choosing(lists);
    }
}
