/** Database: Cairn's own PostgreSQL or an outside one, its migrations, and what must be true before the port opens. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package io.cairn.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
