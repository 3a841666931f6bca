package io.cairn.framework.okr;

import io.cairn.goal.CheckIns;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalEditing;
import io.cairn.goal.ManyGoals;
import io.cairn.kernel.Viewer;
import io.cairn.template.Returned;
import io.cairn.template.RowChange;
import io.cairn.template.TemplateReturn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a planning sheet back: new objectives become drafts, those that are there change as on their page, and values typed into
 * weeks are check-ins.
 */
@Component
@Transactional
class PlanningReturn implements TemplateReturn {
    private final PlanningJudge judge;
    private final GoalEditing editing;
    private final CheckIns checkIns;
    private final ManyGoals goals;

    PlanningReturn(PlanningJudge judge, GoalEditing editing, CheckIns checkIns, ManyGoals goals) {
        this.judge = judge;
        this.editing = editing;
        this.checkIns = checkIns;
        this.goals = goals;
    }

    @Override
    public String template() {
        return PlanningForm.KEY;
    }

    /** An objective and what names its number; the cycle's row stands alone and is never applied. */
    @Override
    public String part(Returned.Sheet sheet, Returned.Row row) {
        String number = row.row().text(sheet.form().key().equals(PlanningForm.OBJECTIVES) ? "number" : "objective");
        return Objects.requireNonNullElse(number, "");
    }

    @Override
    @Transactional(readOnly = true)
    public List<RowChange> preview(Viewer viewer, Returned file) {
        return judge.judge(viewer, file).rows().done();
    }

    @Override
    public List<Kept> apply(Viewer viewer, Returned part) {
        PlanningJudge.Judged judged = judge.judge(viewer, part);
        judged.rows().refuseIfAny();
        List<Kept> kept = new ArrayList<>();
        for (PlanningGoal wanted : judged.goals()) {
            UUID id = written(viewer, wanted);
            checkIns(viewer, wanted);
            kept.addAll(kept(wanted, goals.read(List.of(id), List.of()).getFirst()));
        }
        return kept;
    }

    private UUID written(Viewer viewer, PlanningGoal wanted) {
        Goal before = wanted.before();
        ManyGoals.Sought sought = wanted.sought();
        if (before == null) {
            return editing.create(
                            viewer,
                            sought.content()
                                    .with(sought.rows().stream()
                                            .map(GoalEditing.Row::content)
                                            .toList()),
                            false,
                            null)
                    .id();
        }
        if (wanted.isRewritten()) {
            editing.save(
                    viewer,
                    before.id(),
                    now -> new GoalEditing.Wanted(sought.content(), before.version(), sought.rows(), false));
        }
        return before.id();
    }

    private void checkIns(Viewer viewer, PlanningGoal wanted) {
        wanted.checkIns().forEach(one -> checkIns.record(viewer, one.measure(), one.content()));
    }

    /** The goal's measures stand in the order in which they were written. */
    private static List<Kept> kept(PlanningGoal wanted, Goal now) {
        List<Kept> kept = new ArrayList<>();
        if (wanted.head() != null) {
            kept.add(new Kept(PlanningForm.OBJECTIVES, wanted.head().number(), now.id(), now.version()));
        }
        wanted.places().forEach((place, row) -> {
            var measure = now.live().get(place);
            kept.add(new Kept(PlanningForm.KEY_RESULTS, row.number(), measure.id(), measure.version()));
        });
        return kept;
    }
}
