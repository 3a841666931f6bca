package io.cairn.metric.web;

import io.cairn.framework.Visibility;
import io.cairn.metric.Aggregation;
import io.cairn.metric.Direction;
import io.cairn.metric.Frequency;
import io.cairn.metric.LeadLag;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricLevel;
import io.cairn.metric.MetricSheet;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was typed of a definition sheet, kept as it was typed.
 *
 * @param readers names or e-mails, with commas between them
 * @param from the first day of the target that a new metric begins with
 */
public record MetricForm(
        @Nullable String name,
        @Nullable String unit,
        @Nullable String decimals,
        @Nullable String direction,
        @Nullable String frequency,
        @Nullable String timeAggregation,
        @Nullable String orgAggregation,
        @Nullable String ownerId,
        @Nullable String teamId,
        @Nullable String category,
        @Nullable String level,
        @Nullable String leadLag,
        @Nullable String segment,
        @Nullable String source,
        @Nullable String definition,
        @Nullable String includes,
        @Nullable String excludes,
        @Nullable String consequences,
        @Nullable String formula,
        @Nullable Boolean addsUp,
        @Nullable String parentId,
        @Nullable String audience,
        @Nullable String readerIds,
        @Nullable String periods,
        @Nullable Boolean useSpc,
        @Nullable Boolean proposeOkr,
        @Nullable String definedFrom,
        @Nullable String from,
        @Nullable String target,
        @Nullable String amberAt,
        @Nullable String low,
        @Nullable String high,
        @Nullable Integer version) {

    /** What most metrics are: weekly, higher is better, the newest value counts, everyone sees it. */
    static MetricForm fresh(String name, String owner, @Nullable UUID team, LocalDate yearFrom) {
        return new MetricForm(
                name,
                "",
                "0",
                Direction.HIGHER.name(),
                Frequency.WEEKLY.name(),
                Aggregation.LAST.name(),
                "",
                owner,
                Objects.toString(team, ""),
                "",
                (team == null ? MetricLevel.ORG : MetricLevel.TEAM).name(),
                LeadLag.CURRENT.name(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                false,
                "",
                Visibility.PUBLIC_ORG.name(),
                "",
                "1",
                false,
                true,
                "",
                yearFrom.toString(),
                "",
                "",
                "",
                "",
                0);
    }

    /**
     * @param names of metrics by id, for the formula
     * @param readers as they are typed
     */
    static MetricForm of(Metric metric, Map<String, String> names, String readers) {
        MetricSheet sheet = metric.sheet();
        return new MetricForm(
                metric.name(),
                sheet.unit(),
                String.valueOf(sheet.decimals()),
                sheet.direction().name(),
                sheet.frequency().name(),
                sheet.timeAggregation().name(),
                sheet.orgAggregation().name(),
                sheet.owner().name(),
                sheet.team() == null ? "" : sheet.team().id().toString(),
                sheet.category(),
                sheet.level().name(),
                sheet.leadLag().name(),
                sheet.segment(),
                sheet.source(),
                sheet.definition(),
                sheet.includes(),
                sheet.excludes(),
                sheet.consequences(),
                sheet.formula() == null ? "" : FormulaPieces.typed(sheet.formula(), names),
                sheet.addsUp(),
                sheet.parent() == null ? "" : sheet.parent().id().toString(),
                sheet.audience().name(),
                readers,
                Objects.toString(sheet.breachPolicy().periods(), "1"),
                Boolean.TRUE.equals(sheet.breachPolicy().useSpc()),
                sheet.proposeOkr(),
                "",
                "",
                "",
                "",
                "",
                "",
                metric.version());
    }

    /** The target a new metric begins with. */
    TargetForm firstTarget() {
        return new TargetForm(from, "", "", target, amberAt, low, high);
    }

    /** The same, to be saved over another version. */
    MetricForm on(int now) {
        return new MetricForm(
                name,
                unit,
                decimals,
                direction,
                frequency,
                timeAggregation,
                orgAggregation,
                ownerId,
                teamId,
                category,
                level,
                leadLag,
                segment,
                source,
                definition,
                includes,
                excludes,
                consequences,
                formula,
                addsUp,
                parentId,
                audience,
                readerIds,
                periods,
                useSpc,
                proposeOkr,
                definedFrom,
                from,
                target,
                amberAt,
                low,
                high,
                now);
    }

    int versionOrNone() {
        return version == null ? 0 : version;
    }

    static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
