/** Pay: attainment, payout curves, bonus targets and the arithmetic of what somebody is paid, exact to the cent (frameworks 2.3). */
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
            "metric",
            "goal"
        })
package io.cairn.incentive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
