/** Framework: what a framework is, as data: its words, structure, audience, pay and cadence; each framework adds its own. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "smart"})
package io.cairn.framework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
