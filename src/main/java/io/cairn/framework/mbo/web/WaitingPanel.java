package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.NextStep;
import io.cairn.framework.mbo.PlanDesk.Waiting;
import io.cairn.web.Fragment;
import java.util.List;
import java.util.UUID;

/** The plans that wait for the viewer, on Home. */
public record WaitingPanel(UUID viewer, List<Waiting> plans) implements Fragment {
    public String title(Waiting waiting) {
        return waiting.employeeId().equals(viewer) ? "Your plan" : "Plan of " + waiting.employee();
    }

    public String span(Waiting waiting) {
        return PlanDays.span(waiting.startsOn(), waiting.endsOn());
    }

    public String href(Waiting waiting) {
        boolean measured = waiting.step() == NextStep.Step.ESTIMATE || waiting.step() == NextStep.Step.SCORE;
        return "/plans/" + waiting.id() + (measured ? "/measurement" : "");
    }
}
