package io.cairn.framework.mbo;

import io.cairn.audit.Journal;
import io.cairn.framework.GoalAnswers;
import io.cairn.framework.RightFramework;
import io.cairn.kernel.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts plans for people who were asked first which framework fits. */
@Component
@Transactional
public class PlanDrafts {
    private final Plans plans;
    private final Journal journal;

    PlanDrafts(Plans plans, Journal journal) {
        this.plans = plans;
        this.journal = journal;
    }

    /** @param said what the writer answered before choosing an MBO, if anything; overruling it is told to the journal */
    public Plan create(Viewer viewer, PlanContent content, @Nullable GoalAnswers said) {
        Plan plan = plans.create(viewer, content);
        if (said != null && !RightFramework.fits(said, MboFramework.KEY)) {
            journal.record(Plans.entry(
                            plan,
                            "plan.framework-overruled",
                            "chose MBO although the answers speak for " + RightFramework.names(said))
                    .reason("Answered: " + said.said()));
        }
        return plan;
    }
}
