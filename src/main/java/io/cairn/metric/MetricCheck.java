package io.cairn.metric;

import io.cairn.framework.Visibility;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.NumberProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Quantity;
import io.cairn.kernel.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a metric's definition sheet and its targets must be (frameworks 2.2). */
final class MetricCheck {
    private MetricCheck() {}

    static void sheet(MetricContent content, @Nullable Metric before, Texts texts) {
        texts.needed("name", content.name(), 1, 200);
        texts.optional("unit", content.unit(), 20);
        texts.optional("category", content.category(), 50);
        texts.optional("segment", content.segment(), 200);
        texts.optional("source", content.source(), 200);
        texts.optional("definition", content.definition(), 10_000);
        texts.optional("includes", content.includes(), 4000);
        texts.optional("excludes", content.excludes(), 4000);
        texts.optional("consequences", content.consequences(), 4000);
        required("direction", content.direction(), texts);
        required("frequency", content.frequency(), texts);
        within("decimals", content.decimals(), 0, 6, texts);
        if (content.breachPolicy() != null) {
            within("breachPolicy.periods", content.breachPolicy().periods(), 1, 12, texts);
        }
        if (content.formula() != null && !content.formula().isBlank() && Boolean.TRUE.equals(content.addsUp())) {
            texts.add(GeneralProblem.INVALID
                    .saying("A metric is computed by its formula or from those below it, not both.")
                    .at("addsUp"));
        }
        audience(content, texts);
        MetricState state = content.state();
        if (before != null && state != null && !before.state().mayBecome(state)) {
            texts.add(MetricProblem.METRIC_STATE
                    .saying("A metric that is %s cannot become %s."
                            .formatted(lower(before.state().label()), lower(state.label())))
                    .at("state"));
        }
    }

    private static void audience(MetricContent content, Texts texts) {
        Visibility audience = content.audienceOrUsual();
        boolean open = audience == Visibility.PUBLIC_ORG || audience == Visibility.TEAM;
        if (content.levelOrUsual() == MetricLevel.INDIVIDUAL && open) {
            texts.add(MetricProblem.AUDIENCE_TOO_WIDE.at("audience"));
        }
        if (audience == Visibility.PRIVATE_COMP) {
            texts.add(GeneralProblem.INVALID
                    .saying("Metrics have no audience of their own for pay.")
                    .at("audience"));
        }
        boolean ofTeam = audience == Visibility.TEAM || content.level() == MetricLevel.TEAM;
        if (ofTeam && content.teamId() == null) {
            texts.add(GeneralProblem.REQUIRED.at("teamId"));
        }
    }

    private static void required(String field, @Nullable Object value, Texts texts) {
        if (value == null) {
            texts.add(GeneralProblem.REQUIRED.at(field));
        }
    }

    private static void within(String field, @Nullable Integer value, int least, int most, Texts texts) {
        if (value != null && (value < least || value > most)) {
            texts.add(GeneralProblem.INVALID
                    .saying("This is a whole number from %d to %d.".formatted(least, most))
                    .at(field));
        }
    }

    static void references(MetricContent content, Set<UUID> inputs, MetricSurroundings.Found found, Texts texts) {
        texts.unknown("ownerId", found.ownerKnown());
        texts.unknown("teamId", found.teamKnown());
        texts.unknown("parentId", found.parentKnown());
        texts.unknown(
                "readerIds",
                found.readersKnown() == Set.copyOf(content.readersOrNone()).size());
        if (found.inputsKnown() != inputs.size()) {
            texts.add(MetricProblem.FORMULA_UNKNOWN_METRIC.at("formula"));
        }
        if (found.wouldLoop()) {
            texts.add(MetricProblem.FORMULA_CYCLE.at(inputs.isEmpty() ? "parentId" : "formula"));
        }
    }

    /** Targets as they would stand beside each other; {@code at} names the list. */
    static void targets(Direction direction, List<TargetContent> contents, LocalDate today, String at, Texts texts) {
        if (contents.size() > 600) {
            texts.add(GeneralProblem.INVALID
                    .saying("At most 600 targets at once.")
                    .at("targets"));
            return;
        }
        for (int i = 0; i < contents.size(); i++) {
            String prefix = at.isEmpty() ? "" : at + "[" + i + "].";
            TargetContent content = contents.get(i);
            if (content == null) {
                texts.add(GeneralProblem.REQUIRED.at(at + "[" + i + "]"));
                continue;
            }
            number(content.target(), prefix + "target", texts);
            number(content.amberAt(), prefix + "amberAt", texts);
            number(content.low(), prefix + "low", texts);
            number(content.high(), prefix + "high", texts);
            for (Problem problem : TargetRules.check(direction, content.target(direction, today))) {
                texts.add(problem.at(prefix + problem.field()));
            }
        }
        if (contents.stream().noneMatch(java.util.Objects::isNull)) {
            texts.addAll(TargetRules.overlaps(contents.stream()
                    .map(content -> content.target(direction, today))
                    .toList()));
        }
    }

    static void number(@Nullable BigDecimal value, String field, Texts texts) {
        NumberProblem problem = value == null ? null : Quantity.problem(value);
        if (problem != null) {
            texts.add(problem.at(field));
        }
    }

    private static String lower(String label) {
        return label.toLowerCase(java.util.Locale.ROOT);
    }
}
