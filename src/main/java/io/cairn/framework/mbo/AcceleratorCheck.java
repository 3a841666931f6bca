package io.cairn.framework.mbo;

import io.cairn.incentive.IncentiveProblem;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an accelerator must be: it lowers nothing, and waits for a line that is measured. */
final class AcceleratorCheck {
    private static final int MOST = 10;

    private AcceleratorCheck() {}

    static void check(PlanContent content, Texts texts) {
        List<AcceleratorContent> written = content.acceleratorsOrNone();
        if (written.size() > MOST) {
            texts.add(GeneralProblem.INVALID
                    .saying("A plan has at most " + MOST + " accelerators.")
                    .at("accelerators"));
            return;
        }
        for (int i = 0; i < written.size(); i++) {
            String path = "accelerators[" + i + "]";
            AcceleratorContent one = written.get(i);
            if (one == null) {
                texts.add(GeneralProblem.REQUIRED.at(path));
                continue;
            }
            PlanCheck.neededRatio(path + ".atLeast", one.atLeast(), PlanCheck.MOST_FACTOR, texts);
            multiplier(path + ".multiplier", one.multiplier(), texts);
            if (!one.ofWholePlan() && !measured(one, content.objectivesOrNone())) {
                texts.add(IncentiveProblem.ACCELERATOR_LINE_UNKNOWN.at(
                        path + (one.objectiveId() == null ? ".line" : ".objectiveId")));
            }
        }
    }

    private static void multiplier(String field, @Nullable BigDecimal multiplier, Texts texts) {
        if (multiplier != null && multiplier.compareTo(BigDecimal.ONE) < 0) {
            texts.add(IncentiveProblem.ACCELERATOR_TOO_LOW.at(field));
        } else {
            PlanCheck.neededRatio(field, multiplier, PlanCheck.MOST_FACTOR, texts);
        }
    }

    /** What a pool gives has no attainment to wait for. */
    private static boolean measured(AcceleratorContent one, List<ObjectiveContent> lines) {
        List<@Nullable UUID> ids = new ArrayList<>();
        lines.forEach(line -> ids.add(line == null ? null : line.id()));
        int place = one.place(ids);
        return place >= 0 && lines.get(place) != null && lines.get(place).scope() != ObjectiveScope.DISCRETIONARY;
    }
}
