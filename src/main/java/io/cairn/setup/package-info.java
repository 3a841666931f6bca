/** Set-up: how an empty installation gets its organisation and its first administrator, once. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel", "database", "web", "web :: part", "access", "audit", "organization", "cycle"
        })
package io.cairn.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
