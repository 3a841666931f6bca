package io.cairn.framework.kpi;

import static io.cairn.template.Column.choice;
import static io.cairn.template.Column.number;
import static io.cairn.template.Column.reference;
import static io.cairn.template.Column.text;
import static io.cairn.template.Column.words;

import io.cairn.kernel.Comparator;
import io.cairn.metric.Aggregation;
import io.cairn.metric.Direction;
import io.cairn.metric.Frequency;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricFigures;
import io.cairn.metric.MetricLevel;
import io.cairn.metric.MetricSheet;
import io.cairn.metric.MetricStatus;
import io.cairn.metric.MetricTarget;
import io.cairn.metric.MetricYear;
import io.cairn.metric.StatusRule;
import io.cairn.metric.Trend;
import io.cairn.template.Column;
import io.cairn.template.Column.Mark;
import io.cairn.template.Column.Tone;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRow.Making;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Metrics as rows of a sheet: what they are, a year of values and targets, and what those say (frameworks 2.2). */
public final class KpiColumns {
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };
    private static final int DECIMALS = 18;

    private KpiColumns() {}

    /** Without ids; values of a month are {@code actual1} to {@code actual12}, its targets {@code target1} to {@code target12}. */
    public static List<Column> all() {
        List<Column> columns = new ArrayList<>(List.of(
                text("name", "KPI", 30).mustBeGiven(),
                choice("status", "Status", words(MetricStatus.values(), MetricStatus::label))
                        .computed(STATUS)
                        .marked(
                                new Mark(Tone.GOOD, "{status}=\"" + MetricStatus.GREEN.label() + "\""),
                                new Mark(Tone.CAUTION, "{status}=\"" + MetricStatus.AMBER.label() + "\""),
                                new Mark(Tone.BAD, "{status}=\"" + MetricStatus.RED.label() + "\"")),
                number("current", "Current").computed(CURRENT),
                choice("comparator", "Operator", words(Comparator.values(), Comparator::label)),
                number("target", "Target"),
                number("amberAt", "Amber at"),
                number("low", "Low"),
                number("high", "High"),
                number("soFar", "YTD").computed(SO_FAR),
                choice("trend", "Trend", words(Trend.values(), Trend::label)).onlyShown(),
                reference("owner", "Owner", 14).mustBeGiven(),
                text("definition", "Definition", 40),
                text("formula", "Formula", 24).onlyShown(),
                text("category", "Category", 14),
                choice("level", "Level", words(MetricLevel.values(), MetricLevel::label)),
                text("unit", "Unit", 8),
                choice("direction", "Direction", words(Direction.values(), Direction::label))
                        .mustBeGiven(),
                choice("frequency", "Frequency", words(Frequency.values(), Frequency::label))
                        .mustBeGiven(),
                choice("aggregation", "Aggregation", words(Aggregation.values(), Aggregation::label))
                        .mustBeGiven(),
                number("baseline", "Baseline").onlyShown(),
                text("source", "Data source", 18)));
        for (int month = 1; month <= MONTHS.length; month++) {
            columns.add(Column.of("actual" + month, MONTHS[month - 1] + " actual", Column.Kind.NUMBER, 11));
        }
        for (int month = 1; month <= MONTHS.length; month++) {
            columns.add(Column.of("target" + month, MONTHS[month - 1] + " target", Column.Kind.NUMBER, 11));
        }
        columns.add(text("comment", "Comment", 36));
        return columns;
    }

    private static final String ACTUALS = "{actual1}:{actual12}";
    private static final String TARGETS = "{target1}:{target12}";
    private static final String LAST =
            "SUMPRODUCT(MAX(ISNUMBER(" + ACTUALS + ")*(COLUMN(" + ACTUALS + ")-COLUMN({actual1})+1)))";
    private static final String CURRENT = "IF(COUNT(" + ACTUALS + ")=0,\"\",INDEX(" + ACTUALS + ",1," + LAST + "))";

    private static String how(Aggregation how) {
        return "{aggregation}=\"" + how.label() + "\"";
    }

    private static final String SO_FAR = "IF(COUNT(" + ACTUALS + ")=0,\"\",IF(" + how(Aggregation.SUM) + ",SUM("
            + ACTUALS
            + "),IF(" + how(Aggregation.AVERAGE) + ",AVERAGE(" + ACTUALS + "),IF(" + how(Aggregation.MIN) + ",MIN("
            + ACTUALS + "),IF(" + how(Aggregation.MAX) + ",MAX(" + ACTUALS + "),IF(" + how(Aggregation.COUNT)
            + ",COUNT("
            + ACTUALS + "),IF(" + how(Aggregation.LAST) + ",INDEX(" + ACTUALS + ",1," + LAST + "),\"\")))))))";

    /** The target of the month of the last value, where that month has one. */
    private static final String TARGET = "IF(COUNT(" + ACTUALS + ")=0,{target},IF(INDEX(" + TARGETS + ",1," + LAST
            + ")=\"\",{target},INDEX(" + TARGETS + ",1," + LAST + ")))";

    private static String is(Comparator comparator) {
        return "{comparator}=\"" + comparator.label() + "\"";
    }

    private static String status(MetricStatus status) {
        return "\"" + status.label() + "\"";
    }

    /** Amber begins where it says, else a tenth off a target above 0 (frameworks 1.10). */
    private static final String RISES =
            "IF(OR({current}>" + TARGET + ",AND(" + is(Comparator.GE) + ",{current}=" + TARGET
                    + "))," + status(MetricStatus.GREEN)
                    + ",IF(OR(AND({amberAt}<>\"\",{current}>={amberAt}),AND({amberAt}=\"\","
                    + TARGET + ">0,ROUND({current}-0.9*" + TARGET + ",9)>=0))," + status(MetricStatus.AMBER) + ","
                    + status(MetricStatus.RED) + "))";

    private static final String FALLS =
            "IF(OR({current}<" + TARGET + ",AND(" + is(Comparator.LE) + ",{current}=" + TARGET
                    + "))," + status(MetricStatus.GREEN)
                    + ",IF(OR(AND({amberAt}<>\"\",{current}<={amberAt}),AND({amberAt}=\"\","
                    + TARGET + ">0,ROUND({current}-1.1*" + TARGET + ",9)<=0))," + status(MetricStatus.AMBER) + ","
                    + status(MetricStatus.RED) + "))";

    private static final String INSIDE = "IF(AND({current}>={low},{current}<={high})," + status(MetricStatus.GREEN)
            + ",IF(AND({amberAt}<>\"\",{current}>={low}-{amberAt},{current}<={high}+{amberAt}),"
            + status(MetricStatus.AMBER) + "," + status(MetricStatus.RED) + "))";

    private static final String STATUS = "IF({name}=\"\",\"\",IF({current}=\"\"," + status(MetricStatus.NO_DATA)
            + ",IF("
            + is(Comparator.BETWEEN) + ",IF(OR({low}=\"\",{high}=\"\")," + status(MetricStatus.MONITOR) + "," + INSIDE
            + "),IF(" + TARGET + "=\"\"," + status(MetricStatus.MONITOR) + ",IF(OR(" + is(Comparator.GE) + ","
            + is(Comparator.GT) + ")," + RISES + ",IF(OR(" + is(Comparator.LE) + "," + is(Comparator.LT) + ")," + FALLS
            + "," + status(MetricStatus.MONITOR) + "))))))";

    /**
     * A row of a metric that is there; where figures follow other rules than the formulas, they stand there themselves. The
     * target is the one the year ends with, so that it stays the same whatever values come.
     */
    public static Making row(MetricYear year) {
        Metric metric = year.metric();
        MetricSheet sheet = metric.sheet();
        MetricFigures figures = metric.figures();
        Making row = values(
                        metric.name(),
                        sheet.direction(),
                        sheet.frequency(),
                        sheet.timeAggregation(),
                        year.actuals(),
                        year.targets().months())
                .with("definition", sheet.definition())
                .with("formula", sheet.formula() == null ? "" : "computed from other KPIs")
                .with("category", sheet.category())
                .with("level", sheet.level())
                .with("owner", sheet.owner().name())
                .with("unit", sheet.unit())
                .with("source", sheet.source())
                .with("trend", figures.trend())
                .with("id", metric.id())
                .with("version", metric.version());
        MetricTarget end = year.targets().atEnd();
        if (end != null) {
            target(row, end);
        }
        put(row, "current", figures.value(), last(year.actuals()));
        put(row, "soFar", year.soFar(), soFar(sheet.timeAggregation(), year.actuals()));
        boolean usual = same(figures.value(), last(year.actuals()))
                && figures.status() == figures.judged()
                && !figures.dataError()
                && (year.actuals().isEmpty() || isJudgedAsShown(figures, year, end));
        if (usual) {
            row.with("status", figures.status());
        } else {
            row.fixed("status", figures.status());
        }
        return row;
    }

    private static boolean isJudgedAsShown(MetricFigures figures, MetricYear year, @Nullable MetricTarget end) {
        if (end == null) {
            return figures.comparator() == null;
        }
        int month = new TreeMap<>(year.actuals()).lastKey();
        return figures.comparator() == end.comparator()
                && same(figures.target(), year.targets().months().getOrDefault(month, end.target()))
                && same(figures.amberAt(), end.amberAt())
                && same(figures.low(), end.low())
                && same(figures.high(), end.high());
    }

    private static void target(Making row, MetricTarget target) {
        row.with("comparator", target.comparator())
                .with("target", target.target())
                .with("amberAt", target.amberAt())
                .with("low", target.low())
                .with("high", target.high());
    }

    /** A row with what is given, and what follows of it by the rules themselves. */
    private static Making row(
            String name,
            Direction direction,
            @Nullable MetricTarget target,
            Aggregation aggregation,
            Map<Integer, BigDecimal> actuals) {
        Making row = values(name, direction, Frequency.MONTHLY, aggregation, actuals, Map.of());
        if (target != null) {
            target(row, target);
        }
        return row.with("current", last(actuals))
                .with("soFar", soFar(aggregation, actuals))
                .with("status", StatusRule.of(direction, target, last(actuals)));
    }

    /**
     * A row of a sample, in figures as people write them.
     *
     * @param target null without one; then nothing is said of amber either
     * @param first month of the first value
     */
    public static Making sample(
            String name,
            String owner,
            String unit,
            Direction direction,
            Comparator comparator,
            @Nullable String target,
            @Nullable String amberAt,
            int first,
            String... values) {
        Map<Integer, BigDecimal> actuals = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            actuals.put(first + i, new BigDecimal(values[i]));
        }
        MetricTarget held = target == null
                ? null
                : MetricTarget.of(
                        LocalDate.of(2026, 1, 1),
                        null,
                        comparator,
                        new BigDecimal(target),
                        amberAt == null ? null : new BigDecimal(amberAt));
        return row(name, direction, held, Aggregation.LAST, actuals)
                .with("owner", owner)
                .with("unit", unit);
    }

    private static Making values(
            String name,
            Direction direction,
            Frequency frequency,
            Aggregation aggregation,
            Map<Integer, BigDecimal> actuals,
            Map<Integer, BigDecimal> targets) {
        Making row = SheetRow.row()
                .with("name", name)
                .with("direction", direction)
                .with("frequency", frequency)
                .with("aggregation", aggregation);
        actuals.forEach((month, value) -> row.with("actual" + month, value));
        targets.forEach((month, value) -> row.with("target" + month, value));
        if (!actuals.isEmpty()) {
            row.with("baseline", new TreeMap<>(actuals).firstEntry().getValue());
        }
        return row;
    }

    private static void put(Making row, String column, @Nullable BigDecimal ours, @Nullable BigDecimal byFormula) {
        if (same(ours, byFormula)) {
            row.with(column, ours);
        } else {
            row.fixed(column, ours);
        }
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private static @Nullable BigDecimal last(Map<Integer, BigDecimal> actuals) {
        return actuals.isEmpty() ? null : new TreeMap<>(actuals).lastEntry().getValue();
    }

    /** What the sheet's formula makes of the months; null where it says nothing. */
    private static @Nullable BigDecimal soFar(Aggregation how, Map<Integer, BigDecimal> actuals) {
        List<BigDecimal> values = List.copyOf(actuals.values());
        if (values.isEmpty()) {
            return null;
        }
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (how) {
            case SUM -> sum;
            case AVERAGE -> sum.divide(BigDecimal.valueOf(values.size()), DECIMALS, RoundingMode.HALF_EVEN);
            case MIN -> values.stream().min(BigDecimal::compareTo).orElseThrow();
            case MAX -> values.stream().max(BigDecimal::compareTo).orElseThrow();
            case COUNT -> BigDecimal.valueOf(values.size());
            case LAST -> Objects.requireNonNull(last(actuals));
            case RATIO_OF_SUMS, WEIGHTED_AVG -> null;
        };
    }
}
