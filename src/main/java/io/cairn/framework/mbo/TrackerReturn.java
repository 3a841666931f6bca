package io.cairn.framework.mbo;

import io.cairn.kernel.Viewer;
import io.cairn.template.Returned;
import io.cairn.template.ReturnedRows;
import io.cairn.template.RowChange;
import io.cairn.template.TemplateReturn;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a tracker back: a new one becomes a draft, one of a draft changes it. What two have offered or signed stays as it is,
 * and so does what was measured; both have their pages.
 */
@Component
@Transactional
class TrackerReturn implements TemplateReturn {
    private final TrackerJudge judge;
    private final Plans plans;

    TrackerReturn(TrackerJudge judge, Plans plans) {
        this.judge = judge;
        this.plans = plans;
    }

    @Override
    public String template() {
        return TrackerForm.KEY;
    }

    /** A tracker is one plan. */
    @Override
    public String part(Returned.Sheet sheet, Returned.Row row) {
        return TrackerForm.PLAN;
    }

    @Override
    @Transactional(readOnly = true)
    public List<RowChange> preview(Viewer viewer, Returned file) {
        return judge.judge(viewer, file).rows().done();
    }

    @Override
    public List<Kept> apply(Viewer viewer, Returned part) {
        TrackerJudge.Judged judged = judge.judge(viewer, part);
        judged.rows().refuseIfAny();
        Plan before = judged.before();
        PlanContent content = judged.content();
        Plan now = before == null
                ? plans.create(viewer, content)
                : plans.edit(viewer, before.id(), written -> content, before.version());
        return kept(part, judged, now);
    }

    private static List<Kept> kept(Returned part, TrackerJudge.Judged judged, Plan now) {
        List<Kept> kept = new ArrayList<>();
        ReturnedRows.of(part, TrackerForm.PLAN)
                .forEach(row -> kept.add(new Kept(TrackerForm.PLAN, row.number(), now.id(), now.version())));
        judged.places().forEach((place, row) -> {
            ObjectiveTerms line = now.terms().objectives().get(place);
            kept.add(new Kept(TrackerForm.OBJECTIVES, row.number(), line.id(), now.version()));
        });
        return kept;
    }
}
