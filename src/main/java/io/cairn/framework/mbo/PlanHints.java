package io.cairn.framework.mbo;

import io.cairn.goal.CheckInWords;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.incentive.PayoutCurve;
import io.cairn.smart.SmartWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The soft rules of plans: said beside what is written, never refused (frameworks 2.3, MBO-S1 to MBO-S7). */
public final class PlanHints {
    private static final int MANY = 5;
    private static final BigDecimal LIGHT = BigDecimal.TEN;
    private static final Map<String, Pattern> FUNCTIONS = functions(
            "Sales",
            "sales",
            "Marketing",
            "marketing",
            "Product",
            "product (?:team|management)|product and",
            "Engineering",
            "engineering|developers",
            "Support",
            "customer support|support team",
            "Customer Success",
            "customer success",
            "Operations",
            "operations|revops",
            "Finance",
            "finance|accounting",
            "HR",
            "hr|human resources|people team",
            "Legal",
            "legal",
            "IT",
            "it department|it team");

    private PlanHints() {}

    /** A key result of an aspirational OKR that follows a metric. */
    public record Stretch(UUID metricId, BigDecimal target, String title) {}

    private static Map<String, Pattern> functions(String... namesAndPatterns) {
        Map<String, Pattern> functions = new java.util.LinkedHashMap<>();
        for (int i = 0; i < namesAndPatterns.length; i += 2) {
            functions.put(
                    namesAndPatterns[i],
                    Pattern.compile("\\b(?:" + namesAndPatterns[i + 1] + ")\\b", Pattern.CASE_INSENSITIVE));
        }
        return functions;
    }

    /**
     * @param before the terms that hold already; null for a plan that is not agreed
     * @param stretches key results with the metrics of these lines, as far as the viewer sees them
     */
    public static List<Hint> of(PlanTerms terms, @Nullable PlanTerms before, List<Stretch> stretches) {
        List<Hint> hints = new ArrayList<>();
        List<ObjectiveTerms> lines = terms.objectives();
        if (lines.size() > MANY) {
            hints.add(new Hint(
                    "TOO_MANY_OBJECTIVES",
                    "About three objectives say what matters; these are " + lines.size() + ".",
                    null));
        }
        Map<UUID, ObjectiveTerms> old = new HashMap<>();
        if (before != null) {
            before.objectives().forEach(line -> old.put(line.id(), line));
        }
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i), i, hints);
            curve(Reached.curve(terms, lines.get(i)), lines.get(i), i, hints);
            unpaid(lines.get(i), Reached.curve(terms, lines.get(i)), i, hints);
            raised(lines.get(i), old.get(lines.get(i).id()), i, hints);
            stretched(lines.get(i), stretches, i, hints);
        }
        return List.copyOf(new LinkedHashSet<>(hints));
    }

    private static void line(ObjectiveTerms line, int place, List<Hint> hints) {
        if (line.scope() == ObjectiveScope.DISCRETIONARY) {
            return;
        }
        if (line.weight().signum() > 0 && line.weight().compareTo(LIGHT) < 0) {
            hints.add(new Hint("WEIGHT_LIGHT", "A weight below 10 % hardly counts for anybody.", place));
        }
        if (line.scope() != ObjectiveScope.INDIVIDUAL) {
            return;
        }
        if (line.supports().isEmpty()) {
            hints.add(new Hint(
                    "SUPPORTS_NOTHING",
                    "It supports no objective of a team or the company: is it worth a bonus?",
                    place));
        }
        boolean numbered = line.isNumeric() && line.target() != null;
        if (!numbered
                && !SmartWords.all().vagueIn(line.title()).isEmpty()
                && line.levels().isEmpty()
                && line.milestones().isEmpty()) {
            hints.add(new Hint(
                    "NOT_SMART", "Two people could read this differently: say what is true when it is done.", place));
        }
        Set<String> named = new LinkedHashSet<>();
        String words = (line.title() + " " + line.why()).toLowerCase(Locale.ROOT);
        FUNCTIONS.forEach((function, pattern) -> {
            if (pattern.matcher(words).find()) {
                named.add(function);
            }
        });
        if (named.size() > 1) {
            hints.add(new Hint(
                    "SEVERAL_FUNCTIONS",
                    "It needs " + String.join(" and ", named)
                            + ": what several have to do together is better an OKR, with a share of it here.",
                    place));
        }
    }

    /** The plan's curve is told once, a line's own curve at its line. */
    private static void curve(PayoutCurve curve, ObjectiveTerms line, int place, List<Hint> hints) {
        boolean own = line.curve() != null || line.threshold() != null || line.maximum() != null;
        for (PayoutCurve.Concern concern : curve.concerns()) {
            hints.add(new Hint(concern.name(), concern.message(), own ? place : null));
        }
    }

    /** Levels are attainments: what lies below the curve brings nothing, though it may be called the target. */
    private static void unpaid(ObjectiveTerms line, PayoutCurve curve, int place, List<Hint> hints) {
        if (line.basis() != AttainmentBasis.RUBRIC || line.weight().signum() == 0) {
            return;
        }
        String unpaid = line.levels().stream()
                .filter(level -> level.score().signum() > 0
                        && curve.payout(level.score()).signum() == 0)
                .map(level -> "“" + CheckInWords.name(level) + "”")
                .collect(Collectors.joining(" and "));
        if (!unpaid.isEmpty()) {
            hints.add(new Hint(
                    "LEVEL_UNPAID",
                    "By this curve the level " + unpaid
                            + " pays nothing: say so in its words, or give it a higher score.",
                    place));
        }
    }

    private static void raised(ObjectiveTerms line, @Nullable ObjectiveTerms old, int place, List<Hint> hints) {
        if (old == null || old.target() == null || line.target() == null) {
            return;
        }
        int higher = line.target().compareTo(old.target());
        boolean harder = line.comparatorOrUsual().falls() ? higher < 0 : higher > 0;
        if (harder) {
            hints.add(new Hint(
                    "TARGET_RAISED",
                    "A target that rises in the middle of the period teaches people to hold back.",
                    place));
        }
    }

    private static void stretched(ObjectiveTerms line, List<Stretch> stretches, int place, List<Hint> hints) {
        BigDecimal target = line.target();
        if (line.metricId() == null || target == null) {
            return;
        }
        stretches.stream()
                .filter(stretch -> stretch.metricId().equals(line.metricId())
                        && stretch.target().compareTo(target) == 0)
                .findFirst()
                .ifPresent(stretch -> hints.add(new Hint(
                        "STRETCH_TARGET_PAID",
                        "The same metric and target stand in the aspirational “" + stretch.title()
                                + "”: pay for the level you expect and keep the stretch in the OKR.",
                        place)));
    }
}
