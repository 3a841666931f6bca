/** KPI: what is watched all the time: dashboards of metrics, their wall, the inbox of alerts (frameworks 2.2). */
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
            "template"
        })
package io.cairn.framework.kpi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
