/** Audit: the journal, one row per action in the action's own transaction, readable by whoever may read what it describes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "web :: part", "access"})
package io.cairn.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
