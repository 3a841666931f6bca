/** SMART goals: the goal of a person or a small team with its worksheet; active only when it is measurable and time-bound (frameworks 2.4). */
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
            "goal",
            "template"
        })
package io.cairn.framework.smart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
