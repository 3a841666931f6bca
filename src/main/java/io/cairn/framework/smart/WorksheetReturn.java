package io.cairn.framework.smart;

import io.cairn.kernel.Viewer;
import io.cairn.template.Returned;
import io.cairn.template.RowChange;
import io.cairn.template.TemplateReturn;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a worksheet back: new rows become drafts, those that are there change as on their page. */
@Component
@Transactional
class WorksheetReturn implements TemplateReturn {
    private final WorksheetJudge judge;
    private final SmartSheets sheets;

    WorksheetReturn(WorksheetJudge judge, SmartSheets sheets) {
        this.judge = judge;
        this.sheets = sheets;
    }

    @Override
    public String template() {
        return WorksheetForm.KEY;
    }

    /** Each goal stands alone. */
    @Override
    public String part(Returned.Sheet sheet, Returned.Row row) {
        return String.valueOf(row.number());
    }

    @Override
    @Transactional(readOnly = true)
    public List<RowChange> preview(Viewer viewer, Returned file) {
        return judge.judge(viewer, file).rows().done();
    }

    @Override
    public List<Kept> apply(Viewer viewer, Returned part) {
        WorksheetJudge.Judged judged = judge.judge(viewer, part);
        judged.rows().refuseIfAny();
        List<Kept> kept = new ArrayList<>();
        for (WorksheetJudge.Wanted wanted : judged.wanted()) {
            SmartSheet now = written(viewer, wanted);
            kept.add(new Kept(WorksheetForm.GOALS, wanted.row().number(), now.id(), now.version()));
        }
        return kept;
    }

    private SmartSheet written(Viewer viewer, WorksheetJudge.Wanted wanted) {
        SmartSheet before = wanted.before();
        return before == null
                ? sheets.create(viewer, wanted.content(), false)
                : sheets.edit(viewer, before.id(), was -> wanted.content(), before.version());
    }
}
