package io.cairn.framework.kpi;

import io.cairn.kernel.Viewer;
import io.cairn.template.Returned;
import io.cairn.template.RowChange;
import io.cairn.template.TemplateReturn;
import java.util.List;

/** A template whose sheet of KPIs comes back: each row stands alone, and many are applied at once. */
public abstract class KpiReturn implements TemplateReturn {
    private final String template;
    private final KpiRows rows;

    protected KpiReturn(String template, KpiRows rows) {
        this.template = template;
        this.rows = rows;
    }

    @Override
    public String template() {
        return template;
    }

    @Override
    public String part(Returned.Sheet sheet, Returned.Row row) {
        return String.valueOf(row.number());
    }

    @Override
    public boolean takesSeveral() {
        return true;
    }

    @Override
    public List<RowChange> preview(Viewer viewer, Returned file) {
        return rows.preview(viewer, file);
    }

    @Override
    public List<Kept> apply(Viewer viewer, Returned part) {
        return rows.apply(viewer, part);
    }
}
