/** Framework: what a framework is, as data: its words, structure, audience, pay and cadence; each framework adds its own; which of them the organisation uses, how they compare, what their words mean. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "smart", "web", "web :: part", "access", "audit"})
package io.cairn.framework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
