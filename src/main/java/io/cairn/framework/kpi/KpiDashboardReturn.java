package io.cairn.framework.kpi;

import org.springframework.stereotype.Component;

/** Takes the KPI dashboard back. */
@Component
class KpiDashboardReturn extends KpiReturn {
    KpiDashboardReturn(KpiRows rows) {
        super(KpiDashboardTemplate.KEY, rows);
    }
}
