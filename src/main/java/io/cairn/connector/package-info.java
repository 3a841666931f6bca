/** Connector: pulls metric values from databases and HTTP endpoints on a schedule, on behalf of whoever set it up. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "web :: part",
            "database",
            "access",
            "audit",
            "organization",
            "framework",
            "metric"
        })
package io.cairn.connector;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
