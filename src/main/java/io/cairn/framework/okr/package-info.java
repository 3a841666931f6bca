/** OKR: objectives open to all, two to five key results, never tied to pay; their planning sheet (frameworks 2.1). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "framework", "access", "organization", "cycle", "metric", "goal", "template"})
package io.cairn.framework.okr;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
