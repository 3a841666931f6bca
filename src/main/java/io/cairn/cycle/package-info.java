/** Cycle: the nested periods that goals are set for, each with its phase from planning to closed. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "web :: part", "access", "audit"})
package io.cairn.cycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
