/** Access: who is signed in, what they hold, and the transactions that enter the database as them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "web :: part"})
package io.cairn.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
