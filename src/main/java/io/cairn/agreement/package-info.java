/**
 * Agreement: rounds, turns and signatures of two people over the terms of any subject, kept for ever (frameworks 2.3, 3.1). It
 * knows no framework: who the parties are and who may read is told by the module that owns the subject.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "web :: part", "access", "audit", "organization"})
package io.cairn.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
