/** Hybrid: KPIs watch, OKRs change; a red KPI proposes an objective, and one board shows both (frameworks 2.6). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "web :: part",
            "access",
            "audit",
            "database",
            "organization",
            "cycle",
            "framework",
            "metric",
            "goal",
            "template",
            "framework.kpi"
        })
package io.cairn.framework.hybrid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
