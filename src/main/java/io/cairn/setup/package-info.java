/** Set-up: what makes an installation begin, with an organisation of its own or as the demo company. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "web",
            "access",
            "audit",
            "organization",
            "cycle",
            "framework",
            "goal"
        })
package io.cairn.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
