package io.cairn.metric;

import io.cairn.access.Audience;
import io.cairn.framework.Visibility;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A metric as its table holds it, without what its measurements say. */
record MetricLine(
        UUID id,
        String name,
        MetricState state,
        String unit,
        int decimals,
        Direction direction,
        Frequency frequency,
        Aggregation overTime,
        Aggregation overTeams,
        String category,
        MetricLevel level,
        LeadLag leadLag,
        String segment,
        String source,
        String definition,
        String includes,
        String excludes,
        String consequences,
        @Nullable String formula,
        boolean addsUp,
        @Nullable UUID parent,
        @Nullable UUID team,
        UUID owner,
        Visibility visibility,
        int breachPeriods,
        boolean useSpc,
        boolean proposeOkr,
        @Nullable LocalDate limitsFrom,
        int definitionVersion,
        @Nullable LocalDate definedFrom,
        String keyKind,
        UUID keyId) {
    /** Lines in the parameter {@code :rows} as a table {@code x}. */
    static final String AS_TABLE = """
            jsonb_to_recordset(:rows::jsonb) as x (
                "id" uuid, "name" text, "state" text, "unit" text, "decimals" int, "direction" text,
                "frequency" text, "overTime" text, "overTeams" text, "category" text, "level" text, "leadLag" text,
                "segment" text, "source" text, "definition" text, "includes" text, "excludes" text,
                "consequences" text, "formula" text, "addsUp" boolean, "parent" uuid, "team" uuid, "owner" uuid,
                "visibility" text, "breachPeriods" int, "useSpc" boolean, "proposeOkr" boolean, "limitsFrom" date,
                "definitionVersion" int, "definedFrom" date, "keyKind" text, "keyId" uuid)
            """;

    static MetricLine of(MetricWriter.Row row) {
        MetricContent content = row.content();
        Audience key = row.key();
        BreachPolicy policy = Objects.requireNonNullElse(content.breachPolicy(), BreachPolicy.USUAL);
        Formula formula = row.formula();
        return new MetricLine(
                row.id(),
                text(content.name()),
                row.state(),
                text(content.unit()),
                Objects.requireNonNullElse(content.decimals(), 0),
                Objects.requireNonNull(content.direction()),
                Objects.requireNonNull(content.frequency()),
                content.overTime(),
                content.overTeams(),
                text(content.category()),
                content.levelOrUsual(),
                Objects.requireNonNullElse(content.leadLag(), LeadLag.CURRENT),
                text(content.segment()),
                text(content.source()),
                text(content.definition()),
                text(content.includes()),
                text(content.excludes()),
                text(content.consequences()),
                formula == null ? null : formula.text(id -> id.toString()),
                Boolean.TRUE.equals(content.addsUp()),
                content.parentId(),
                content.teamId(),
                row.owner(),
                content.audienceOrUsual(),
                policy.count(),
                policy.needsSignal(),
                !Boolean.FALSE.equals(content.proposeOkr()),
                content.limitsFrom(),
                row.definitionVersion(),
                row.definedFrom(),
                key.kind().key(),
                key.id());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
