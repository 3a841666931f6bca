package io.cairn.setup;

import io.cairn.framework.Visibility;
import io.cairn.kernel.Comparator;
import io.cairn.metric.Aggregation;
import io.cairn.metric.Direction;
import io.cairn.metric.Frequency;
import io.cairn.metric.LeadLag;
import io.cairn.metric.MeasurementContent;
import io.cairn.metric.MetricContent;
import io.cairn.metric.MetricLevel;
import io.cairn.metric.Period;
import io.cairn.metric.TargetContent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A KPI of the demo company with everything that was entered for it.
 *
 * @param by who defines it and enters its values: the owner, unless somebody above does
 * @param team null for one of the whole organisation
 * @param below the name of the KPI above it in the tree
 * @param readers who reads a restricted one besides its owner and HR
 */
record DemoMetric(
        String name,
        String owner,
        String by,
        @Nullable String team,
        Shape shape,
        Meaning meaning,
        @Nullable TargetContent target,
        @Nullable String below,
        List<String> readers,
        List<Value> values) {

    static final LocalDate DEFINED = LocalDate.of(2026, 5, 4);
    private static final LocalDate TARGETS_FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2026, 5, 11);
    private static final LocalDate FIRST_MONTH = LocalDate.of(2026, 3, 1);

    /** How it is measured. */
    record Shape(String unit, int decimals, Direction direction, Frequency frequency, Aggregation overTime) {}

    /** What it means and whose figure it is. */
    record Meaning(
            String category,
            MetricLevel level,
            LeadLag leadLag,
            String definition,
            @Nullable String formula,
            boolean addsUp,
            boolean asksForOkr) {}

    /** A value and when it was entered: the day after its period. */
    record Value(Period period, BigDecimal value, @Nullable String note) {
        LocalDate recordedOn() {
            LocalDate after = period.end().plusDays(1);
            return after.isAfter(DEFINED) ? after : DEFINED.plusDays(1);
        }

        MeasurementContent content() {
            return new MeasurementContent(period.start(), period.end(), value, null, null, null, note, null);
        }
    }

    /** Of a team, every week. */
    static DemoMetric weekly(String name, String owner, String team, String unit, int decimals, Direction direction) {
        return new DemoMetric(
                name,
                owner,
                owner,
                team,
                new Shape(unit, decimals, direction, Frequency.WEEKLY, Aggregation.LAST),
                new Meaning("", MetricLevel.TEAM, LeadLag.CURRENT, "", null, false, true),
                null,
                null,
                List.of(),
                List.of());
    }

    DemoMetric summed() {
        return shaped(new Shape(shape.unit(), shape.decimals(), shape.direction(), shape.frequency(), Aggregation.SUM));
    }

    DemoMetric averaged() {
        return shaped(
                new Shape(shape.unit(), shape.decimals(), shape.direction(), shape.frequency(), Aggregation.AVERAGE));
    }

    DemoMetric monthly() {
        return shaped(
                new Shape(shape.unit(), shape.decimals(), shape.direction(), Frequency.MONTHLY, shape.overTime()));
    }

    DemoMetric means(String category, LeadLag leadLag, String definition) {
        return meaning(new Meaning(
                category,
                meaning.level(),
                leadLag,
                definition,
                meaning.formula(),
                meaning.addsUp(),
                meaning.asksForOkr()));
    }

    DemoMetric ofLevel(MetricLevel level) {
        return meaning(new Meaning(
                meaning.category(),
                level,
                meaning.leadLag(),
                meaning.definition(),
                meaning.formula(),
                meaning.addsUp(),
                meaning.asksForOkr()));
    }

    DemoMetric madeOf(String formula) {
        return meaning(new Meaning(
                meaning.category(),
                meaning.level(),
                meaning.leadLag(),
                meaning.definition(),
                formula,
                false,
                meaning.asksForOkr()));
    }

    DemoMetric addingUp() {
        return meaning(new Meaning(
                meaning.category(),
                meaning.level(),
                meaning.leadLag(),
                meaning.definition(),
                null,
                true,
                meaning.asksForOkr()));
    }

    /** A red value asks for no objective. */
    DemoMetric watchedOnly() {
        return meaning(new Meaning(
                meaning.category(),
                meaning.level(),
                meaning.leadLag(),
                meaning.definition(),
                meaning.formula(),
                meaning.addsUp(),
                false));
    }

    DemoMetric under(String above) {
        return new DemoMetric(name, owner, by, team, shape, meaning, target, above, readers, values);
    }

    DemoMetric enteredBy(String person) {
        return new DemoMetric(name, owner, person, team, shape, meaning, target, below, readers, values);
    }

    DemoMetric readBy(String... people) {
        return new DemoMetric(name, owner, by, team, shape, meaning, target, below, List.of(people), values);
    }

    DemoMetric target(Comparator comparator, String target, String amberAt) {
        var content = new TargetContent(
                TARGETS_FROM, null, new BigDecimal(target), comparator, new BigDecimal(amberAt), null, null);
        return new DemoMetric(name, owner, by, team, shape, meaning, content, below, readers, values);
    }

    /** The thirteen weeks up to the demo's day, or months; a value may be followed by {@code |} and a note. */
    DemoMetric told(String... said) {
        List<Value> all = new ArrayList<>();
        Period period = shape.frequency().periodOf(shape.frequency() == Frequency.MONTHLY ? FIRST_MONTH : FIRST_MONDAY);
        for (String one : said) {
            String[] parts = one.split("\\|", 2);
            all.add(new Value(period, new BigDecimal(parts[0].strip()), parts.length > 1 ? parts[1].strip() : null));
            period = shape.frequency().next(period);
        }
        return new DemoMetric(name, owner, by, team, shape, meaning, target, below, readers, List.copyOf(all));
    }

    private DemoMetric shaped(Shape other) {
        return new DemoMetric(name, owner, by, team, other, meaning, target, below, readers, values);
    }

    private DemoMetric meaning(Meaning other) {
        return new DemoMetric(name, owner, by, team, shape, other, target, below, readers, values);
    }

    MetricContent content(UUID ownerId, @Nullable UUID teamId, @Nullable UUID parentId, List<UUID> readerIds) {
        return new MetricContent(
                name,
                shape.unit(),
                shape.decimals(),
                shape.direction(),
                shape.frequency(),
                shape.overTime(),
                null,
                ownerId,
                teamId,
                meaning.category(),
                meaning.level(),
                meaning.leadLag(),
                null,
                null,
                meaning.definition(),
                null,
                null,
                null,
                meaning.formula(),
                meaning.addsUp(),
                parentId,
                readers.isEmpty() ? null : Visibility.RESTRICTED_LIST,
                readerIds,
                null,
                meaning.asksForOkr(),
                null,
                null,
                null,
                target == null ? List.of() : List.of(target));
    }
}
