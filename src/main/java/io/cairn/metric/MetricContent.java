package io.cairn.metric;

import io.cairn.framework.Visibility;
import io.cairn.kernel.Needed;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A metric's definition sheet as it is written (frameworks 1.2, 2.2).
 *
 * @param decimals how many decimals are shown, 0 to 6
 * @param timeAggregation how periods become a longer one; LAST when null
 * @param orgAggregation how metrics of teams become one of the team above; as over time when null
 * @param ownerId the one person who answers for it; the writer when null
 * @param formula over other metrics, each as {@code {id}} or {@code {name}}; null for a metric whose values come in
 * @param addsUp whether its values are those of the metrics below it, by {@code orgAggregation}
 * @param parentId the metric above it in the tree
 * @param audience PUBLIC_ORG, and PRIVATE_PAIR_HR for that of a single person, when null
 * @param readerIds who reads a metric with audience RESTRICTED_LIST besides its owner and HR
 * @param limitsFrom from which period on the natural limits are taken anew
 * @param definedFrom from which day a changed definition holds; today when null
 * @param state ACTIVE when null
 * @param targets with a new metric only; later ones are added one by one
 */
public record MetricContent(
        @Needed @Nullable String name,
        @Nullable String unit,
        @Nullable Integer decimals,
        @Needed @Nullable Direction direction,
        @Needed @Nullable Frequency frequency,
        @Nullable Aggregation timeAggregation,
        @Nullable Aggregation orgAggregation,
        @Nullable UUID ownerId,
        @Nullable UUID teamId,
        @Nullable String category,
        @Nullable MetricLevel level,
        @Nullable LeadLag leadLag,
        @Nullable String segment,
        @Nullable String source,
        @Nullable String definition,
        @Nullable String includes,
        @Nullable String excludes,
        @Nullable String consequences,
        @Nullable String formula,
        @Nullable Boolean addsUp,
        @Nullable UUID parentId,
        @Nullable Visibility audience,
        @Nullable List<UUID> readerIds,
        @Nullable BreachPolicy breachPolicy,
        @Nullable Boolean proposeOkr,
        @Nullable LocalDate limitsFrom,
        @Nullable LocalDate definedFrom,
        @Nullable MetricState state,
        @Nullable List<TargetContent> targets) {

    /** The same with other limits. */
    MetricContent withLimitsFrom(LocalDate day) {
        return new MetricContent(
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
                breachPolicy,
                proposeOkr,
                day,
                definedFrom,
                state,
                targets);
    }

    /** The same in another state. */
    MetricContent withState(MetricState next) {
        return new MetricContent(
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
                breachPolicy,
                proposeOkr,
                limitsFrom,
                definedFrom,
                next,
                targets);
    }

    boolean isComputed() {
        return Boolean.TRUE.equals(addsUp) || (formula != null && !formula.isBlank());
    }

    Aggregation overTime() {
        return timeAggregation == null ? Aggregation.LAST : timeAggregation;
    }

    Aggregation overTeams() {
        return orgAggregation == null ? overTime() : orgAggregation;
    }

    MetricLevel levelOrUsual() {
        return level != null ? level : teamId == null ? MetricLevel.ORG : MetricLevel.TEAM;
    }

    Visibility audienceOrUsual() {
        if (audience != null) {
            return audience;
        }
        return levelOrUsual() == MetricLevel.INDIVIDUAL ? Visibility.PRIVATE_PAIR_HR : Visibility.PUBLIC_ORG;
    }

    List<TargetContent> targetsOrNone() {
        return targets == null ? List.of() : targets;
    }

    List<UUID> readersOrNone() {
        return readerIds == null ? List.of() : readerIds;
    }

    /** What of a stored metric can be edited, as content. */
    public static MetricContent of(Metric metric) {
        MetricSheet sheet = metric.sheet();
        return new MetricContent(
                metric.name(),
                sheet.unit(),
                sheet.decimals(),
                sheet.direction(),
                sheet.frequency(),
                sheet.timeAggregation(),
                sheet.orgAggregation(),
                sheet.owner().id(),
                sheet.team() == null ? null : sheet.team().id(),
                sheet.category(),
                sheet.level(),
                sheet.leadLag(),
                sheet.segment(),
                sheet.source(),
                sheet.definition(),
                sheet.includes(),
                sheet.excludes(),
                sheet.consequences(),
                sheet.formula(),
                sheet.addsUp(),
                sheet.parent() == null ? null : sheet.parent().id(),
                sheet.audience(),
                sheet.readerIds(),
                sheet.breachPolicy(),
                sheet.proposeOkr(),
                sheet.limitsFrom(),
                sheet.definedFrom(),
                metric.state(),
                null);
    }
}
