/** Set-up: what makes an installation begin, once: an organisation with its first administrator, or the demo company. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "web",
            "web :: part",
            "access",
            "audit",
            "organization",
            "cycle",
            "framework",
            "goal",
            "metric"
        })
package io.cairn.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
