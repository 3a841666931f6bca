package io.cairn.framework.hybrid;

import io.cairn.framework.kpi.KpiReturn;
import io.cairn.framework.kpi.KpiRows;
import org.springframework.stereotype.Component;

/** Takes the board of OKRs and KPIs back as the KPI dashboard is; what it shows beside them is not read. */
@Component
class HybridReturn extends KpiReturn {
    HybridReturn(KpiRows rows) {
        super(HybridSheet.KEY, rows);
    }
}
