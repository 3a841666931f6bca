/** Goals: objectives and other goals with their measures, check-ins, links and figures. */
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
            "metric"
        })
package io.cairn.goal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
