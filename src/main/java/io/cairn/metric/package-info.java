/** Metrics: what is measured again and again, its values by period, its targets, and what the figures say. */
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
            "framework"
        })
package io.cairn.metric;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
