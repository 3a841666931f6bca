package io.cairn.framework.mbo;

import io.cairn.goal.GoalProblem;
import io.cairn.goal.Level;
import io.cairn.goal.Milestone;
import io.cairn.incentive.Attainment;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.NumberProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Quantity;
import io.cairn.kernel.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a plan must be: a little to be kept as a draft, complete to be signed (frameworks 2.3, MBO-H1, H2 and H8). */
final class PlanCheck {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    static final BigDecimal MOST_FACTOR = BigDecimal.TEN;
    private static final int MOST_OBJECTIVES = 30;
    private static final int MOST_SUPPORTED = 20;
    private static final int MOST_PARTS = 50;

    private PlanCheck() {}

    /** Refuses content that cannot even be a draft, with everything that is wrong. */
    static void draft(PlanContent content, PlanReferences found) {
        Texts texts = new Texts();
        ratio("planCap", content.planCap(), MOST_FACTOR, texts);
        ratio("modifier", content.modifier(), MOST_FACTOR, texts);
        curve("curveId", content.curveId(), found, texts);
        if (content.gate() != null) {
            gate(content.gate(), found, texts);
        }
        AcceleratorCheck.check(content, texts);
        List<ObjectiveContent> objectives = content.objectivesOrNone();
        if (objectives.size() > MOST_OBJECTIVES) {
            texts.add(GeneralProblem.INVALID
                    .saying("A plan has at most " + MOST_OBJECTIVES + " objectives.")
                    .at("objectives"));
        }
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < objectives.size(); i++) {
            objective(objectives.get(i), "objectives[" + i + "].", found, ids, texts);
        }
        texts.refuseIfAny();
    }

    /** One line that is added to a plan; {@code path} stands before each field. */
    static void objective(
            @Nullable ObjectiveContent content, String path, PlanReferences found, Set<UUID> ids, Texts texts) {
        if (content == null) {
            texts.add(GeneralProblem.REQUIRED.at(path.substring(0, path.length() - 1)));
            return;
        }
        paidGoal(content.goalId(), path, found, texts);
        texts.needed(path + "title", content.title(), 5, 200);
        texts.optional(path + "why", content.why(), 10_000);
        texts.optional(path + "category", content.category(), 100);
        texts.optional(path + "segment", content.segment(), 100);
        texts.optional(path + "unit", content.unit(), 20);
        weight(path + "weight", content.weight(), texts);
        number(path + "baseline", content.baseline(), texts);
        number(path + "target", content.target(), texts);
        number(path + "threshold", content.threshold(), texts);
        number(path + "maximum", content.maximum(), texts);
        ratio(path + "objectiveCap", content.objectiveCap(), MOST_FACTOR, texts);
        curve(path + "curveId", content.curveId(), found, texts);
        if (content.id() != null && !ids.add(content.id())) {
            texts.add(GeneralProblem.INVALID
                    .saying("The same objective is there twice.")
                    .at(path + "id"));
        }
        if (content.comparator() == Comparator.BETWEEN) {
            texts.add(GeneralProblem.INVALID
                    .saying("An objective has one target, not a band.")
                    .at(path + "comparator"));
        }
        if (content.metricId() != null) {
            if (found.hiddenMetrics().contains(content.metricId())) {
                texts.add(MboProblem.METRIC_TOO_PRIVATE.at(path + "metricId"));
            } else {
                texts.unknown(path + "metricId", found.metrics().contains(content.metricId()));
            }
        }
        if (content.companyObjectiveId() != null) {
            texts.unknown(
                    path + "companyObjectiveId", found.companyObjectives().containsKey(content.companyObjectiveId()));
        }
        supports(content.supports(), path + "supports", found, texts);
        milestones(content.milestones(), path + "milestones", texts);
        levels(content.levels(), path + "levels", texts);
    }

    /** Who names an OKR to be paid for learns why it cannot be; what the viewer may not see is nothing to them. */
    private static void paidGoal(@Nullable UUID goal, String path, PlanReferences found, Texts texts) {
        if (goal == null) {
            return;
        }
        if (found.unpayable().contains(goal)) {
            texts.add(GoalProblem.OKR_COMPENSATION_FORBIDDEN
                    .saying("OKRs never pay: write an objective of its own and name the OKR in “supports”.")
                    .at(path + "goalId"));
        } else {
            texts.add(GeneralProblem.INVALID
                    .saying("A plan pays for its own objectives only; name what it serves in “supports”.")
                    .at(path + "goalId"));
        }
    }

    private static void supports(@Nullable List<UUID> goals, String field, PlanReferences found, Texts texts) {
        if (goals == null) {
            return;
        }
        if (goals.size() > MOST_SUPPORTED) {
            texts.add(GeneralProblem.INVALID
                    .saying("At most " + MOST_SUPPORTED + " goals.")
                    .at(field));
            return;
        }
        texts.unknown(
                field,
                goals.stream()
                        .allMatch(goal -> goal != null && found.supported().contains(goal)));
    }

    private static void milestones(@Nullable List<Milestone> milestones, String field, Texts texts) {
        if (milestones == null) {
            return;
        }
        if (milestones.size() > MOST_PARTS) {
            texts.add(
                    GeneralProblem.INVALID.saying("At most " + MOST_PARTS + ".").at(field));
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < milestones.size(); i++) {
            Milestone one = milestones.get(i);
            String at = field + "[" + i + "].";
            texts.needed(at + "name", one == null ? null : one.name(), 1, 200);
            if (one != null && one.weight().signum() < 0) {
                texts.add(GeneralProblem.INVALID.at(at + "weight"));
            }
            number(at + "weight", one == null ? null : one.weight(), texts);
            neededRatio(at + "done", one == null ? BigDecimal.ZERO : one.done(), BigDecimal.ONE, texts);
            if (one != null && !names.add(one.name())) {
                texts.add(GeneralProblem.INVALID
                        .saying("Two milestones have this name.")
                        .at(at + "name"));
            }
        }
    }

    private static void levels(@Nullable List<Level> levels, String field, Texts texts) {
        if (levels == null || levels.isEmpty()) {
            return;
        }
        if (levels.size() < 2 || levels.size() > MOST_PARTS) {
            texts.add(GeneralProblem.INVALID.saying("Two levels or more.").at(field));
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < levels.size(); i++) {
            Level one = levels.get(i);
            String at = field + "[" + i + "].";
            if (one == null) {
                texts.add(GeneralProblem.REQUIRED.at(field + "[" + i + "]"));
                continue;
            }
            texts.needed(at + "name", one.name(), 1, 200);
            neededRatio(at + "score", one.score(), MOST_FACTOR, texts);
            texts.optional(at + "text", one.text(), 4000);
            if (!names.add(one.name())) {
                texts.add(GeneralProblem.INVALID
                        .saying("Two levels have this name.")
                        .at(at + "name"));
            }
        }
    }

    private static void gate(PlanTerms.Gate gate, PlanReferences found, Texts texts) {
        texts.unknown("gate.companyObjectiveId", found.companyObjectives().containsKey(gate.companyObjectiveId()));
        neededRatio("gate.atLeast", gate.atLeast(), MOST_FACTOR, texts);
        neededRatio("gate.factor", gate.factor(), BigDecimal.ONE, texts);
    }

    private static void curve(String field, @Nullable UUID id, PlanReferences found, Texts texts) {
        if (id != null) {
            texts.unknown(field, found.curve(id) != null);
        }
    }

    private static void weight(String field, @Nullable BigDecimal weight, Texts texts) {
        if (weight == null) {
            return;
        }
        boolean fine = weight.signum() >= 0
                && weight.compareTo(HUNDRED) <= 0
                && weight.stripTrailingZeros().scale() <= 2;
        if (!fine) {
            texts.add(GeneralProblem.INVALID
                    .saying("A weight is from 0 to 100 percent, with at most two decimals.")
                    .at(field));
        }
    }

    static void neededRatio(String field, @Nullable BigDecimal value, BigDecimal most, Texts texts) {
        if (value == null) {
            texts.add(GeneralProblem.REQUIRED.at(field));
        } else {
            ratio(field, value, most, texts);
        }
    }

    private static void ratio(String field, @Nullable BigDecimal value, BigDecimal most, Texts texts) {
        if (value == null) {
            return;
        }
        if (value.signum() < 0
                || value.compareTo(most) > 0
                || value.stripTrailingZeros().scale() > 6) {
            texts.add(GeneralProblem.INVALID
                    .saying("A ratio from 0 to " + most.toPlainString() + ", such as 1.5 for 150 %.")
                    .at(field));
        }
    }

    private static void number(String field, @Nullable BigDecimal value, Texts texts) {
        NumberProblem problem = value == null ? null : Quantity.problem(value);
        if (problem != null) {
            texts.add(problem.at(field));
        }
    }

    /** Refuses terms that cannot be signed, with everything that is missing; the weights first. */
    static void complete(PlanTerms terms) {
        List<Problem> problems = missing(terms);
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    /** What keeps these terms from being signed. */
    static List<Problem> missing(PlanTerms terms) {
        List<Problem> problems = new ArrayList<>();
        if (terms.objectives().isEmpty()) {
            problems.add(MboProblem.OBJECTIVES_MISSING.at("objectives"));
            return problems;
        }
        if (terms.weights().compareTo(HUNDRED) != 0) {
            problems.add(MboProblem.WEIGHTS_MUST_TOTAL_100
                    .saying("The weights of a plan total 100; these total "
                            + terms.weights().stripTrailingZeros().toPlainString() + ".")
                    .at("objectives"));
        }
        for (int i = 0; i < terms.objectives().size(); i++) {
            line(terms.objectives().get(i), "objectives[" + i + "].", problems);
        }
        return problems;
    }

    private static void line(ObjectiveTerms line, String path, List<Problem> problems) {
        switch (line.scope()) {
            case COMPANY -> needed(line.companyObjectiveId(), path + "companyObjectiveId", problems);
            case DISCRETIONARY -> {
                if (line.weight().signum() != 0) {
                    problems.add(MboProblem.DISCRETIONARY_HAS_NO_WEIGHT.at(path + "weight"));
                }
            }
            case INDIVIDUAL -> measured(line, path, problems);
        }
    }

    private static void measured(ObjectiveTerms line, String path, List<Problem> problems) {
        AttainmentBasis basis = line.basis();
        if (basis == null) {
            problems.add(MboProblem.OBJECTIVE_INCOMPLETE
                    .saying("Choose how it is measured.")
                    .at(path + "basis"));
            return;
        }
        if (line.measurement() == Measurement.QUALITATIVE && line.isNumeric()) {
            problems.add(MboProblem.RUBRIC_NEEDED.at(path + "basis"));
        }
        switch (basis) {
            case BASELINE_TO_TARGET -> {
                needed(line.baseline(), path + "baseline", problems);
                needed(line.target(), path + "target", problems);
                if (line.baseline() != null
                        && line.target() != null
                        && line.baseline().compareTo(line.target()) == 0) {
                    problems.add(MboProblem.OBJECTIVE_INCOMPLETE
                            .saying("Baseline and target are the same: there is no way to go.")
                            .at(path + "target"));
                }
            }
            case RATIO_TO_TARGET, INVERSE_RATIO -> {
                needed(line.target(), path + "target", problems);
                if (line.target() != null && line.target().signum() <= 0) {
                    problems.add(MboProblem.OBJECTIVE_INCOMPLETE
                            .saying("A ratio to the target needs a target above 0.")
                            .at(path + "target"));
                }
            }
            case MILESTONE ->
                needed(line.milestones().isEmpty() ? null : line.milestones(), path + "milestones", problems);
            case RUBRIC -> needed(line.levels().isEmpty() ? null : line.levels(), path + "levels", problems);
            case BOOLEAN -> {}
        }
        bounds(line, path, problems);
    }

    /** A value is held against the old terms and the new ones, so both have to read it alike. */
    static void alike(PlanTerms before, PlanTerms now) {
        Map<UUID, ObjectiveTerms> old = new HashMap<>();
        before.objectives().forEach(line -> old.put(line.id(), line));
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < now.objectives().size(); i++) {
            ObjectiveTerms line = now.objectives().get(i);
            ObjectiveTerms was = old.get(line.id());
            if (was != null && !line.readsLike(was)) {
                problems.add(MboProblem.MEASURED_OTHERWISE.at("objectives[" + i + "].basis"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    /** What pays half lies on the way to the target, and what pays double beyond it. */
    private static void bounds(ObjectiveTerms line, String path, List<Problem> problems) {
        Attainment half = Reached.at(line, line.threshold());
        if (half != null && (half.value().signum() <= 0 || half.value().compareTo(BigDecimal.ONE) >= 0)) {
            problems.add(MboProblem.THRESHOLD_PLACE.at(path + "threshold"));
        }
        Attainment twice = Reached.at(line, line.maximum());
        if (twice != null && twice.value().compareTo(BigDecimal.ONE) <= 0) {
            problems.add(MboProblem.MAXIMUM_PLACE.at(path + "maximum"));
        }
    }

    private static void needed(@Nullable Object value, String field, List<Problem> problems) {
        if (value == null) {
            problems.add(MboProblem.OBJECTIVE_INCOMPLETE.at(field));
        }
    }
}
