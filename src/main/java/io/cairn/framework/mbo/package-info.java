/** MBO: what one person is accountable for in a period, agreed by two, measured, scored and, where the plan says so, paid (frameworks 2.3). */
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
            "smart",
            "metric",
            "goal",
            "agreement",
            "template",
            "incentive"
        })
package io.cairn.framework.mbo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
