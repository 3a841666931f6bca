/**
 * Templates: sheets to fill in, blank, with a sample or with what is there, as files that come back. It knows no framework: each
 * framework adds its own as a bean (frameworks 2.15).
 */
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
            "framework",
            "metric :: file"
        })
package io.cairn.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
