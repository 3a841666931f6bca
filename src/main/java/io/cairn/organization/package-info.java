/** Organization: people, teams and reporting lines, who leads what and who reports to whom. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "web :: part", "access", "audit"})
package io.cairn.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
