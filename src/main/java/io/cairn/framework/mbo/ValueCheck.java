package io.cairn.framework.mbo;

import io.cairn.goal.Level;
import io.cairn.incentive.Attainment;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.NumberProblem;
import io.cairn.kernel.Quantity;
import io.cairn.kernel.Texts;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether values fit the objectives they are of. */
final class ValueCheck {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_ATTAINED = BigDecimal.valueOf(1_000_000);
    private static final int LONGEST_COMMENT = 4000;
    private static final int AWARD_DECIMALS = 4;

    private ValueCheck() {}

    /** The values by objective, each fitting. @throws io.cairn.kernel.ProblemException with everything that does not */
    static Map<UUID, ObjectiveValue> check(Plan plan, @Nullable List<ObjectiveValue> values) {
        Map<UUID, PlanObjective> lines = new HashMap<>();
        plan.objectives().forEach(line -> lines.put(line.id(), line));
        Map<UUID, ObjectiveValue> checked = new LinkedHashMap<>();
        Texts texts = new Texts();
        List<ObjectiveValue> given = values == null ? List.of() : values;
        for (int i = 0; i < given.size(); i++) {
            String path = "objectives[" + i + "]";
            ObjectiveValue value = given.get(i);
            if (value == null || value.objectiveId() == null) {
                texts.add(GeneralProblem.REQUIRED.at(path + ".objectiveId"));
                continue;
            }
            PlanObjective line = lines.get(value.objectiveId());
            if (line == null) {
                texts.add(GeneralProblem.INVALID
                        .saying("The plan has no such objective.")
                        .at(path + ".objectiveId"));
            } else if (checked.put(line.id(), value) != null) {
                texts.add(GeneralProblem.INVALID
                        .saying("The same objective is there twice.")
                        .at(path + ".objectiveId"));
            } else {
                fits(line.terms(), value, path + ".", texts);
            }
        }
        texts.refuseIfAny();
        return checked;
    }

    private static void fits(ObjectiveTerms line, ObjectiveValue value, String path, Texts texts) {
        texts.optional(path + "comment", value.comment(), LONGEST_COMMENT);
        NumberProblem wrong = value.value() == null ? null : Quantity.problem(value.value());
        if (wrong != null) {
            texts.add(wrong.at(path + "value"));
            return;
        }
        awarded(line, value.awarded(), path, texts);
        switch (line.scope()) {
            case COMPANY -> none(value, path, "It is scored once for everybody.", texts);
            case DISCRETIONARY -> none(value, path, "A discretionary objective is given an amount.", texts);
            case INDIVIDUAL -> individual(line, value, path, texts);
        }
    }

    private static void awarded(ObjectiveTerms line, @Nullable BigDecimal awarded, String path, Texts texts) {
        if (awarded == null) {
            return;
        }
        if (line.scope() != ObjectiveScope.DISCRETIONARY) {
            texts.add(GeneralProblem.INVALID
                    .saying("Only a discretionary objective is given an amount.")
                    .at(path + "awarded"));
        } else if (awarded.signum() < 0
                || (long) awarded.precision() - awarded.scale() > 14
                || awarded.stripTrailingZeros().scale() > AWARD_DECIMALS) {
            texts.add(GeneralProblem.INVALID
                    .saying("An amount of money, 0 or more.")
                    .at(path + "awarded"));
        }
    }

    private static void none(ObjectiveValue value, String path, String why, Texts texts) {
        if (value.value() != null || value.level() != null) {
            texts.add(GeneralProblem.INVALID.saying(why).at(path + "value"));
        }
    }

    private static void individual(ObjectiveTerms line, ObjectiveValue value, String path, Texts texts) {
        BigDecimal number = value.value();
        boolean inLevels = line.basis() == AttainmentBasis.RUBRIC;
        if (value.level() != null && !inLevels) {
            texts.add(GeneralProblem.INVALID
                    .saying("This objective has no levels; give its value.")
                    .at(path + "level"));
        }
        if (inLevels) {
            if (number != null) {
                texts.add(GeneralProblem.INVALID
                        .saying("Name the level that was reached.")
                        .at(path + "value"));
            }
            if (value.level() != null && line.levels().stream().map(Level::name).noneMatch(value.level()::equals)) {
                texts.add(
                        GeneralProblem.INVALID.saying("There is no such level.").at(path + "level"));
            }
        } else if (number != null) {
            range(line, number, path + "value", texts);
        }
    }

    private static void range(ObjectiveTerms line, BigDecimal number, String field, Texts texts) {
        Attainment reached = Reached.at(line, number);
        if (reached != null && reached.value().compareTo(MOST_ATTAINED) > 0) {
            texts.add(GeneralProblem.INVALID
                    .saying("That is more than a million times what was asked for: look at its unit.")
                    .at(field));
        }
        if (line.basis() == AttainmentBasis.MILESTONE && (number.signum() < 0 || number.compareTo(HUNDRED) > 0)) {
            texts.add(GeneralProblem.INVALID
                    .saying("The share of the milestones that is done, 0 to 100 percent.")
                    .at(field));
        }
        if (line.basis() == AttainmentBasis.BOOLEAN && number.signum() != 0 && number.compareTo(BigDecimal.ONE) != 0) {
            texts.add(GeneralProblem.INVALID.saying("1 for yes, 0 for no.").at(field));
        }
        if (line.basis() == AttainmentBasis.INVERSE_RATIO && number.signum() <= 0) {
            texts.add(GeneralProblem.INVALID
                    .saying("A ratio of target to value needs a value above 0.")
                    .at(field));
        }
    }
}
