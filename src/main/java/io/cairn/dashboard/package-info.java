/** Dashboard: Home, what each person finds first: their goals, what is due, what needs help in their teams. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "web :: part",
            "access",
            "organization",
            "cycle",
            "framework",
            "goal",
            "metric"
        })
package io.cairn.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
