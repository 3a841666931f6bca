package io.cairn.framework.hybrid;

import io.cairn.framework.kpi.KpiColumns;
import io.cairn.framework.kpi.KpiSheets;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Viewer;
import io.cairn.metric.Direction;
import io.cairn.metric.MetricYear;
import io.cairn.template.Column;
import io.cairn.template.Filled;
import io.cairn.template.LiveFile;
import io.cairn.template.SheetForm.Paper;
import io.cairn.template.SheetRow;
import io.cairn.template.Template;
import io.cairn.template.TemplateForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** KPIs with the objectives that move them and what red ones proposed, as a file (frameworks 2.6). */
@Component
@Transactional(readOnly = true)
class HybridSheet implements Template {
    static final String KEY = "okr-kpi-hybrid";
    private static final int JUNE = 6;
    private static final int VERSION = 1;
    private static final TemplateForm FORM = new TemplateForm(
            KEY,
            "OKR and KPI board",
            "hybrid",
            VERSION,
            "KPIs that keep the business steady, beside the objectives that change what is off target.",
            List.of(KpiSheets.form(
                    "KPIs and OKRs",
                    "One KPI in each row, with the objective that is to bring it back on target.",
                    List.of(
                            Column.text("linkedObjective", "Linked objective", 40),
                            Column.text("linkedResult", "Linked key result", 36),
                            Column.choice(
                                    "proposal",
                                    "Proposal",
                                    Column.words(ProposalState.values(), ProposalState::label))),
                    Paper.table(
                            12,
                            "name",
                            "owner",
                            "target",
                            "current",
                            "status",
                            "linkedObjective",
                            "linkedResult",
                            "proposal"))));

    private final KpiSheets sheets;
    private final JdbcClient db;

    HybridSheet(KpiSheets sheets, JdbcClient db) {
        this.sheets = sheets;
        this.db = db;
    }

    /** What hangs on a metric. */
    private record Hanging(
            UUID metricId,
            @Nullable String objective,
            @Nullable String result,
            @Nullable String proposal) {}

    @Override
    public TemplateForm form() {
        return FORM;
    }

    @Override
    public Filled blank(Viewer viewer) {
        return sheets.blank(FORM);
    }

    @Override
    public List<LiveFile> liveFiles(Viewer viewer) {
        return List.of(sheets.everything());
    }

    @Override
    public Filled live(Viewer viewer, String subject) {
        if (!subject.equals(KpiSheets.ALL)) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        List<MetricYear> all = sheets.all();
        Map<UUID, Hanging> hanging =
                hanging(all.stream().map(one -> one.metric().id()).toList());
        List<SheetRow> rows = new ArrayList<>();
        all.forEach(one -> {
            SheetRow.Making row = KpiColumns.row(one);
            Hanging on = hanging.get(one.metric().id());
            if (on != null) {
                row.with("linkedObjective", on.objective())
                        .with("linkedResult", on.result())
                        .with("proposal", on.proposal());
            }
            rows.add(row.done());
        });
        return sheets.live(FORM, String.valueOf(sheets.year()), subject, rows);
    }

    /** The newest objective that is not over, and the newest proposal; row security leaves out what the viewer may not see. */
    private Map<UUID, Hanging> hanging(List<UUID> metrics) {
        Map<UUID, Hanging> found = new HashMap<>();
        db.sql("""
                select m.id as metric_id, g.title as objective, g.name as result, p.state as proposal
                  from metric.metric m
                  left join lateral (select o.title, k.name
                                       from goal.measure k join goal.goal o on o.id = k.goal_id
                                      where k.metric_id = m.id and not k.cancelled and o.state not in ('CANCELLED', 'CLOSED')
                                        and o.framework = 'okr'
                                      order by o.id desc limit 1) g on true
                  left join lateral (select x.state from hybrid.proposal x
                                      where x.metric_id = m.id order by x.id desc limit 1) p on true
                 where m.id = any (:metrics::uuid[])
                """)
                .param("metrics", Ids.array(metrics))
                .query(Hanging.class)
                .list()
                .forEach(one -> found.put(one.metricId(), one));
        return found;
    }

    /** Source: frameworks 6.2 and 6.3. */
    @Override
    public Filled sample() {
        return KpiSheets.sample(
                FORM,
                List.of(
                        sample("Customer retention", "Noah", "%", Comparator.GE, "92", "88", "85", "87.5", "88.5")
                                .with("linkedObjective", "Create an unforgettable customer experience")
                                .with("linkedResult", "Raise retention from 85 % to 92 %")
                                .with("proposal", ProposalState.ACCEPTED)
                                .done(),
                        sample("Sales win rate", "Theo", "%", Comparator.GT, "20", "18", "18.4", "17.9", "17.5")
                                .with("proposal", ProposalState.OPEN)
                                .done(),
                        sample("Net promoter score", "Omar", "", Comparator.GE, null, null, "55", "58", "61")
                                .with("linkedObjective", "Improve customer satisfaction in Q3")
                                .with("linkedResult", "Raise NPS from 55 to 70")
                                .done()));
    }

    /** @param values of June, July and August */
    private static SheetRow.Making sample(
            String name,
            String owner,
            String unit,
            Comparator comparator,
            @Nullable String target,
            @Nullable String amberAt,
            String... values) {
        return KpiColumns.sample(name, owner, unit, Direction.HIGHER, comparator, target, amberAt, JUNE, values);
    }
}
