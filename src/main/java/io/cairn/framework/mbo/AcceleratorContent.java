package io.cairn.framework.mbo;

import io.cairn.kernel.Needed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An accelerator as a person writes it: it waits for one objective, named by its id or by its place, or for the whole plan.
 *
 * @param objectiveId the line it waits for, where it has an id already
 * @param line the same by its place among the plan's objectives, from 0; neither for the whole plan
 * @param atLeast the attainment from which it multiplies, as a share
 * @param multiplier what the modifier is multiplied with then, 1 or more
 */
public record AcceleratorContent(
        @Nullable UUID objectiveId,
        @Nullable Integer line,
        @Needed @Nullable BigDecimal atLeast,
        @Needed @Nullable BigDecimal multiplier) {

    static AcceleratorContent of(PlanTerms.Accelerator terms) {
        return new AcceleratorContent(terms.objectiveId(), null, terms.atLeast(), terms.multiplier());
    }

    boolean ofWholePlan() {
        return objectiveId == null && line == null;
    }

    /** Where the line it waits for stands among those that are written; -1 where there is no such line. */
    int place(List<@Nullable UUID> lines) {
        if (objectiveId != null) {
            int found = lines.indexOf(objectiveId);
            return line == null || line == found ? found : -1;
        }
        return line != null && line >= 0 && line < lines.size() ? line : -1;
    }

    /** Those that wait for something there is. */
    static List<PlanTerms.Accelerator> terms(List<AcceleratorContent> written, List<ObjectiveTerms> lines) {
        List<@Nullable UUID> ids = new ArrayList<>();
        lines.forEach(line -> ids.add(line.id()));
        List<PlanTerms.Accelerator> terms = new ArrayList<>();
        for (AcceleratorContent one : written) {
            if (one == null || one.atLeast() == null || one.multiplier() == null) {
                continue;
            }
            int place = one.place(ids);
            if (one.ofWholePlan()) {
                terms.add(new PlanTerms.Accelerator(null, null, one.atLeast(), one.multiplier()));
            } else if (place >= 0) {
                ObjectiveTerms line = lines.get(place);
                terms.add(new PlanTerms.Accelerator(line.id(), line.title(), one.atLeast(), one.multiplier()));
            }
        }
        return terms;
    }
}
